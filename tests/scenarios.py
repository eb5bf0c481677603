"""Scenarios for tests: a fixed day, and a start that stays inside one plan year."""

from datetime import date

from carechoice.comparison.compare import Comparison, compare
from carechoice.comparison.cost_gap import Gap
from carechoice.comparison.doubts.doubts import doubts
from carechoice.inputs.scenario import Scenario

TODAY = date(2026, 11, 23)
IN_ONE_PLAN_YEAR = {"start_date": "2027-01-04"}
# All terms and prices of the example that the page starts from, as numbers that somebody gave.
ALL_KNOWN = {
    "therapy_price_usd": 130.23,
    "iop_price_per_day_usd": 255,
    "deductible_usd": 1886,
    "oop_max_usd": 4000,
    "plan_pays_percent": 80,
    "therapy_copay_usd": 27,
    "therapy_deductible_applies": "no",
    "iop_copay_per_day_usd": 0,
    "iop_deductible_applies": "yes",
}
# 10 sessions at $100 and 6 days at $200; $300 come first where they do, then the plan pays 80
# percent without an end.
TEN_SESSIONS_SIX_DAYS = {
    "therapy_sessions": 10,
    "therapy_price_usd": 100,
    "therapy_copay_usd": 0,
    "iop_weeks": 2,
    "iop_hours_per_day": 3,
    "iop_price_per_day_usd": 200,
    "plan_pays_percent": 80,
    "deductible_usd": 300,
    "oop_max_applies": "no",
}
# What is open beside these ten sessions and six days, as they are billed.
REST_KNOWN = {
    "therapy_deductible_applies": "yes",
    "iop_copay_per_day_usd": 0,
    "iop_deductible_applies": "yes",
    "oop_max_usd": 4000,
}


def scenario(**query: object) -> Scenario:
    """The default scenario with these inputs, all of which must be usable."""
    asked = {field: str(value) for field, value in (IN_ONE_PLAN_YEAR | query).items()}
    reading = Scenario.from_query(asked, today=TODAY)
    assert reading.problems == ()
    return reading.scenario


def comparison(**query: object) -> Comparison:
    return compare(scenario(**query))


def paid_usd(**query: object) -> tuple[float, float]:
    """What the patient pays for therapy and for the program, with the numbers of the scenario."""
    options = comparison(**query).options
    return options["therapy"].patient_usd.likely, options["iop"].patient_usd.likely


def warnings(result: Comparison, today: date) -> list[str]:
    """The sentence of each doubt about the inputs; empty when all fits."""
    return [doubt.sentence for doubt in doubts(result, today)]


def same_in_all(more_usd: float) -> Gap:
    """That so much more is paid, whatever is not known."""
    return Gap(more_usd, more_usd)
