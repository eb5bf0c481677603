"""The code that a centre copies into its own site: what is in it, and what is not."""

import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest
from scenarios import TODAY

from carechoice.files.scenario.frame_code import frame_code
from carechoice.inputs.handed_on.link import open_link
from carechoice.inputs.handed_on.opened import opened_address
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say

OURS = "https://care.example.org/our/bill"
LATER = TODAY.replace(year=2027)


def code_of(**query):
    return frame_code(Scenario.from_query(query, today=TODAY).scenario, OURS)


def address_in(code):
    return unescape(re.search(r'src="([^"]+)"', code)[1])


def opened_later(code):
    """What its address opens a year later, but for the word that asks for a frame."""
    pairs = parse_qsl(urlsplit(address_in(code)).query, keep_blank_values=True)
    assert pairs.pop() == ("shown", "framed")
    return open_link(pairs, today=LATER)


def test_it_is_a_frame_with_a_name_that_loads_late_and_tells_us_nothing_of_the_page():
    code = code_of()
    assert f'title="{say("title")}"' in code
    assert 'loading="lazy"' in code
    assert 'referrerpolicy="no-referrer"' in code
    assert address_in(code).startswith("https://care.example.org/our/?")


def test_its_script_takes_a_height_from_our_server_and_this_frame_alone():
    code = code_of()
    assert 'origin !== "https://care.example.org"' in code
    assert "source !== frame.contentWindow" in code
    assert "Number.isFinite(data)" in code


def test_it_begins_with_the_inputs_of_now():
    opened = opened_later(code_of(iop_weeks="6", plan="medicare"))
    assert (opened.scenario.iop.weeks, opened.scenario.plan.key) == (6, "medicare")
    assert not opened.missing
    assert not opened.problems


def test_a_first_day_that_nobody_picked_is_left_out_and_one_that_was_picked_is_not():
    assert "start_date" not in address_in(code_of(iop_weeks="6"))
    assert opened_later(code_of()).scenario.start_date > LATER
    assert "start_date=2027-03-01" in address_in(code_of(start_date="2027-03-01"))


def test_visitors_get_no_strip_for_staff_and_nothing_that_a_plan_has_said_to_a_client():
    code = code_of(mode="together", deductible_usd="500", confirmed="deductible_usd:2026-11-20")
    opened = opened_later(code)
    assert opened.scenario.view.mode == "explore"
    assert opened.scenario.value("deductible_usd") == 500
    assert not opened.scenario.origins.confirmed
    assert "2026-11-20" not in code


@pytest.mark.parametrize("query", [{}, {"iop_weeks": "6"}, {"topics": "money|time"}])
def test_whoever_opens_it_is_told_of_no_link_that_was_made_on_a_day(query):
    pairs = parse_qsl(urlsplit(address_in(code_of(**query))).query, keep_blank_values=True)
    opened = opened_address(pairs, today=LATER)
    assert opened.notes == ()
    assert opened.about is None
