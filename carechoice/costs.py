"""What an option costs the patient in many scenarios at once: costs_usd(scenarios, care).

The array form of the bill for scenarios that differ in anything but the way of paying. It is equal
to the bill of each scenario alone, to the cent (tests/laws/test_costs_laws.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from carechoice.course import charge_usd, visits
from carechoice.many_bills import Amounts, ManyTerms, patient_total_usd
from carechoice.rows import Care
from carechoice.scenario import (
    COPAY_OF,
    DEDUCTIBLE_APPLIES_OF,
    HOURS_OF,
    LENGTH_OF,
    PRICE_OF,
    SELF_PAY,
    VISIT_LENGTH_OF,
    Scenario,
)

Numbers = npt.NDArray[np.int64]
# A course is less than a kilobyte; one look at what is not known needs a handful.
REMEMBERED = 500


class _Days(NamedTuple):
    """The days of a course: their years, and month and day as one number (1130)."""

    year: Numbers
    month_day: Numbers


def costs_usd(scenarios: Sequence[Scenario], care: Care) -> list[float]:
    """What the patient pays for one of the two options in each scenario, in dollars.

    All scenarios have the same ``network``.
    """
    years = [_plan_years(scenario, care) for scenario in scenarios]
    visit_counts = np.array([len(each) for each in years])
    price_usd = _values(scenarios, PRICE_OF[care])
    charges = [charge_usd(scenario, care) for scenario in scenarios]
    billed_usd = np.array(charges, dtype=float)
    billed_usd = np.where(np.isnan(billed_usd), price_usd, billed_usd)
    allowed_usd = np.minimum(price_usd, billed_usd)
    owed_usd = (billed_usd - allowed_usd) * visit_counts
    if scenarios[0].network == SELF_PAY:
        owed_usd += allowed_usd * visit_counts
    else:
        claims = np.arange(visit_counts.max())
        happens = claims < visit_counts[:, None]
        owed_usd += patient_total_usd(
            _terms(scenarios, care),
            np.where(happens, allowed_usd[:, None], 0),
            np.array([each[np.minimum(claims, len(each) - 1)] for each in years]),
        )
    return [round(float(cost), 2) for cost in owed_usd]


def _values(scenarios: Sequence[Scenario], field: str) -> Amounts:
    return np.array([getattr(scenario, field) for scenario in scenarios], dtype=float)


def _terms(scenarios: Sequence[Scenario], care: Care) -> ManyTerms:
    capped = _values(scenarios, "oop_max_applies") > 0
    copay_usd = _values(scenarios, COPAY_OF[care])
    share = 1 - _values(scenarios, "plan_pays_percent") / 100
    return ManyTerms(
        deductible_usd=_values(scenarios, "deductible_usd"),
        deductible_met_usd=_values(scenarios, "deductible_met_usd"),
        oop_max_usd=np.where(capped, _values(scenarios, "oop_max_usd"), np.inf),
        oop_met_usd=_values(scenarios, "oop_met_usd"),
        copay_usd=copay_usd,
        # A copayment takes the place of the share, as in comparison.plan_of.
        coinsurance=np.where(copay_usd > 0, 0, share),
        deductible_applies=_values(scenarios, DEDUCTIBLE_APPLIES_OF[care]) > 0,
    )


def _plan_years(scenario: Scenario, care: Care) -> Numbers:
    """The plan year of each visit, counted from 0 at the first."""
    days = _days(_course_inputs(scenario, care), care)
    starts = int(scenario.plan_year_start.replace("-", ""))
    years = days.year - (days.month_day < starts)
    return np.asarray(years - years[0])


def _course_inputs(scenario: Scenario, care: Care) -> tuple[Any, ...]:
    return tuple(getattr(scenario, field) for field in _fields(care))


def _fields(care: Care) -> tuple[str, ...]:
    """The inputs that decide on which days the visits are."""
    return ("start_date", HOURS_OF[care], VISIT_LENGTH_OF[care], LENGTH_OF[care])


@lru_cache(maxsize=REMEMBERED)
def _days(inputs: tuple[Any, ...], care: Care) -> _Days:
    course = visits(replace(_any(), **dict(zip(_fields(care), inputs, strict=True))), care)
    year = np.array([visit.date.year for visit in course])
    month_day = np.array([visit.date.month * 100 + visit.date.day for visit in course])
    return _Days(year, month_day)


@cache
def _any() -> Scenario:
    return Scenario.default(date.min)
