"""Inputs that contradict each other or look mixed up, said in words. Nothing is ever blocked."""

from __future__ import annotations

from datetime import date

from carechoice.comparison.answer_doubts import about_answers_of_long_ago
from carechoice.comparison.compare import Comparison
from carechoice.comparison.doubt import Doubt
from carechoice.comparison.first_day_doubts import about_the_first_day
from carechoice.comparison.paid_doubts import about_what_was_paid
from carechoice.comparison.plan_doubts import about_shares, about_the_plan
from carechoice.comparison.price_doubts import about_prices, about_the_fee
from carechoice.comparison.week_doubts import about_the_week
from carechoice.inputs.counting import has_input
from carechoice.inputs.coverage import has_plan


def doubts(comparison: Comparison, today: date) -> list[Doubt]:
    """Each doubt with the input it is about, most about the plan first; empty when all fits.

    What the way of paying has no input for changes nothing, so there is nothing to look at again.
    """
    scenario = comparison.scenario
    if not has_plan(scenario):
        told = [*about_the_week(scenario), *about_the_fee(comparison), *about_shares(scenario)]
    else:
        told = [
            *about_what_was_paid(comparison, today),
            *about_answers_of_long_ago(scenario, today),
            *about_the_plan(scenario, today),
            *about_prices(scenario),
            *about_the_week(scenario),
        ]
    told += about_the_first_day(scenario, today)
    return [doubt for doubt in told if has_input(doubt.field, scenario)]
