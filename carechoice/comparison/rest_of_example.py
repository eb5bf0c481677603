"""What is taken from an example plan beside the person's own terms: the rest, or its year alone."""

from __future__ import annotations

from carechoice.catalog.in_use import catalog
from carechoice.catalog.tables import OWN_PLAN
from carechoice.comparison.compare import pathways, patient_total_usd
from carechoice.comparison.not_known import unknown
from carechoice.inputs.counting import example_behind, has_terms_of_its_own
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import standing
from carechoice.language.formats import day_of_year
from carechoice.language.sentences import say

PLAN_YEAR = "plan_year_start"


def rest_of_example(scenario: Scenario) -> str:
    """That the rest is like the example; "" where no term is the person's own, or no rest is left.

    Where a bill hangs on nothing else that is open than the start of the plan year, that.
    """
    plan = example_behind(scenario)
    if plan == OWN_PLAN or not has_terms_of_its_own(scenario):
        return ""
    label = catalog().plans[plan].label
    return _plan_year(scenario) or say("assumption.plan.changed", plan=label)


def _plan_year(scenario: Scenario) -> str:
    """That it is our starting value, where a bill hangs on nothing else that is open; else ""."""
    if unknown(scenario).fields or standing(PLAN_YEAR, scenario) != "start":
        return ""
    others = (scenario.but(**{PLAN_YEAR: day}) for day in catalog().parameters[PLAN_YEAR].options)
    here_usd = _paid_usd(scenario)
    if all(_paid_usd(other) == here_usd for other in others):
        return ""
    return say("assumption.plan_year", day=day_of_year(scenario.plan.year_start))


def _paid_usd(scenario: Scenario) -> list[float]:
    return [patient_total_usd(scenario, pathway) for pathway in pathways(scenario)]
