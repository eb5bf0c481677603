"""What of a link could not be used is told by its label, and why in words that a reader has."""

from urllib.parse import parse_qsl

import pytest
from scenarios import TODAY

from carechoice.inputs.handed_on.opened import opened_address


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


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("data=%3F&made=2026-11-20&deductible_usd=500", "Version of the data (it is not a version"),
        ("v=%3F&dd=500&fd=2026-11-30", "Version of the data (it is not a version of our data)"),
        ("v=2026.11&m=soon&fd=2026-11-30", "Day it was made (it is not a date written"),
        ("v=1&deductible_usd=500", "Version of the data (its name is one of a short link, and"),
        ("deductible_usd=500&iw=6", "How many weeks (its name is one of a short link, and this"),
    ],
)
def test_what_a_link_says_of_itself_and_short_names_are_told_in_words(link, told):
    assert f" {told}" in notes_of(*parse_qsl(link))[0]


@pytest.mark.parametrize("link", ["said=", "said=&deductible_usd=500", "v=", "v=2026.11.2"])
def test_a_link_without_its_end_says_what_to_do(link):
    (note,) = notes_of(*parse_qsl(link, keep_blank_values=True))
    assert note.startswith("Some inputs are not in the link, so they have our starting value: ")
    assert note.endswith("First day. Check them, or open the whole link if it was cut off.")
