"""An address that asks for the framework's own sliders."""

from scenarios import TODAY

from carechoice.inputs.opened import opened_address
from carechoice.inputs.ordinary import ORDINARY, wants_ordinary, without_ordinary


def test_an_address_asks_for_ordinary_sliders_by_one_word():
    assert wants_ordinary([("iop_weeks", "6"), ("sliders", "ordinary")])
    assert not wants_ordinary([("iop_weeks", "6"), ("sliders", "large")])


def test_that_word_is_no_input_and_no_other_is_dropped():
    opened = opened_address([("iop_weeks", "6"), ORDINARY], today=TODAY)
    assert opened.notes == ()
    assert opened.scenario.iop.weeks == 6
    (note,) = opened_address([("sliders", "large")], today=TODAY).notes
    assert "sliders" in note
    assert without_ordinary([ORDINARY, ("iop_weeks", "6")]) == [("iop_weeks", "6")]
