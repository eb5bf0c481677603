from datetime import date

import pytest

from carechoice.language.formats import (
    UNITS,
    count,
    day,
    day_of_year,
    hours,
    money,
    money_exact,
    money_range,
    month,
    percent,
    same_day_of_years,
)


@pytest.mark.parametrize(
    ("usd", "text"),
    [(0, "$0"), (0.5, "$1"), (486, "$486"), (4241.6, "$4,242"), (1e6, "$1,000,000")],
)
def test_money_is_in_whole_dollars(usd, text):
    assert money(usd) == text


@pytest.mark.parametrize(
    ("usd", "text"),
    [
        (130.23, "$130.23"),
        (6120, "$6,120"),
        (0.1, "$0.10"),
        (130.999, "$131"),
        # Half a cent goes up, as in a bill.
        (95.115, "$95.12"),
        (1.005, "$1.01"),
    ],
)
def test_exact_money_keeps_its_cents(usd, text):
    assert money_exact(usd) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (9, "9 hours"),
        (1, "1 hour"),
        (0.75, "45 minutes"),
        (1.5, "1 hour 30 minutes"),
        (2 + 1 / 60, "2 hours 1 minute"),
        (0, "0 hours"),
        (1152, "1,152 hours"),
    ],
)
def test_hours_are_hours_and_minutes(number, text):
    assert hours(number) == text


def test_one_is_singular_and_the_rest_plural():
    assert (count(1, "week"), count(8, "week"), count(2.5, "day")) == (
        "1 week",
        "8 weeks",
        "2.5 days",
    )


def test_dates_are_in_words():
    assert day(date(2027, 3, 29)) == "March 29, 2027"
    assert month(date(2027, 3, 29)) == "March 2027"
    assert day_of_year("07-01") == "July 1"


def test_one_day_of_some_years_is_named_once_and_other_days_each():
    new_years = [date(2027, 1, 1), date(2028, 1, 1), date(2029, 1, 1)]
    assert same_day_of_years(new_years) == "January 1 of 2027, 2028 and 2029"
    assert same_day_of_years(new_years[:1]) == "January 1, 2027"
    other = [date(2027, 1, 1), date(2027, 7, 1)]
    assert same_day_of_years(other) == "January 1, 2027 and July 1, 2027"


def test_a_share_has_its_sign_and_a_range_both_its_ends():
    assert percent(80) == "80%"
    assert percent(12.5) == "12.5%"
    assert [percent(share) for share in (33.333, 100 - 33.333)] == ["33.333%", "66.667%"]
    assert money_range(100, 250) == "$100 to $250"


@pytest.mark.parametrize("unit", UNITS)
def test_each_unit_has_a_word_for_one(unit):
    assert count(1, unit).startswith("1 ")
    assert count(1, unit) != count(2, unit).replace("2", "1")
