"""The parts of a summary's table, each by itself: rules, footnotes, limitations, headings."""

import pytest

from carechoice.documents.line import NotUnderstoodError
from carechoice.documents.summary.footnotes import without_marks
from carechoice.documents.summary.limitations import limitations_of
from carechoice.documents.summary.page import Box, Page, Rule, Word
from carechoice.documents.summary.terms import terms_of


def page(*words, across=(), down=()):
    placed = tuple(Word(text, Box(left, top, left + 20, top + 10)) for text, left, top in words)
    return Page(
        1, placed, tuple(Rule(*rule) for rule in across), tuple(Rule(*rule) for rule in down)
    )


TABLE = page(
    ("copay", 110, 52),
    ("$35", 105, 38),
    across=[(30, 10, 300), (63, 108, 132), (70, 10, 300)],
    down=[(10, 30, 70), (100, 30, 70), (200, 30, 90), (300, 30, 90)],
)


def test_a_cell_is_what_lies_between_rules_and_not_above_a_line_below_a_word():
    assert TABLE.cell_at(120, 57) == Box(100, 30, 200, 70)
    assert TABLE.text_in(Box(100, 30, 200, 70)) == "$35 copay"


def test_a_cell_without_a_rule_below_ends_where_its_sides_do():
    assert TABLE.cell_at(250, 80) == Box(200, 70, 300, 90)


def test_where_no_rules_are_there_is_no_cell():
    assert TABLE.cell_at(400, 50) is None


def test_a_word_that_a_hyphen_breaks_is_one_word():
    broken = page(
        ("out-", 10, 10), ("of-network", 10, 24), ("$5", 10, 38), ("-", 35, 38), ("x", 10, 52)
    )
    assert broken.text == "out-of-network $5 - x"


@pytest.mark.parametrize(
    ("text", "notes", "plain"),
    [
        ("$35 copay", [], "$35 copay"),
        ("$35 copay**", ["** Deductible does not apply."], "$35 copay; deductible does not apply"),
        ("$35 copay*", ["*Deductible waived Page 3 of 7"], "$35 copay; deductible does not apply"),
        ("$35 copay*", ["* For more information, see the plan."], "$35 copay"),
        (
            "$35 copay*; 20% †",
            ["† For more information", "*Deductible does not apply"],
            "$35 copay; deductible does not apply; 20%",
        ),
        ("$35 copay*", ["*Deductible does not apply to the first visit."], None),
        ("$35 copay*", ["** Deductible does not apply."], None),
        ("$35 copay*", [], None),
    ],
)
def test_a_mark_is_what_its_note_says_or_the_cell_is_asked_about(text, notes, plain):
    assert without_marks(text, notes) == plain


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("None", ()),
        ("–––––none–––––", ()),
        ("Preauthorization may be required; see your benefit booklet.", ("approval",)),
        ("Referral required.", ("referral",)),
        ("$250 penalty if no precert.", ("approval", "penalty")),
        ("Limited to 20 visits per year.", ("limit",)),
        ("Prior authorization for IOP.", ("approval", "iop_hint")),
        ("Prior authorization not required.", ()),
        ("No referral required.", ()),
        ("Prior authorization not required for office visits.", ("approval",)),
    ],
)
def test_limitations_become_questions(text, asks):
    found = limitations_of(text)
    assert (found.asks, found.changes_terms, found.waives_deductible) == (asks, False, False)


@pytest.mark.parametrize(
    "text",
    [
        "Deductible does not apply.",
        "Network provider: Deductible waived",
        "Not subject to deductible",
    ],
)
def test_limitations_can_waive_the_deductible(text):
    assert limitations_of(text).waives_deductible


@pytest.mark.parametrize(
    "text",
    [
        "Virtual visits: no charge.",
        "First 3 visits $0, then coinsurance.",
        "Deductible does not apply to the first visit.",
        "Out-of-network provider: deductible does not apply.",
    ],
)
def test_limitations_that_name_amounts_leave_the_terms_in_doubt(text):
    found = limitations_of(text)
    assert found.changes_terms
    assert not found.waives_deductible


def as_told(*cells):
    return [(each.service, each.copay_usd, each.coinsurance_percent) for each in terms_of(cells)]


@pytest.mark.parametrize(
    "cells",
    [
        ["Office visit: $30 copay; Other outpatient services: 20% coinsurance"],
        ["Office visit $30 copay/visit Other outpatient 20% coinsurance"],
        ["Office Visits: $30 copay", "All other services: 20% coinsurance"],
        ["Office: $30 copay/visit; other outpatient services: 20% coinsurance"],
        ["Mental/Behavioral Health Office Visit $30 copay Facility Visit - Facility Charges 20%"],
        ["$30 copay/office visit 20% coinsurance for other outpatient services"],
    ],
)
def test_headings_in_a_cell_and_cells_below_each_other_tell_services_apart(cells):
    assert as_told(*cells) == [("office_visit", 30, None), ("other_outpatient", None, 20)]


def test_one_heading_can_be_for_both_services():
    both = "Office & other outpatient services: 20% coinsurance"
    assert as_told(both) == [("office_visit", None, 20), ("other_outpatient", None, 20)]


@pytest.mark.parametrize(
    "cells",
    [
        ["$30 copay", "20% coinsurance"],
        ["Office visit: $30 copay; Office visit: $40 copay"],
        ["Severe conditions: $30 copay; Other outpatient services: 20%"],
    ],
)
def test_cells_that_may_be_for_the_same_service_are_asked_about(cells):
    with pytest.raises(NotUnderstoodError):
        terms_of(cells)
