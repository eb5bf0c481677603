"""Original Medicare's year starts on January 1 for everybody, whatever the plan before it had.

Part B: the first $283 of a year, then 20%. 18 sessions of $167 from December 7, 2026: 4 in the old
year and 14 in the new one. $3,006 in all, of which 566 + 20% of 2,440 = $1,054 are owed.
"""

import pytest
from scenarios import comparison, scenario

from carechoice.comparison.compare import compare
from carechoice.inputs.changes import after_change, under_other_plan
from carechoice.inputs.scenario import Scenario
from carechoice.topics.bill.other_plan import how_the_other_plan_is_counted

ACROSS = {"start_date": "2026-12-07"}
MEDICARE_USD = 1054.00


def therapy_usd(of: Scenario) -> float:
    return compare(of).options["therapy"].patient_usd.likely


@pytest.mark.parametrize("begins", ["01-01", "07-01", "12-01"])
def test_whoever_turns_to_medicare_has_its_year(begins):
    values = scenario(**ACROSS, plan_year_start=begins).to_values()
    turned = Scenario.holding(after_change({**values, "plan": "medicare"}, "plan"))
    assert (turned.plan.key, turned.plan.year_start) == ("medicare", "01-01")
    assert therapy_usd(turned) == MEDICARE_USD


@pytest.mark.parametrize("begins", ["07-01", "02-01"])
def test_a_year_that_medicare_does_not_have_is_that_of_a_plan_of_ones_own(begins):
    """From July 1 on, all visits are in one year: 283 + 20% of 2,723 = $827.60."""
    given = scenario(**ACROSS, plan="medicare", plan_year_start=begins)
    assert (given.plan.key, given.plan.year_start) == ("own", begins)
    if begins == "07-01":
        assert therapy_usd(given) == pytest.approx(827.60)


def test_its_own_year_leaves_the_plan_as_it_is():
    assert scenario(plan="medicare", plan_year_start="01-01").plan.key == "medicare"


@pytest.mark.parametrize("plan", ["employer", "high_deductible", "masshealth"])
def test_the_year_of_other_plans_stays_as_it_was_entered(plan):
    values = scenario(**ACROSS, plan_year_start="07-01").to_values()
    turned = Scenario.holding(after_change({**values, "plan": plan}, "plan"))
    assert (turned.plan.key, turned.plan.year_start) == (plan, "07-01")
    assert scenario(plan=plan, plan_year_start="07-01").plan.key == plan


def test_medicare_beside_a_plan_from_july_is_counted_with_its_own_year_and_that_is_said():
    other = under_other_plan(scenario(**ACROSS, plan_year_start="07-01", other_plan="medicare"))
    assert therapy_usd(other) == MEDICARE_USD
    told = how_the_other_plan_is_counted(other)
    assert "with a plan year from January 1 and nothing paid toward its limits yet." in told


@pytest.mark.parametrize("network", ["in", "oon"])
def test_beside_another_plan_the_year_is_the_same(network):
    asked = {"plan_year_start": "07-01", "other_plan": "high_deductible", "network": network}
    other = under_other_plan(scenario(**asked))
    assert other.plan.year_start == "07-01"
    assert "the same plan year and nothing paid" in how_the_other_plan_is_counted(other)


def test_a_short_link_brings_medicare_back_with_its_year():
    result = comparison(**ACROSS, plan="medicare")
    query = result.scenario.to_short_query()
    assert Scenario.from_query(query, today=result.scenario.start_date).scenario == result.scenario
