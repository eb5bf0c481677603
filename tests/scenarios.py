"""Scenarios for tests: a fixed day, and a start that stays inside one plan year."""

from datetime import date

from carechoice.comparison.compare import Comparison, compare
from carechoice.comparison.doubts import doubts
from carechoice.inputs.scenario import Scenario

TODAY = date(2026, 11, 23)
IN_ONE_PLAN_YEAR = {"start_date": "2027-01-04"}
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
