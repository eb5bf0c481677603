"""Scenarios for tests: a fixed day, and a start that stays inside one plan year."""

from datetime import date

from carechoice.comparison.compare import Comparison, compare
from carechoice.comparison.doubts import doubts
from carechoice.inputs.scenario import Scenario

TODAY = date(2026, 11, 23)
IN_ONE_PLAN_YEAR = {"start_date": "2027-01-04"}


def scenario(**query: object) -> Scenario:
    """The default scenario with these inputs, all of which must be usable."""
    asked = {field: str(value) for field, value in (IN_ONE_PLAN_YEAR | query).items()}
    reading = Scenario.from_query(asked, today=TODAY)
    assert reading.problems == ()
    return reading.scenario


def comparison(**query: object) -> Comparison:
    return compare(scenario(**query))


def warnings(result: Comparison, today: date) -> list[str]:
    """The sentence of each doubt about the inputs; empty when all fits."""
    return [doubt.sentence for doubt in doubts(result, today)]
