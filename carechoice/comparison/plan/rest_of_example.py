"""Which terms come from an example plan where the person gave some: the rest, or only its year."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Pathway
from carechoice.catalog.tables import OWN_PLAN
from carechoice.comparison.compare import pathways
from carechoice.comparison.draws.not_known import unknown
from carechoice.comparison.visits.billed import bill_of, plan_of
from carechoice.comparison.visits.carried_over import period_starts
from carechoice.comparison.visits.course import Visit, visits
from carechoice.inputs.pathways import scenario_for
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import standing
from carechoice.inputs.what_counts import example_behind, has_terms_of_its_own
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
    if not any(_hangs_on_it(scenario, pathway) for pathway in pathways(scenario)):
        return ""
    return say("assumption.plan_year", day=day_of_year(scenario.plan.year_start))


def _hangs_on_it(scenario: Scenario, pathway: Pathway) -> bool:
    """Whether the bill of an option is another one where the plan year starts on another day.

    Days that leave each visit in the plan year that it is in are billed alike, and only once.
    """
    own, course = scenario_for(scenario, pathway), visits(scenario, pathway)
    days = (own.plan.year_start, *catalog().parameters[PLAN_YEAR].options)
    by_periods = {_periods(own, course, day): own.but(**{PLAN_YEAR: day}) for day in days}
    bills = {bill_of(each, plan_of(each), course).patient for each in by_periods.values()}
    return len(bills) > 1


def _periods(scenario: Scenario, course: Sequence[Visit], year_start: str) -> tuple[int, ...]:
    """The plan year of each visit, or the part of one, counted from that of the first day on."""
    starts = period_starts(
        scenario.start_date,
        course[-1].date,
        year_start,
        last_months_apart=scenario.plan.deductible_carries_over,
    )
    return tuple(bisect(starts, visit.date) for visit in course)
