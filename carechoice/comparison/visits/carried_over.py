"""Payments count in their plan year; some plans carry those of its last months into the next."""

from __future__ import annotations

from datetime import date

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import CARES, Care
from carechoice.comparison.visits.course import first_visit, visits
from carechoice.inputs.changes import nothing_paid
from carechoice.inputs.coverage import has_deductible, limit_field, limits_of
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.what_counts import is_set_by_law
from carechoice.insurance.plan_year import (
    months_later,
    plan_year_start,
    plan_year_starts,
    plan_years_later,
)

CARRIES_OVER = "deductible_carries_over"


def carry_over_months() -> int:
    """How many months the last ones of a plan year are."""
    return int(catalog().figures["carry_over_months"].value or 0)


def last_months_from(scenario: Scenario, day: date) -> date:
    """The first of the last months of the plan year that ``day`` is in."""
    _, next_begins = plan_year_starts(day, day, scenario.plan.year_start)
    return months_later(next_begins, -carry_over_months())


def counts_next_year_too(scenario: Scenario, day: date) -> bool:
    """Whether what goes to the deductible on a day counts toward the next plan year's as well."""
    return scenario.plan.deductible_carries_over and day >= last_months_from(scenario, day)


def plan_year_of_first_day(scenario: Scenario) -> date:
    """The first day of the plan year that the scenario's first day is in."""
    return plan_year_start(scenario.start_date, scenario.plan.year_start)


def counts_what_was_paid(scenario: Scenario, first_visit_on: date) -> bool:
    """Whether an option's first visit is still in the plan year of the first day.

    What was paid toward the plan's limits belongs to that year.
    """
    return not plan_years_later(scenario.start_date, first_visit_on, scenario.plan.year_start)


def counts_at_first_visit(scenario: Scenario, care: Care) -> bool:
    """Whether the first visit of this care is still in the plan year of the first day."""
    return counts_what_was_paid(scenario, first_visit(scenario, care))


def deductible_met_usd(scenario: Scenario, first_visit_on: date, *, is_other: bool) -> float:
    """What counts toward a network's deductible at an option's first visit, in dollars.

    What was paid in its plan year, or what is carried over from the one before.
    """
    limits = limits_of(scenario, is_other=is_other)
    later = plan_years_later(scenario.start_date, first_visit_on, scenario.plan.year_start)
    if not later:
        return limits.deductible_met_usd
    is_carried_over = scenario.plan.deductible_carries_over and later == 1
    return limits.deductible_met_late_usd if is_carried_over else 0


def is_any_carried_over(scenario: Scenario) -> bool:
    """Whether a part of what was paid before the first day counts in the next plan year."""
    return scenario.plan.deductible_carries_over and any(
        limits_of(scenario, is_other=is_other).deductible_met_late_usd for is_other in (False, True)
    )


def may_be_carried_over(scenario: Scenario) -> bool:
    """Whether a deductible could be carried over into a new plan year of the care: not known."""
    is_known = CARRIES_OVER in scenario.given or is_set_by_law(CARRIES_OVER, scenario)
    if is_known or not has_deductible(scenario):
        return False
    first, begins = scenario.start_date, scenario.plan.year_start
    ends = (visits(scenario, care)[-1].date for care in CARES)
    return any(plan_years_later(first, end, begins) for end in ends)


def period_starts(
    first: date, last: date, month_day: str, *, last_months_apart: bool
) -> list[date]:
    """The first days of the plan years from ``first`` to ``last``, and of the one that follows.

    With ``last_months_apart`` those of the last months of each plan year stand between them.
    """
    starts = plan_year_starts(first, last, month_day)
    if not last_months_apart:
        return starts
    months = carry_over_months()
    return sorted([*starts, *(months_later(start, -months) for start in starts[1:])])


def starting(scenario: Scenario, first_day: date) -> Scenario:
    """The same care from the first days of a later plan year on."""
    then = {"start_date": first_day, **nothing_paid()}
    for is_other in (False, True):
        field = limit_field("deductible_met_usd", is_other=is_other)
        then[field] = deductible_met_usd(scenario, first_day, is_other=is_other)
    return scenario.but(**then)
