"""What of a link could not be used is told by its label, and why in words that a reader has."""

import pytest
from scenarios import TODAY

from carechoice.inputs.opened import opened_address


def notes_of(*pairs):
    return opened_address(pairs, today=TODAY).notes


@pytest.mark.parametrize(
    ("field", "given", "told"),
    [
        (
            "plan",
            "bronze",
            "Start from an example plan (that choice is not in its list now)",
        ),
        ("network", "INN", "How the bill is paid (that choice is not in its list now)"),
        ("third_path", "up", "A third way to compare (that choice is not in its list now)"),
        ("oop_max_applies", "1", "My plan has an out-of-pocket maximum (it is neither yes nor no)"),
        ("therapy_deductible_applies", "nope", "(it is neither yes nor no)"),
        ("topics", "time|looks", "What matters to me (it is not a list of topics to pick)"),
        (
            "topics",
            "time|money|level|place",
            "What matters to me (it is not a list of topics to pick)",
        ),
        (
            "fixed_hours",
            "nine to five",
            "(no hours of a week can be read from it)",
        ),
        ("plan_year_start", "02-30", "(it is not a day that every year has)"),
        ("iop_weekdays", "saturday", "Days of the program (it is not one of the choices)"),
        ("start_date", "tomorrow", "(it is not a date written year-month-day)"),
        ("iop_weeks", "90", "How many weeks (it must lie between 1 and 26)"),
    ],
)
def test_what_of_a_link_was_not_used_is_told_in_no_words_of_a_machine(field, given, told):
    (note,) = notes_of((field, given))
    assert told in note
    assert not any(word in note for word in ("|", "_", "true", "false", "mon-fri"))
