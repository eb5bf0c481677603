"""One link or file holds the inputs and the kept scenarios; what of it cannot be used is said."""

from urllib.parse import urlencode

import pytest
from scenarios import TODAY, scenario

from carechoice.inputs.handed_on.kept import MOST_KEPT, KeptScenario
from carechoice.inputs.handed_on.kept_as_text import (
    file_with_kept,
    kept_in,
    kept_in_file,
    link_with_kept,
    write_scenarios,
)
from carechoice.inputs.handed_on.link import KEPT, LONGEST_LINK, freeze, open_file, query_pairs
from carechoice.inputs.handed_on.opened import opened_address
from carechoice.language.sentences import say

NOW = scenario(therapy_sessions=10)
TWO = (
    KeptScenario("As it is", scenario()),
    KeptScenario("=1+1 & “6” %26 weeks", scenario(iop_weeks=6, plan="medicare", topics="money")),
)


def link(kept=TWO, now=NOW):
    return link_with_kept(freeze(now, TODAY), kept, "https://care.example/share")


def pairs_of(address):
    return query_pairs(address.partition("?")[2])


def kept(address):
    return kept_in(pairs_of(address), today=TODAY)


def told(pairs):
    return " ".join(opened_address(pairs, today=TODAY)[1])


def test_who_opens_the_link_has_the_inputs_and_the_kept_scenarios_with_their_names():
    assert opened_address(pairs_of(link()), today=TODAY)[0] == NOW
    assert kept(link()).scenarios == TWO
    assert kept(link()).lost == 0


def test_a_mail_that_spoils_the_link_takes_nothing_of_it():
    spoiled = link().replace("&", "&amp;") + "&amp;"
    assert opened_address(pairs_of(spoiled), today=TODAY)[0] == NOW
    assert kept(spoiled).scenarios == TWO
    assert told(pairs_of(spoiled)) == ""


def about(address):
    return opened_address(pairs_of(address), today=TODAY).about


def test_it_is_said_when_it_was_made_what_it_holds_and_in_what_it_differs():
    line, differing = about(link())
    assert line == (
        "This link was made on November 23, 2026. It holds 2 scenarios to compare. "
        "See what differs from our starting values."
    )
    assert differing == ("How many sessions: 10 sessions", "First day: January 4, 2027")


def test_a_link_that_differs_in_nothing_says_so():
    as_ours = scenario(start_date="2026-11-30")
    line, differing = about(link(now=as_ours))
    assert line.endswith(say("share.opened.start"))
    assert not differing


HERE = "https://care.example/share"


@pytest.mark.parametrize(
    "address", [freeze(NOW, TODAY).to_link(HERE), freeze(NOW, TODAY).to_short_link(HERE)]
)
def test_an_ordinary_link_says_when_it_was_made_and_nothing_of_kept_scenarios(address):
    line, differing = about(address)
    made, differs = say("share.opened.made", day="November 23, 2026"), say("share.opened.differs")
    assert line == f"{made} {differs}"
    assert differing == about(link()).differing
    assert told(pairs_of(address)) == ""


def test_an_address_that_says_no_day_says_nothing_of_one():
    assert about(f"{HERE}?therapy_sessions=10&start_date=2027-01-04") is None
    line, _ = about(f"{HERE}?{urlencode({KEPT: urlencode(write_scenarios(TWO))})}")
    assert line.startswith(say("share.opened.holds", scenarios="2 scenarios"))


def test_a_day_that_is_none_is_not_told():
    assert about(f"{freeze(NOW, TODAY).to_link(HERE).replace('2026-11-23', 'soon')}") is None


@pytest.mark.parametrize(
    "bad", ["iop_weeks=99", "colour=red", "iop_weeks=5&iop_weeks=6", "x" * 500]
)
def test_a_scenario_with_a_value_that_cannot_be_used_is_left_out_and_that_is_said(bad):
    text = urlencode([*write_scenarios(TWO), ("Bad", bad)])
    read = kept_in([(KEPT, text)], today=TODAY)
    assert read.scenarios == TWO
    assert read.lost == 1
    assert say("share.kept.lost") in told([(KEPT, text)])


@pytest.mark.parametrize("text", ["", "&&", "x" * (LONGEST_LINK + 1), "%00", "a=%ff"])
def test_what_is_no_list_of_scenarios_opens_the_inputs_alone(text):
    pairs = [("iop_weeks", "6"), (KEPT, text)]
    assert kept_in(pairs, today=TODAY).scenarios == ()
    assert opened_address(pairs, today=TODAY)[0].iop.weeks == 6
    assert told(pairs) == say("share.kept.lost")


def test_of_two_lists_no_one_can_know_which_is_meant():
    pairs = [(KEPT, urlencode(write_scenarios(TWO)))] * 2
    assert kept_in(pairs, today=TODAY).scenarios == ()
    assert say("share.kept.lost") in told(pairs)


def test_of_more_than_there_are_places_for_the_first_are_taken():
    many = urlencode(
        [(f"No {n}", f"iop_weeks={n}&start_date=2027-01-04") for n in range(1, MOST_KEPT + 3)]
    )
    read = kept_in([(KEPT, many)], today=TODAY)
    assert [each.name for each in read.scenarios] == ["No 1", "No 2", "No 3", "No 4"]
    assert read.lost == 2


def test_a_link_that_is_cut_off_never_shows_half_a_value():
    whole = link()
    for length in range(whole.index(KEPT), len(whole)):
        read = kept(whole[:length])
        assert read.scenarios in ((), TWO[:1])


def test_a_link_too_long_to_be_opened_is_not_offered():
    as_many_as_there_are_places_for = TWO * (MOST_KEPT // 2)
    assert len(link(as_many_as_there_are_places_for)) <= LONGEST_LINK
    assert link(TWO * 40) == ""


def test_a_file_holds_the_inputs_and_the_kept_scenarios_too():
    file = file_with_kept(freeze(NOW, TODAY), TWO).encode()
    opened = open_file(file, today=TODAY)
    assert (opened.scenario, opened.problems, opened.missing) == (NOW, (), ())
    assert kept_in_file(file, today=TODAY).scenarios == TWO


def test_a_file_has_room_for_as_many_as_can_be_kept():
    full = scenario(topics="money|time", plan="medicare", fixed_hours="mon-fri:09-17")
    kept = tuple(KeptScenario(f"{n}{'%“”' * 13}", full) for n in range(MOST_KEPT))
    file = file_with_kept(freeze(NOW, TODAY), kept)
    assert kept_in_file(file.encode(), today=TODAY).scenarios == kept


def test_of_a_file_that_breaks_off_in_what_is_kept_the_inputs_are_whole():
    file = file_with_kept(freeze(NOW, TODAY), TWO)
    cut = file[: file.index(KEPT) + 30].encode()
    assert open_file(cut, today=TODAY).scenario == NOW
    assert kept_in_file(cut, today=TODAY).scenarios == ()
