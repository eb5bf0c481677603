"""Which screen of a presentation an address shows."""

import pytest
from scenarios import scenario

from carechoice.inputs.handed_on.view_parameters import screen_in, screen_pairs, without_screen


def test_the_address_of_a_presentation_counts_from_one_as_people_see_it():
    presented = scenario(mode="present")
    assert screen_pairs(presented, 3) == [("screen", "4")]
    assert screen_in([("iop_weeks", "6"), ("screen", "4")]) == 3


def test_the_first_screen_and_pages_that_are_no_presentation_need_no_word():
    assert screen_pairs(scenario(mode="present"), 0) == []
    assert screen_pairs(scenario(), 3) == []
    assert screen_in([("iop_weeks", "6")]) == 0


@pytest.mark.parametrize("text", ["", "0", "-1", "1.5", "cost", "100", "４"])
def test_what_is_no_number_of_a_screen_shows_the_first_and_stays_to_be_named(text):
    pairs = [("screen", text), ("iop_weeks", "6")]
    assert screen_in(pairs) == 0
    assert without_screen(pairs) == pairs


def test_a_screen_is_no_input():
    assert without_screen([("screen", "4"), ("iop_weeks", "6")]) == [("iop_weeks", "6")]
