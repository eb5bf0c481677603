"""What a browser hands over: what we told it comes back whole, and nothing else is taken."""

import json

import pytest
from scenarios import TODAY, scenario

from carechoice.inputs.handed_on.handed_over import KeptByVisit, Move, read_handed_over, write_kept
from carechoice.inputs.handed_on.kept import MOST_CHARACTERS, MOST_KEPT, KeptScenario

TWO = (
    KeptScenario("With 6 weeks", scenario(iop_weeks=6)),
    KeptScenario("=1+1 **b** é", scenario(plan="medicare")),
)
KEPT = KeptByVisit(TWO, screen=3, plain_sliders=True, answered=True, paper=True, card="card_open")
HANDED = {
    "id": "7",
    "visit": "a1",
    "query": [["iop_weeks", "6"], ["start_date", "2027-01-04"]],
    "kept": write_kept(KEPT),
    "moves": {"iop_weeks": {"value": 7, "move": "m1"}},
}


def read(**changes):
    sent = json.loads(json.dumps({**HANDED, **changes}))
    return read_handed_over(sent, today=TODAY)


def handed_over_kept(*entries):
    return read(kept={"pins": list(entries)}).kept


def test_what_a_page_told_comes_back_as_it_was():
    returned = read()
    assert returned.kept == KEPT
    assert returned.query == (("iop_weeks", "6"), ("start_date", "2027-01-04"))
    assert returned.moves == {"iop_weeks": Move(7, "m1")}
    assert (returned.id, returned.visit) == ("7", "a1")


def test_what_is_told_holds_no_answer_about_oneself():
    told = write_kept(KeptByVisit(answered=True))
    assert [key for key, kept in told.items() if kept] == ["answered"]
    assert told["answered"] is True


@pytest.mark.parametrize("sent", [None, 5, "back", [], {}, {"id": "1"}, {"id": 1, "visit": "a"}])
def test_what_is_no_handing_over_is_not_read(sent):
    assert read_handed_over(sent, today=TODAY) is None


@pytest.mark.parametrize("name", ["id", "visit"])
def test_a_name_of_any_length_is_no_name_of_ours(name):
    assert read(**{name: "x" * 65}) is None


def test_a_kept_scenario_with_a_value_that_cannot_be_used_is_left_out_and_counted():
    good = ["Good", "iop_weeks=6&start_date=2027-01-04"]
    for bad in ("iop_weeks=99", "colour=red", "iop_weeks=5&iop_weeks=6", "x" * 9_000):
        kept = handed_over_kept(["Bad", bad], good)
        assert [each.name for each in kept.scenarios] == ["Good"]
        assert kept.lost == 1


@pytest.mark.parametrize("entry", [None, 5, "Good", ["Good"], ["Good", 5], ["a", "b", "c"], {}])
def test_an_entry_that_is_no_name_with_a_link_is_left_out(entry):
    assert handed_over_kept(entry).scenarios == ()


def test_no_more_scenarios_and_no_longer_names_come_back_than_a_person_can_keep():
    kept = handed_over_kept(
        *([f"{n} {'x' * 90}", "iop_weeks=6&start_date=2027-01-04"] for n in range(9))
    )
    assert len(kept.scenarios) == MOST_KEPT
    assert {len(each.name) for each in kept.scenarios} == {MOST_CHARACTERS}


@pytest.mark.parametrize(
    "moves",
    [
        {"colour": {"value": 1, "move": "m"}},
        {"iop_weeks": {"value": "7", "move": "m"}},
        {"iop_weeks": {"value": 7, "move": None}},
        {"iop_weeks": 7},
        ["iop_weeks"],
    ],
)
def test_a_move_that_no_slider_of_ours_makes_is_left_out(moves):
    assert read(moves=moves).moves == {}


def test_what_else_is_kept_counts_only_as_what_it_is():
    kept = read(
        kept={
            "pins": {},
            "screen": "3",
            "plain_sliders": 1,
            "answered": "yes",
            "paper": 1,
            "card": 1,
        }
    ).kept
    assert kept == KeptByVisit()


def test_after_a_reload_the_address_itself_has_been_read():
    assert read(query=None).query is None
