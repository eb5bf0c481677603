"""Two lines of a plan's summary become values of the inputs, or a sentence why not."""

from datetime import date

import pytest

from carechoice.comparison.compare import compare
from carechoice.inputs.scenario import Scenario
from carechoice.topics.bill.plan_lines import read_plan_lines

# The example plan of an employer: therapy with a copayment of $27, program days with the share.
EMPLOYER = Scenario.from_query({"start_date": "2027-01-04"}, today=date(2026, 11, 26)).scenario
# The same without a copayment: both services are paid by the share.
SHARE_FOR_BOTH = EMPLOYER.but(therapy_copay_usd=0)
# Therapy by the share, program days with a copayment of $50.
COPAYMENT_A_DAY = EMPLOYER.but(therapy_copay_usd=0, iop_copay_per_day_usd=50)


def read(therapy="", iop="", *, place="elsewhere", held=EMPLOYER):
    return read_plan_lines({"therapy": therapy, "iop": iop}, place, held.to_values())


def therapy_cost(found):
    scenario = EMPLOYER.but(**found.values, plan="own")
    return compare(scenario).options["therapy"].patient_usd.likely


def test_a_copayment_and_a_share_fill_their_fields_and_are_shown_back():
    found = read(
        "$35 copay/visit, deductible does not apply", "20.00% Coinsurance after deductible"
    )
    assert found.values == {
        "therapy_copay_usd": 35,
        "therapy_share_too": False,
        "therapy_deductible_applies": False,
        "iop_copay_per_day_usd": 0,
        "plan_pays_percent": 80,
        "iop_deductible_applies": True,
    }
    assert found.understood == (
        "Therapy: you pay a copayment of $35 a visit. The deductible does not come first.",
        "IOP: no copayment. Your plan pays 80%. You pay the full price until your deductible is "
        "met.",
    )
    assert found.problems == ()


def test_in_the_federal_form_a_copayment_comes_after_the_deductible_unless_it_says_otherwise():
    """14 visits of $130.23 are $1,823.22, the 15th fills the deductible by $62.78, four are $40."""
    found = read("$40 copay/visit", place="form")
    assert found.values == {
        "therapy_copay_usd": 40,
        "therapy_share_too": False,
        "therapy_deductible_applies": True,
    }
    assert "In this form that means it comes first" in found.understood[0]
    assert therapy_cost(found) == 2046.00


@pytest.mark.parametrize(
    ("line", "applies"),
    [
        ("20% coinsurance", True),
        ("No charge", True),
        ("$40 copay/visit; deductible does not apply", False),
        ("No charge, deductible waived", False),
        ("Deductible, then $40 copay", True),
    ],
)
def test_the_form_and_the_line_together_say_whether_the_deductible_comes_first(line, applies):
    assert read(iop=line, place="form").values["iop_deductible_applies"] is applies


def test_a_line_from_elsewhere_leaves_the_deductible_as_it_is_and_says_to_ask():
    found = read("$40 copay/visit")
    assert found.values == {"therapy_copay_usd": 40, "therapy_share_too": False}
    assert found.understood[0].endswith("That stays as it is here, so ask your plan.")
    assert therapy_cost(found) == 18 * 40


@pytest.mark.parametrize("line", ["$40 copay/visit", "20% coinsurance", "No charge"])
def test_where_a_line_is_from_is_asked_when_it_matters(line):
    found = read(iop=line, place=None)
    assert found.values == {}
    assert "depends on where the line is from" in found.problems[0]


def test_where_a_line_is_from_is_not_asked_when_the_line_says_it_all():
    assert read("$40 copay, deductible waived", place=None).values["therapy_copay_usd"] == 40


@pytest.mark.parametrize("line", ["No Charge", "20% coinsurance", "plan pays 90%", "$0 copay"])
def test_a_share_for_therapy_never_moves_the_program_by_itself(line):
    found = read(line)
    assert found.values == {}
    assert found.problems == (
        "The share in the line for therapy would count for the IOP too. Copy the line for the IOP "
        "as well.",
    )


def test_nor_does_it_when_the_line_for_the_program_was_refused():
    found = read("No charge", "20% up to the fifth visit")
    assert found.values == {}
    assert "up to the fifth visit" in found.problems[0]
    assert "would count for the IOP too" in found.problems[1]


def test_a_share_for_the_program_never_moves_therapy_by_itself():
    found = read(iop="50% coinsurance", held=SHARE_FOR_BOTH)
    assert found.values == {}
    assert "would count for therapy too" in found.problems[0]


def test_a_share_counts_where_the_other_service_has_a_copayment():
    assert read(iop="50% coinsurance").values["plan_pays_percent"] == 50
    assert read("No charge", held=COPAYMENT_A_DAY).values["plan_pays_percent"] == 100
    assert read("No charge", "$50 copay per day").values == {
        "therapy_copay_usd": 0,
        "plan_pays_percent": 100,
        "iop_copay_per_day_usd": 50,
        "iop_share_too": False,
    }


def test_no_charge_and_a_copayment_of_nothing_mean_that_the_plan_pays_all():
    found = read("No Charge", "$0 Copay per Day")
    assert found.values == {
        "therapy_copay_usd": 0,
        "iop_copay_per_day_usd": 0,
        "plan_pays_percent": 100,
    }


def test_a_copayment_with_a_share_on_top_fills_both():
    """Of a day of $255 that is $35 and a fifth, $51."""
    found = read(iop="$35 copay, then 20% coinsurance")
    assert found.values == {
        "iop_copay_per_day_usd": 35,
        "iop_share_too": True,
        "plan_pays_percent": 80,
    }
    assert found.understood[0].startswith("IOP: you pay a copayment of $35 a day and 20% of the")
    assert found.problems == ()
    therapy = read("$35 copay, then 20% coinsurance", "20% coinsurance")
    assert therapy.understood[0].startswith("Therapy: you pay a copayment of $35 a visit and 20%")


def test_a_share_on_top_of_a_copayment_never_moves_the_other_service_by_itself():
    found = read("$35 copay, then 50% coinsurance", held=SHARE_FOR_BOTH)
    assert found.values == {}
    on_top = EMPLOYER.but(plan="own", therapy_share_too=True)
    assert read(iop="50% coinsurance", held=on_top).values == {}


def test_text_that_is_not_understood_is_shown_back_and_fills_nothing():
    found = read("first 3 visits free", "20% coinsurance")
    assert "first 3 visits free" in found.problems[0]
    assert "therapy_copay_usd" not in found.values
    assert found.values["plan_pays_percent"] == 80


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("Not covered", "another company may cover this care"),
        ("$500 Copay per Stay", "each stay"),
        ("$0 copay/visit\t40% coinsurance", "has two cells"),
        ("100% after deductible", "can be the plan's share or yours"),
        ("20% coinsurance for other outpatient services", "other outpatient services"),
        ("IOP: $50", "other outpatient services"),
        ("$9,000 copay", "higher than this page can take"),
    ],
)
def test_terms_the_inputs_cannot_hold_are_said_and_fill_nothing(line, part):
    found = read(line)
    assert found.values == {}
    assert part in found.problems[0]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Not covered", "your plan does not cover the IOP"),
        ("$500 Copay per Stay", "does not fit program days"),
        ("$0 copay/visit\t40% coinsurance", "The line for the IOP has two cells"),
        ("100% after deductible", "can be the plan's share or yours"),
        ("$9,000 copay", "The copayment for the IOP is higher than this page can take"),
    ],
)
def test_a_line_for_the_program_is_refused_in_words_about_the_program(line, said):
    found = read(iop=line)
    assert found.values == {}
    (problem,) = found.problems
    assert said in problem


def test_what_one_service_lacks_says_nothing_about_the_other():
    problem = read("Not covered").problems[0]
    assert "therapy" in problem
    assert "Without insurance" not in problem


def test_a_line_about_office_visits_is_no_line_for_the_program():
    found = read(iop="$30/office visit; deductible does not apply")
    assert found.values == {}
    assert "about office visits" in found.problems[0]


def test_of_a_cell_that_tells_both_services_apart_each_line_takes_its_own():
    cell = (
        "$30/office visit; deductible does not apply; 20% coinsurance for other outpatient services"
    )
    assert read(cell, cell, place="form").values == {
        "therapy_copay_usd": 30,
        "therapy_share_too": False,
        "therapy_deductible_applies": False,
        "iop_copay_per_day_usd": 0,
        "plan_pays_percent": 80,
        "iop_deductible_applies": True,
    }


def test_a_verification_of_benefits_is_read_in_its_own_short_words():
    assert read("Copay $35, ded waived", "70/30 after ded").values == {
        "therapy_copay_usd": 35,
        "therapy_share_too": False,
        "therapy_deductible_applies": False,
        "iop_copay_per_day_usd": 0,
        "plan_pays_percent": 70,
        "iop_deductible_applies": True,
    }


@pytest.mark.parametrize("care", ["therapy", "iop"])
def test_a_copayment_before_the_deductible_is_named_and_fills_nothing(care):
    found = read(**{care: "$250 Copay before deductible"})
    assert found.values == {}
    assert "comes before the deductible" in found.problems[0]


def test_two_different_shares_fill_nothing():
    found = read("10% coinsurance", "30% coinsurance")
    assert found.values == {}
    assert found.problems == (
        "The two lines have different shares. We can use only one for both yet.",
    )


def test_empty_lines_say_nothing():
    assert read(" ", "") == read()
    assert read().values == {}


def test_marks_in_a_line_are_shown_as_they_were_typed():
    assert "[call us](tel" not in read("[call us](tel:1900)").problems[0]


@pytest.mark.parametrize("label", ["In-network", "In network", "in-network providers"])
def test_a_line_for_care_in_network_says_nothing_of_care_out_of_network(label):
    lines = {
        "therapy": f"{label}: $30 copay, deductible does not apply",
        "iop": f"{label}: 20% coinsurance after deductible",
    }
    assert read(**lines).values["therapy_copay_usd"] == 30
    outside = read(**lines, held=EMPLOYER.but(network="oon", plan="own"))
    assert (outside.values, outside.understood) == ({}, ())
    assert [problem.startswith("This line for ") for problem in outside.problems] == [True, True]


def test_a_copayment_above_what_the_page_takes_is_left_to_be_entered():
    """The input for a session takes up to $500."""
    found = read("$900 copay/visit")
    assert found.values == {}
    (problem,) = found.problems
    assert problem.startswith("The copayment for therapy is higher than this page can take.")
