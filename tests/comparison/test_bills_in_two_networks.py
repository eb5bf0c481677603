"""Bills of therapy and a program in different networks of a plan, worked by hand."""

from datetime import date
from functools import partial

import pytest
from costs_at_once import costs_usd
from scenarios import comparison, paid_usd, scenario
from two_networks import PLAIN, THERAPIST_OUT

from carechoice.comparison.compare import PATHWAYS
from carechoice.comparison.ledger import restarts
from carechoice.topics.bill.steps import step_sentences

paid = partial(paid_usd, **PLAIN)
MIXED = [
    {},
    {"network": "oon", "iop_network": "in"},
    {"therapy_network": "self_pay"},
    {"therapy_network": "self_pay", "iop_network": "oon"},
]


def test_a_therapist_out_of_network_beside_a_program_in_it():
    """$500, a fifth of $500, and 10 x $50 above the price; $300 and a fifth of $900 as before."""
    assert paid() == (300 + 140, 300 + 180)
    assert paid(**THERAPIST_OUT) == (500 + 100 + 500, 300 + 180)


def test_a_program_in_network_beside_a_therapist_out_of_it():
    """The other way round: the limits of all care are those out of network."""
    reverse = {"network": "oon", "iop_network": "in", "therapy_charge_usd": 150}
    other = {"other_net_deductible_usd": 100, "other_net_oop_max_usd": 250}
    # $300, a fifth of $700 and 10 x $50; $100 and a fifth of $1,100 are more than the $250.
    assert paid(**reverse, **other) == (300 + 140 + 500, 250)


def test_a_service_paid_without_insurance_counts_toward_no_limit_of_the_plan():
    """10 x $100; the program has its whole deductible left."""
    assert paid(therapy_network="self_pay") == (1000, 480)
    down = {"third_path": "step_down", "step_down_sessions": 4, "therapy_network": "self_pay"}
    result = comparison(**PLAIN | down)
    assert result.options["step_down"].patient_usd.likely == 480 + 4 * 100


def test_each_network_has_a_deductible_and_a_maximum_of_its_own_in_one_course():
    """6 days in network, then 4 sessions out of it: $300 + $180, then $400 of the $500 there."""
    down = {"third_path": "step_down", "step_down_sessions": 4}
    result = comparison(**THERAPIST_OUT | down)
    assert result.options["step_down"].patient_usd.likely == 480 + 400 + 4 * 50


def test_what_was_paid_counts_in_the_network_it_was_paid_in():
    met = {"other_net_deductible_met_usd": 450, "deductible_met_usd": 100}
    # $50, a fifth of $950 and 10 x $50; $200 and a fifth of $1,000.
    assert paid(**THERAPIST_OUT | met) == (50 + 190 + 500, 200 + 200)


def test_a_new_plan_year_takes_what_was_paid_in_each_network():
    late = {"start_date": "2026-12-07", "deductible_usd": 0}
    result = comparison(**THERAPIST_OUT | late)
    (restart,) = restarts(result, "therapy")
    assert (restart.day, restart.limits) == (date(2027, 1, 1), "deductible")
    assert restarts(result, "iop") == []


@pytest.mark.parametrize("way", ["self_pay", "oon"])
def test_a_new_plan_year_takes_what_was_met_before_the_first_visit_of_a_network(way):
    """Therapy that counts elsewhere is in 2026 and 2027; the program's first day is in January.

    Of the deductible of $300 $200 were met; of the maximum of $500 $50 are left, and 6 days are
    $300 and a fifth of $900.
    """
    up = {"third_path": "step_up", "step_up_sessions": 5, "start_date": "2026-12-07"}
    limits = {"oop_max_applies": "yes", "oop_max_usd": 500, "oop_met_usd": 450}
    result = comparison(**PLAIN | up | limits | {"therapy_network": way, "deductible_met_usd": 200})
    (restart,) = restarts(result, "step_up")
    assert (restart.day, restart.limits) == (date(2027, 1, 1), "both")
    assert (
        "A new plan year starts on January 1, 2027. Your deductible and your maximum start again."
        in step_sentences(result, "step_up")
    )


def test_what_was_met_is_lost_once_where_two_plan_years_lie_between():
    """53 sessions without insurance from December 28, 2026 on end in January 2028."""
    up = {"third_path": "step_up", "step_up_sessions": 53, "start_date": "2026-12-28"}
    result = comparison(**PLAIN | up | {"therapy_network": "self_pay", "deductible_met_usd": 200})
    assert [entry.date.year for entry in result.ledger if entry.pathway == "step_up"][-6:] == [
        2028
    ] * 6
    (restart,) = restarts(result, "step_up")
    assert (restart.day, restart.limits) == (date(2027, 1, 1), "deductible")


@pytest.mark.parametrize("ways", MIXED)
@pytest.mark.parametrize("care", PATHWAYS)
def test_the_bill_of_many_scenarios_at_once_is_the_same(care, ways):
    inputs = THERAPIST_OUT | {"therapy_network": "as_plan"} | ways
    alone = comparison(**inputs).options[care].patient_usd.likely
    assert costs_usd([scenario(**inputs)], care) == [alone]
