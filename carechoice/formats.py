"""How numbers, money and dates are written, by the rules of the data's language (Babel)."""

from __future__ import annotations

from datetime import date
from functools import cache

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_currency, format_decimal, format_percent

from carechoice.catalog import catalog

CURRENCY = "USD"
WHOLE = "¤#,##0"
# Any year that has all days a plan year can start on.
SOME_YEAR = 2026


@cache
def _locale() -> Locale:
    """The language and region of the sentences in data/."""
    return Locale.parse(catalog().release["locale"].value)


def money(usd: float) -> str:
    """Whole dollars: 4241.6 -> $4,242."""
    return format_currency(_whole(usd), CURRENCY, WHOLE, locale=_locale(), currency_digits=False)


def approximate_money(usd: float, *, is_known: bool) -> str:
    """Whole dollars, with "about" where the prices behind them are not the person's own."""
    return money(usd) if is_known else catalog().say("about", amount=money(usd))


def money_exact(usd: float) -> str:
    """Dollars, with cents where there are any: $130.23, $6,120."""
    usd = round(usd, 2)
    return money(usd) if usd == int(usd) else format_currency(usd, CURRENCY, locale=_locale())


def money_range(low_usd: float, high_usd: float) -> str:
    """Two amounts of whole dollars: $2,736 to $5,898."""
    return catalog().say("range", low=money(low_usd), high=money(high_usd))


def count(number: float, unit: str) -> str:
    """A number with its unit in the right form: 1 week, 8 weeks, 2.5 hours."""
    form = _locale().plural_form(number)
    return catalog().say(f"{unit}.{form}", n=format_decimal(number, locale=_locale()))


def hours(number: float) -> str:
    """Hours and minutes: 9 hours, 45 minutes, 1 hour 30 minutes."""
    whole, minutes = divmod(round(number * 60), 60)
    if not minutes:
        return count(whole, "hour")
    if not whole:
        return count(minutes, "minute")
    return catalog().say(
        "hours_and_minutes", hours=count(whole, "hour"), minutes=count(minutes, "minute")
    )


def percent(share: float) -> str:
    """A share given in percent: 80 -> 80%."""
    return format_percent(share / 100, locale=_locale(), decimal_quantization=False)


def of_100(share: float) -> str:
    """A share given in percent, as people: 19.7 -> about 20 of 100 people."""
    return catalog().say("of_100", n=_whole(share))


def rest_of_100(share: float) -> str:
    """The people who are not in the share: 19.7 -> 80 of 100."""
    return catalog().say("of_100.rest", n=100 - _whole(share))


def _whole(number: float) -> int:
    # A half rounds up, as people expect it; Python's own rounding would go to even.
    return int(number + 0.5)


def day(value: date) -> str:
    """A date in words: March 29, 2027."""
    return format_date(value, "long", locale=_locale())


def day_of_year(month_day: str) -> str:
    """A day of any year, given as month-day: 07-01 -> July 1."""
    day_in_some_year = date.fromisoformat(f"{SOME_YEAR}-{month_day}")
    return format_skeleton("MMMMd", day_in_some_year, locale=_locale())


def month(value: date) -> str:
    """The month of a date: March 2027."""
    return format_skeleton("yMMMM", value, locale=_locale())
