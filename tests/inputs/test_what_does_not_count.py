"""What a link and a workbook hold beside what counts is marked as such, and left out elsewhere."""

import pytest
from scenarios import TODAY, comparison, scenario

from carechoice.files.numbers.sheets import sheets
from carechoice.files.scenario import words as scenario_words
from carechoice.inputs import evidence
from carechoice.inputs.handed_on.link import freeze
from carechoice.language.sentences import say
from carechoice.topics.bill import inputs_used

TERMS = (
    "Share your plan pays",
    "Deductible",
    "Deductible already paid",
    "Out-of-pocket maximum",
    "Copayment for a therapy visit",
    "Copayment for an IOP day",
    "Plan year starts on",
)
MARK = "(not counted here)"


def held(**inputs):
    return dict(scenario_words.contents(freeze(scenario(**inputs), TODAY)))


def in_the_workbook(**inputs):
    result = comparison(**inputs)
    page = next(
        sheet
        for sheet in sheets(result, freeze(result.scenario, TODAY), ())
        if sheet.title == say("sheet.inputs")
    )
    return {row[0].value: row[3].value for row in page.rows}


def counted_with(**inputs):
    result = comparison(**inputs)
    on_the_bill = {label for label, _, _ in inputs_used.inputs(result.scenario)}
    return on_the_bill, {line.label for line in evidence.inputs(result.scenario)}


@pytest.mark.parametrize("label", TERMS)
@pytest.mark.parametrize("unpaid_by_a_plan", [{"plan": "none"}, {"network": "self_pay"}])
def test_without_insurance_no_term_of_a_plan_counts(unpaid_by_a_plan, label):
    assert held(**unpaid_by_a_plan)[label].endswith(MARK)
    assert in_the_workbook(**unpaid_by_a_plan)[label] == "not counted here"


@pytest.mark.parametrize("label", TERMS)
def test_with_a_plan_its_terms_count_also_those_of_nothing(label):
    assert not held()[label].endswith(MARK)
    assert in_the_workbook()[label] == "starting value"


@pytest.mark.parametrize(
    ("inputs", "label"),
    [
        ({"plan": "medicare"}, "Out-of-pocket maximum"),
        ({"plan": "masshealth"}, "Plan year starts on"),
        ({"deductible_usd": 0, "deductible_met_usd": 500}, "Deductible already paid"),
        # In network nobody bills more than the plan allows.
        ({"therapy_charge_usd": 180}, "What a therapist out of network charges"),
        ({"iop_copay_per_day_usd": 50}, "Share your plan pays"),
        ({}, "Therapy sessions after the program"),
        ({"third_path": "step_up"}, "Therapy sessions after the program"),
        ({"third_path": "step_down"}, "Therapy sessions before the program"),
        ({"visits_online": "yes", "travel_minutes_per_visit": 45}, "Travel time of one visit"),
        ({"visits_online": "yes", "travel_usd_per_visit": 9}, "Travel cost of one visit"),
        ({}, "Share the other plan pays"),
    ],
)
def test_what_changes_nothing_is_marked_in_the_link_and_told_nowhere_else(inputs, label):
    assert held(**inputs)[label].endswith(MARK)
    assert in_the_workbook(**inputs)[label] == "not counted here"
    assert all(label not in told for told in counted_with(**inputs))


@pytest.mark.parametrize(
    ("inputs", "label"),
    [
        ({"third_path": "step_down"}, "Therapy sessions after the program"),
        ({"third_path": "step_up"}, "Therapy sessions before the program"),
        ({"travel_minutes_per_visit": 45}, "Travel time of one visit"),
        ({"travel_usd_per_visit": 9, "plan": "none"}, "Travel cost of one visit"),
        ({"plan": "none"}, "Price of one session"),
        ({"plan": "none"}, "How the bill is paid"),
    ],
)
def test_what_counts_is_told_everywhere(inputs, label):
    assert not held(**inputs)[label].endswith(MARK)
    assert in_the_workbook(**inputs)[label] != "not counted here"
    assert all(label in told for told in counted_with(**inputs))


def test_what_is_kept_with_a_link_beside_the_numbers_has_no_mark():
    """How the pages look, and what the person picked or gave, is not a number."""
    plain = {say("share.nothing"), "None"}
    shown = held()
    for label in ("What matters to me", "What my plan has confirmed"):
        assert shown[label] in plain
    assert shown["Inputs I gave"] == "First day"
