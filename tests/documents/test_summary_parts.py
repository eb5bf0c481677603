"""The parts of a summary's table, each by itself: rules, footnotes, limitations, headings."""

import pytest

from carechoice.documents.summary.beside_deductible import DeductibleBeside
from carechoice.documents.summary.footnotes import without_marks
from carechoice.documents.summary.limitations import Limitations, limitations_of
from carechoice.documents.summary.page import Box, Page, Rule, Word
from carechoice.documents.summary.terms import terms_of
from carechoice.documents.terms.owed import NotUnderstoodError


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
    assert (found.asks, found.changes_terms, found.unread) == (asks, False, ())
    assert found.deductible == DeductibleBeside()


@pytest.mark.parametrize(
    "text",
    [
        "Deductible does not apply.",
        "Network provider: Deductible waived",
        "Not subject to deductible",
        "Deductible does not apply in-network; preauthorization required.",
        "In-network: deductible does not apply.",
        "In-network deductible waived.",
        "Deductible does not apply to in-network services.",
        "Deductible doesn’t apply when you use a network provider.",
        "Deductible waived for in-network providers",
        "The deductible is waived (in-network).",
        "Ded. does not apply.",
        "Not subject to ded.",
        "Deductible: waived",
        "CYD waived",
        "No deductible.",
        "Deductible does not apply to these services.",
        "Deductible waived for outpatient mental health services.",
        "Outpatient mental health services: deductible waived.",
    ],
)
def test_limitations_can_waive_the_deductible(text):
    found = limitations_of(text)
    waived = {"office_visit": False, "other_outpatient": False}
    assert found.deductible == DeductibleBeside(waived)
    assert not found.changes_terms


@pytest.mark.parametrize(
    "text",
    [
        "Deductible does not apply to office visits.",
        "Deductible waived for office visits in-network.",
        "Office visits: deductible does not apply.",
        "Office visits are not subject to the deductible.",
        "Deductible does not apply to mental health office visits",
        "No deductible for office visits.",
    ],
)
def test_limitations_can_waive_the_deductible_of_office_visits_alone(text):
    assert limitations_of(text).deductible == DeductibleBeside({"office_visit": False})


def test_limitations_can_say_that_the_deductible_comes_first():
    applies = {"office_visit": True, "other_outpatient": True}
    assert limitations_of("Subject to the deductible.").deductible == DeductibleBeside(applies)
    assert limitations_of("Deductible applies").deductible == DeductibleBeside(applies)
    text = "Deductible waived for office visits. Deductible applies to other outpatient services."
    split = {"office_visit": False, "other_outpatient": True}
    assert limitations_of(text).deductible == DeductibleBeside(split)


@pytest.mark.parametrize(
    "text",
    [
        "Deductible does not apply, except to facility fees.",
        "Deductible does not apply to office visits only.",
        "Deductible does not apply to the first 4 visits.",
        "Virtual visits: deductible does not apply.",
        "Deductible waived out-of-network.",
        "Deductible waived if you use a Tier 1 provider.",
        "Deductible does not apply in-network, preauthorization required",
        "Deductible waived. Deductible applies.",
        "Separate deductible.",
        "Counts toward the deductible.",
        "Ded. waived for first 2 visits",
    ],
)
def test_what_else_limitations_say_of_the_deductible_leaves_it_open(text):
    assert limitations_of(text).deductible.is_open


@pytest.mark.parametrize(
    "text",
    [
        "Services must be by Magellan",
        "Mental health benefits are administered by Optum.",
        "Managed by Carelon Behavioral Health.",
        "Care is provided through Lyra Health.",
        "Magellan administers this benefit.",
        "Contact Evernorth at 1-800-555-0100.",
        "Carved out.",
        "Carve-out benefit.",
        "Benefits are through a separate company.",
        "See the booklet of your behavioral health vendor.",
        "Preauthorization required; services must be obtained from Beacon.",
        "SERVICES MUST BE BY MAGELLAN",
        "Handled by the Behavioral Health Administrator",
        "Available through the EAP",
        "Must use Magellan via ComPsych",
        "Contact Carelon for preauthorization.",
    ],
)
def test_another_company_in_the_limitations_is_asked_about(text):
    assert "carve_out" in limitations_of(text).asks


@pytest.mark.parametrize(
    "text",
    [
        "Preauthorization by your plan is required.",
        "Services by network providers only.",
        "Must be provided by a Participating Provider.",
        "See your plan document for details.",
        "Managed care approval required.",
        "Services managed by the plan.",
    ],
)
def test_the_plans_own_words_are_no_other_company(text):
    assert "carve_out" not in limitations_of(text).asks


@pytest.mark.parametrize(
    "text",
    [
        "Services by network providers only.",
        "Includes marriage counseling.",
        "Only for members who live in the area.",
        "Use Magellan.",
    ],
)
def test_a_part_of_the_limitations_that_nothing_is_known_of_is_kept(text):
    assert limitations_of(text).unread == (text.removesuffix("."),)


@pytest.mark.parametrize(
    "text",
    [
        "None",
        "––– none –––",
        "N/A",
        "See your benefit booklet* (Behavioral Health) for details.",
        "See your policy for details*",
        "See the plan document at www.example.com for details.",
    ],
)
def test_limitations_can_say_nothing(text):
    assert limitations_of(text) == Limitations()


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
    assert not found.deductible.applies


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
