"""What an address asks for by one word: the framework's own sliders, or a page in a frame."""

import pytest
from scenarios import TODAY

from carechoice.inputs.handed_on.opened import opened_address
from carechoice.inputs.handed_on.view_parameters import (
    FRAMED,
    MARKS,
    PLAIN_SLIDERS,
    marks_in,
    without_marks,
)


def test_an_address_asks_for_ordinary_sliders_and_for_a_frame_by_one_word_each():
    assert marks_in([("iop_weeks", "6"), ("sliders", "ordinary")]) == [PLAIN_SLIDERS]
    assert marks_in([("shown", "framed"), ("sliders", "large")]) == [FRAMED]


@pytest.mark.parametrize("mark", MARKS, ids=" ".join)
def test_that_word_is_no_input_and_no_other_is_dropped(mark):
    opened = opened_address([("iop_weeks", "6"), mark], today=TODAY)
    assert opened.notes == ()
    assert opened.scenario.iop.weeks == 6
    name, _ = mark
    (note,) = opened_address([(name, "large")], today=TODAY).notes
    assert name in note
    assert without_marks([mark, ("iop_weeks", "6")]) == [("iop_weeks", "6")]
