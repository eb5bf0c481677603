"""Money is paid in cents and a day is planned in minutes: no input holds a part of either."""

import pytest
from scenarios import TODAY, comparison, scenario

from carechoice.catalog.in_use import catalog
from carechoice.catalog.values import to_smallest_part
from carechoice.inputs.scenario import Scenario
from carechoice.topics.sources import method


def read(field, text):
    return Scenario.from_query({field: text}, today=TODAY)


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        ("therapy_price_usd", "130.005", "it has parts of a cent"),
        ("iop_price_per_day_usd", "255.999", "it has parts of a cent"),
        ("iop_charge_per_day_usd", "0.001", "it has parts of a cent"),
        ("deductible_usd", "1886.1234", "it has parts of a cent"),
        ("other_oop_max_usd", "4000.005", "it has parts of a cent"),
        ("travel_minutes_per_visit", "12.5", "it has parts of a minute"),
        ("deductible_usd", "2.500", "write it as 2.5"),
    ],
)
def test_a_value_with_parts_of_a_cent_or_a_minute_is_named_and_not_used(field, text, reason):
    reading = read(field, text)
    assert [(each.field, each.reason) for each in reading.problems] == [(field, reason)]
    assert reading.scenario == Scenario.default(TODAY)


@pytest.mark.parametrize("cents", [0, 1, 7, 29, 57, 58, 13_023, 28_999, 99_999])
def test_every_price_in_cents_is_taken(cents):
    """Also those that binary fractions miss by a little, such as 0.29 and 0.57."""
    text = f"{cents // 100}.{cents % 100:02}"
    reading = read("therapy_price_usd", text)
    assert reading.problems == ()
    assert reading.scenario.therapy.price_usd == float(text)


@pytest.mark.parametrize(
    ("field", "typed", "taken"),
    [
        ("therapy_price_usd", 130.005, 130.01),
        ("therapy_price_usd", 130.004, 130),
        ("deductible_usd", 1886.125, 1886.13),
        ("travel_minutes_per_visit", 12.5, 13),
        # Hours and shares have no smallest part.
        ("iop_hours_per_week", 10.125, 10.125),
        ("plan_pays_percent", 12.345, 12.345),
    ],
)
def test_what_is_typed_on_a_page_is_taken_to_the_cent_or_the_minute(field, typed, taken):
    assert to_smallest_part(catalog().parameters[field], typed) == taken


def test_the_price_of_a_session_times_the_sessions_is_the_total():
    """18 x $130.01 = $2,340.18."""
    result = comparison(plan="none", therapy_price_usd=130.01)
    assert "18 sessions x $130.01 = $2,340.18." in method.steps(result)[1]
    assert result.options["therapy"].patient_usd.likely == 2340.18


def test_no_default_and_no_listed_price_has_parts_of_a_cent():
    start = scenario().to_values()
    for field, row in catalog().parameters.items():
        if row.is_number:
            assert to_smallest_part(row, start[field]) == start[field]
    for price in catalog().prices.values():
        for usd in (price.low, price.typical, price.high):
            assert round(usd, 2) == usd
