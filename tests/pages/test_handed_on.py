"""What is handed on opens as a page to look around, in whatever way it was made."""

import io
import json
from urllib.parse import parse_qsl, urlsplit

import pytest
from openpyxl import load_workbook
from page_reader import press, rows, unfolded, with_file

from carechoice.comparison.compare import compare
from carechoice.files.numbers.sheets import sheets
from carechoice.files.numbers.workbook import workbook
from carechoice.inputs import clock
from carechoice.inputs.handed_on.link import freeze, open_file, open_link
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say
from carechoice.ui.text import plain

QUERY = {"start_date": "2027-01-04", "therapy_sessions": "10", "topics": "money"}
HERE = "https://care.example.org/share"
MODES = ["explore", "together", "present"]


def scenario(mode):
    return Scenario.from_query({**QUERY, "mode": mode}, today=clock.today()).scenario


def for_staff(app):
    return say("together.title") in [header.value for header in app.header]


@pytest.mark.parametrize("mode", MODES)
def test_a_link_and_a_file_bring_the_numbers_and_not_the_way_they_were_shown(mode):
    today = clock.today()
    frozen = freeze(scenario(mode), today)
    pairs = parse_qsl(urlsplit(frozen.to_link(HERE)).query, keep_blank_values=True)
    assert open_link(pairs, today=today).scenario == scenario("explore")
    assert open_file(frozen.to_json().encode(), today=today).scenario == scenario("explore")


def test_the_link_staff_copy_opens_without_their_help_at_the_clients():
    staff = unfolded("share.py", **QUERY, mode="together")
    assert for_staff(staff)
    link = staff.text[0].value
    client = unfolded(**dict(parse_qsl(urlsplit(link).query, keep_blank_values=True)))
    assert not for_staff(client)
    assert client.session_state["therapy_sessions"] == 10


def test_the_page_says_of_the_link_what_is_in_it():
    app = unfolded("share.py", **QUERY, mode="together")
    app.session_state["fold_contents"] = True
    app.run()
    held = dict(rows(app.table[0]))
    assert held["Show as"] == say("mode.explore")


@pytest.mark.parametrize("mode", ["explore", "together"])
def test_a_file_or_a_kept_scenario_leaves_the_visit_as_it_is_shown(mode):
    of_staff = json.loads(freeze(scenario("explore"), clock.today()).to_json())
    older = json.dumps({**of_staff, "mode": "together", "therapy_sessions": 12}).encode()
    app = with_file(unfolded("share.py", **QUERY, mode=mode), older)
    assert app.session_state["therapy_sessions"] == 12
    assert app.session_state["mode"] == mode
    assert for_staff(app) == (mode == "together")
    app.text_input(key="pin_name").input("A")
    press(app, say("pins.keep"))
    app.session_state["mode"] = "explore"
    press(app, plain(say("pins.load", name="A")))
    assert app.session_state["mode"] == "explore"


def test_the_workbook_tells_nothing_of_help_for_staff():
    result = compare(scenario("together"))
    book = load_workbook(
        io.BytesIO(workbook(sheets(result, freeze(result.scenario, clock.today()), [])))
    )
    cells = [str(cell) for sheet in book for row in sheet.values for cell in row]
    assert say("mode.explore") in cells
    assert say("mode.together") not in cells


def test_what_staff_reload_stays_with_their_help():
    """The address is that of the visit, so help for staff stands in it."""
    assert for_staff(unfolded(**QUERY, mode="together"))
    assert not for_staff(unfolded(**QUERY))
