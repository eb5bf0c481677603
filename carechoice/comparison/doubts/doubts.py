"""Inputs that contradict each other or look mixed up, in sentences. Nothing is ever blocked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from carechoice.catalog.answers import day_of
from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import Comparison
from carechoice.comparison.doubts.costs import about_prices, about_the_fee, about_what_was_paid
from carechoice.comparison.doubts.doubt import Doubt, doubt_of
from carechoice.comparison.doubts.plan import about_shares, about_the_plan
from carechoice.comparison.doubts.weeks import about_the_week
from carechoice.comparison.visits.carried_over import plan_year_of_first_day
from carechoice.inputs.coverage import has_plan
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.what_counts import has_input, is_in_use
from carechoice.insurance.plan_year import is_within_a_month
from carechoice.language.choices import choice_label
from carechoice.language.formats import day, listed


def doubts(comparison: Comparison, today: date) -> list[Doubt]:
    """Each doubt with the input it is about, most about the plan first; empty when all fits.

    What the way of paying has no input for changes nothing, so there is nothing to look at again.
    """
    scenario = comparison.scenario
    if not has_plan(scenario):
        found = [*about_the_week(scenario), *about_the_fee(comparison), *about_shares(scenario)]
    else:
        found = [
            *about_what_was_paid(comparison, today),
            *_about_old_answers(scenario, today),
            *about_the_plan(scenario, today),
            *about_prices(scenario),
            *about_the_week(scenario),
        ]
    found += _about_the_first_day(scenario, today)
    return [doubt for doubt in found if has_input(doubt.field, scenario)]


def _about_old_answers(scenario: Scenario, today: date) -> Iterator[Doubt]:
    """More may have been paid or used since; a limit that is met stays met for its plan year."""
    limits, begins = catalog().inputs.paid_toward, plan_year_of_first_day(scenario)
    for field, answer in scenario.origins.confirmed:
        said_on, limit = day_of(answer), limits.get(field)
        if limit is None or is_within_a_month(said_on, today) or not is_in_use(field, scenario):
            continue
        is_met = said_on >= begins and scenario.value(field) >= scenario.value(limit)
        if not is_met:
            yield replace(doubt_of("warn.said_long_ago", day=day(said_on)), field=field)


def _about_the_first_day(scenario: Scenario, today: date) -> Iterator[Doubt]:
    """It has passed, or is none of the days on which the picked program starts."""
    if scenario.start_date < today:
        yield doubt_of("warn.first_day_passed", day=day(scenario.start_date))
        return
    picked = scenario.centre.program
    program = catalog().own.programs.get(picked)
    starts = [each for each in program.start_dates if each >= today] if program else []
    if starts and scenario.start_date not in starts:
        yield doubt_of(
            "warn.first_day_of_program",
            program=choice_label("program", picked),
            starts=listed([day(each) for each in starts]),
        )
