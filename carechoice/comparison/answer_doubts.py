"""A doubt about what a plan said long ago: more may have been paid or used since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from carechoice.catalog.answers import day_of
from carechoice.catalog.in_use import catalog
from carechoice.comparison.carried_over import plan_year_of_first_day
from carechoice.comparison.doubt import Doubt, doubt_of
from carechoice.inputs.counting import is_in_use
from carechoice.inputs.scenario import Scenario
from carechoice.insurance.months import is_within_a_month
from carechoice.language.formats import day


def about_answers_of_long_ago(scenario: Scenario, today: date) -> Iterator[Doubt]:
    """What counts toward a limit grows with each claim; one that is met stays so for its year."""
    limits, begins = catalog().inputs.paid_toward, plan_year_of_first_day(scenario)
    for field, answer in scenario.origins.confirmed:
        said_on, limit = day_of(answer), limits.get(field)
        if limit is None or is_within_a_month(said_on, today) or not is_in_use(field, scenario):
            continue
        is_met = said_on >= begins and scenario.value(field) >= scenario.value(limit)
        if not is_met:
            yield replace(doubt_of("warn.said_long_ago", day=day(said_on)), field=field)
