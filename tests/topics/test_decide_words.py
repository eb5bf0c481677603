"""How sure the person is, what a clinician asks, and what comes next."""

import pytest
from scenarios import comparison

from carechoice.catalog.in_use import catalog
from carechoice.topics.decide import words as decision_words
from carechoice.topics.sources import audit


def test_there_are_four_plain_questions_on_how_sure_the_person_is():
    asked = decision_words.sure_questions()
    assert list(asked) == ["options", "matters", "support", "feeling"]
    assert all(question.endswith("?") for question in asked.values())


@pytest.mark.parametrize("name", decision_words.SURE)
def test_each_no_has_a_next_step_and_no_score(name):
    told = decision_words.after_no(name)
    assert told
    assert not any(each.isdigit() for each in told)


def test_a_clinician_asks_how_bad_how_safe_how_much_time_who_helps_and_what_was_tried():
    told = list(decision_words.assessment(comparison()).values())
    beginnings = ["How bad", "How safe", "How much time", "Who supports", "What have you tried"]
    assert all(text.startswith(f"**{each}") for text, each in zip(told, beginnings, strict=True))


def test_the_question_on_time_names_the_persons_own_hours():
    told = decision_words.assessment(comparison(iop_hours_per_week=12))
    assert "1 hour with 12 hours a week" in told["time"]


def test_the_next_steps_are_call_ask_book_and_the_first_week():
    steps = decision_words.next_steps(comparison())
    assert [step.split(".**")[0] for step in steps] == ["**Call", "**Ask", "**Book", "**First week"]
    assert "January 4, 2027" in steps[-1]
    assert "“Your bill”" in steps[0]


def test_the_audit_counts_every_item_and_points_at_the_review_date():
    found = [row for row in catalog().audit.values() for _ in row.numbers]
    told = audit.lead()
    assert f"Of {len(found)} items" in told
    assert f"{sum(row.status == 'met' for row in found)} are met" in told
    assert "not certified" in told
    assert "May 31, 2027" in told


def test_a_line_of_the_audit_names_place_and_test_only_where_an_item_is_met():
    lines = dict(zip(catalog().audit, audit.lines(), strict=True))
    assert lines["8"] == (
        "**8. Gives the sources.** Met. Every number names where it stands. "
        "Where: Sources and method. "
        "Checked by a test: every row names a source and says how sure it is."
    )
    assert "Checked" not in lines["28-33"]
    assert "Open." in lines["28-33"]


@pytest.mark.parametrize(
    ("paid", "asked"),
    [
        ({}, "Ask your plan what it pays for each option."),
        (
            {"therapy_network": "self_pay"},
            "Ask your plan what it pays for the IOP. Ask the place that gives therapy for its fee",
        ),
        (
            {"iop_not_covered": "true"},
            "Ask your plan what it pays for therapy. Ask the place that gives the IOP for its fee",
        ),
        ({"network": "self_pay"}, "Ask each place for its fee in writing."),
    ],
)
def test_the_plan_is_asked_about_what_it_pays_for_and_the_place_about_the_rest(paid, asked):
    assert asked in decision_words.next_steps(comparison(**paid))[0]
