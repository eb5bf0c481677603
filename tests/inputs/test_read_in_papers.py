"""What was read in a paper of the plan is known, and says in which paper, where and when."""

from datetime import date

import pytest
from giving import given_by, opened
from scenarios import TODAY, scenario

from carechoice.catalog.answers import Reading, reading
from carechoice.comparison.draws.not_known import unknown
from carechoice.files.numbers.record_note import counted_with
from carechoice.files.scenario.words import value_of
from carechoice.inputs.answer_words import standing_text
from carechoice.inputs.changes import after_answer, after_change
from carechoice.inputs.handed_on.link import freeze, open_file, open_link, query_pairs
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import standing, usual_range
from carechoice.topics.unknown.questions import question_text, questions

ON_NOV_23 = date(2026, 11, 23)
IN_A_271 = Reading(ON_NOV_23, "eligibility", "EB 4")
LINK = "deductible_usd=1500&confirmed=deductible_usd:2026-11-23:eligibility:EB 4"


def read_in_a_271(field, value, answer=IN_A_271):
    held = {**scenario().to_values(), field: value}
    return Scenario.holding(after_answer(held, field, answer))


def test_a_value_read_in_a_paper_is_known_as_one_that_the_plan_confirmed_is():
    now = read_in_a_271("deductible_usd", 1500.0)
    assert standing("deductible_usd", now) == "read"
    assert usual_range("deductible_usd", now) is None
    assert "deductible_usd" not in unknown(now).fields
    assert given_by(now) == given_by(read_in_a_271("deductible_usd", 1500.0, TODAY))


def test_the_paper_is_named_wherever_the_value_stands():
    now = read_in_a_271("deductible_usd", 1500.0)
    told_so = "read in an eligibility answer, segment EB 4, November 23, 2026"
    assert standing_text("deductible_usd", now) == told_so
    in_link = "Deductible, an eligibility answer, segment EB 4, November 23, 2026"
    assert value_of("confirmed", now) == in_link
    (line,) = [line for line in counted_with(now) if line.startswith("Read in")]
    assert line == (
        "Read in the plan’s papers: Deductible: $1,500 "
        "(an eligibility answer, segment EB 4, November 23, 2026)."
    )
    (asked,) = [question_text(each) for each in questions(now, ()) if each.answer]
    assert asked.endswith(
        "Read in an eligibility answer, segment EB 4: $1,500 (November 23, 2026)."
    )


def test_link_short_link_and_file_keep_the_paper_and_the_place():
    now = read_in_a_271("deductible_usd", 1500.0)
    frozen = freeze(now, TODAY)
    for link in (frozen.to_link("https://care.example/"), frozen.to_short_link("https://x.test/")):
        query = link.partition("?")[2]
        assert open_link(query_pairs(query), today=TODAY).scenario == now
    assert open_file(frozen.to_json().encode(), today=TODAY).scenario == now
    assert opened(LINK).origins.confirmed == (("deductible_usd", IN_A_271),)


def test_another_value_is_no_longer_that_of_the_paper():
    now = read_in_a_271("deductible_usd", 1500.0)
    moved = Scenario.holding(
        after_change({**now.to_values(), "deductible_usd": 900}, "deductible_usd")
    )
    assert standing("deductible_usd", moved) == "yours"


def test_what_the_plan_says_on_the_phone_takes_the_place_of_the_paper():
    now = read_in_a_271("deductible_usd", 1500.0)
    again = Scenario.holding(after_answer(now.to_values(), "deductible_usd", TODAY))
    assert standing("deductible_usd", again) == "confirmed"


@pytest.mark.parametrize(
    "said",
    [
        "2026-11-23:letter:EB 4",
        "2026-11-23:eligibility:call 555 0100",
        "2026-11-23:eligibility:EB 4:EB 5",
        "2026-11-23:lines:<b>3</b>",
    ],
)
def test_no_link_brings_a_text_of_its_own_as_a_paper_or_a_place(said):
    (problem,) = open_link([("confirmed", f"deductible_usd:{said}")], today=TODAY).problems
    assert problem.field == "confirmed"


def test_a_place_that_is_none_of_ours_is_left_out():
    assert reading(TODAY, "lines", "page two").place == ""
    assert reading(TODAY, "lines", "line 3").place == "line 3"
    plain = read_in_a_271("deductible_usd", 1500.0, reading(TODAY, "lines", ""))
    told_so = "read in lines of text, November 23, 2026"
    assert standing_text("deductible_usd", plain) == told_so
    assert opened("confirmed=deductible_usd:2026-11-23:lines:&deductible_usd=1500").to_query()
    summary = opened("confirmed=deductible_usd:2026-11-23:summary:page 1&deductible_usd=1500")
    told_so = "read in a summary of benefits, page 1, November 23, 2026"
    assert standing_text("deductible_usd", summary) == told_so
