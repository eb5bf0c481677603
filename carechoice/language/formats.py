"""How numbers, money and dates are written, by the rules of the language that is spoken (Babel)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Literal, get_args

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.numbers import (
    format_currency,
    format_decimal,
    format_percent,
    get_decimal_symbol,
    get_group_symbol,
)

from carechoice.catalog.fixed_hours import groups, read_fixed_hours
from carechoice.catalog.in_use import catalog, remembered
from carechoice.catalog.rounding import half_up
from carechoice.catalog.time_units import MINUTES_PER_DAY, MINUTES_PER_HOUR
from carechoice.catalog.weekdays import read_weekdays

NOON = MINUTES_PER_DAY // 2
CENTS_PER_DOLLAR = 100

# What is counted. Each has a sentence for every form that the language of the data counts in.
Unit = Literal[
    "combination",
    "day",
    "hour",
    "mile",
    "minute",
    "month",
    "closed_day",
    "on_holiday",
    "parts",
    "person",
    "scenario",
    "session",
    "visit",
    "week",
]
UNITS: tuple[Unit, ...] = get_args(Unit)
# The form that every language has.
OTHER = "other"

CURRENCY = "USD"
# Stands in a pattern of Babel for am or pm.
HALF_OF_DAY = "a"
# How a pattern of Babel writes cents, which whole dollars go without.
CENTS = ".00"
# Any year that has all days a plan year can start on.
SOME_YEAR = 2026
# So many digits of a share of 1 are shown at most.
PERCENT_DIGITS = 12
# A page writes a few hundred amounts, most of them the same at the next slider move.
CACHED_TEXTS = 10_000


def language_tag() -> str:
    """The language and region that is spoken, as documents name it (BCP 47): en-US."""
    return catalog().locale.replace("_", "-")


def plural_forms(locale: str) -> set[str]:
    """The forms that a language counts in: one and other in English, four in Polish.

    Raises ValueError or UnknownLocaleError where there is no such language.
    """
    return {*Locale.parse(locale).plural_form.tags, OTHER}


@remembered()
def _locale() -> Locale:
    """The language and region that is spoken."""
    return Locale.parse(catalog().locale)


@remembered()
def _whole_dollars() -> str:
    """The pattern of whole amounts, with the sign where the language puts it."""
    pattern: str = _locale().currency_formats["standard"].pattern
    return pattern.replace(CENTS, "")


@remembered(CACHED_TEXTS)
def money(usd: float) -> str:
    """Whole dollars: 4241.6 -> $4,242."""
    return format_currency(
        half_up(usd), CURRENCY, _whole_dollars(), locale=_locale(), currency_digits=False
    )


def approximate_money(usd: float, *, is_known: bool) -> str:
    """Whole dollars, with "about" where the prices behind them are not the person's own."""
    return money(usd) if is_known else catalog().say("about", amount=money(usd))


@remembered(CACHED_TEXTS)
def money_exact(usd: float) -> str:
    """Dollars, with cents where there are any: $130.23, $6,120. Half a cent goes up."""
    usd = half_up(usd * CENTS_PER_DOLLAR) / CENTS_PER_DOLLAR
    return money(usd) if usd == int(usd) else format_currency(usd, CURRENCY, locale=_locale())


def money_range(low_usd: float, high_usd: float) -> str:
    """Two amounts of whole dollars: $2,736 to $5,898."""
    return catalog().say("range", low=money(low_usd), high=money(high_usd))


@remembered(CACHED_TEXTS)
def count(number: float, unit: Unit) -> str:
    """A number with its unit in the right form: 1 week, 8 weeks, 2.5 hours."""
    form = _locale().plural_form(number)
    return catalog().say(f"{unit}.{form}", n=format_decimal(number, locale=_locale()))


def hours(number: float) -> str:
    """Hours and minutes: 9 hours, 45 minutes, 1 hour 30 minutes."""
    whole, minutes = divmod(round(number * MINUTES_PER_HOUR), MINUTES_PER_HOUR)
    if not minutes:
        return count(whole, "hour")
    if not whole:
        return count(minutes, "minute")
    return catalog().say(
        "hours_and_minutes", hours=count(whole, "hour"), minutes=count(minutes, "minute")
    )


@remembered(CACHED_TEXTS)
def short_month(value: date) -> str:
    """The month of a date where there is little room: Jan."""
    return format_date(value, "LLL", locale=_locale())


@remembered()
def separators() -> str:
    """The signs that numbers are written with, as charts take them: that of decimals, of groups."""
    return f"{get_decimal_symbol(_locale())}{get_group_symbol(_locale())}"


def percent(share: float) -> str:
    """A share given in percent: 80 -> 80%."""
    # Rounded, as a hundredth of 33.333 would be shown with all its binary digits.
    part = round(share / 100, PERCENT_DIGITS)
    return format_percent(part, locale=_locale(), decimal_quantization=False)


def of_100(share: float) -> str:
    """A share given in percent, as people: 19.7 -> about 20 of 100 people."""
    return catalog().say("of_100", n=half_up(share))


def rest_of_100(share: float) -> str:
    """The people who are not in the share: 19.7 -> 80 of 100."""
    return catalog().say("of_100.rest", n=100 - half_up(share))


def tries_beyond() -> int:
    """How many of 100 tries of what is not known a range leaves out at each end, at most."""
    return half_up(catalog().figures["tries_beyond_percent"].value or 0)


def tries_within() -> str:
    """How many of them lie within a range: 80 of 100 tries."""
    return catalog().say("tries.within", n=100 - 2 * tries_beyond())


def day(value: date) -> str:
    """A date in words: March 29, 2027."""
    return format_date(value, "long", locale=_locale())


def days_from_to(first: date, last: date) -> str:
    """When care is: from January 4, 2027 to March 22, 2027; of one day on that day."""
    if first == last:
        return catalog().say("days.on", day=day(first))
    return catalog().say("days.from_to", first=day(first), last=day(last))


@remembered()
def day_of_year(month_day: str) -> str:
    """A day of any year, given as month-day: 07-01 -> July 1."""
    day_in_some_year = date.fromisoformat(f"{SOME_YEAR}-{month_day}")
    return format_skeleton("MMMMd", day_in_some_year, locale=_locale())


def same_day_of_years(days: Sequence[date]) -> str:
    """Dates in a list; one day of some years once: January 1 of 2027, 2028 and 2029."""
    named = {day_of_year(f"{each:%m-%d}") for each in days}
    if len(days) == 1 or len(named) > 1:
        return listed([day(each) for each in days])
    years = listed([f"{each.year}" for each in days])
    return catalog().say("days.of_years", day=named.pop(), years=years)


def month(value: date) -> str:
    """The month of a date: March 2027."""
    return format_skeleton("yMMMM", value, locale=_locale())


def month_in_short(value: date) -> str:
    """The month of a date where little room is: Mar 2027."""
    return format_skeleton("yMMM", value, locale=_locale())


def clock(minutes: float) -> str:
    """A time of day, given in minutes after midnight: 9 am, 5:30 pm, noon, midnight.

    A language that counts all hours of a day from midnight has none of these words: 17:30.
    """
    minutes = round(minutes) % MINUTES_PER_DAY
    if _counts_to_24():
        return format_time(time(*divmod(minutes, MINUTES_PER_HOUR)), "short", locale=_locale())
    if minutes in (0, NOON):
        return catalog().say("clock.noon" if minutes else "clock.midnight")
    hour, rest = divmod(minutes, MINUTES_PER_HOUR)
    text = f"{(hour - 1) % 12 + 1}"
    if rest:
        text = catalog().say("clock.minutes", hour=text, minutes=f"{rest:02}")
    return catalog().say("clock.pm" if minutes > NOON else "clock.am", time=text)


@remembered()
def _counts_to_24() -> bool:
    """Whether the language writes a time of day without the half of the day that it is in."""
    return HALF_OF_DAY not in _locale().time_formats["short"].pattern


def clock_span(start: float, end: float) -> str:
    """From one time of day to another: 9 am to noon."""
    return catalog().say("range", low=clock(start), high=clock(end))


def weekday(number: int, *, short: bool = False) -> str:
    """The name of day 0, Monday, to 6."""
    return catalog().say("weekdays.short" if short else "weekdays").split("|")[number]


def in_a_row(parts: Iterable[str]) -> str:
    """Phrases with the comma of the language between them: Monday, Tuesday."""
    between: str = _locale().list_patterns["standard"]["middle"].format("", "")
    return between.join(parts)


def listed(parts: Sequence[str]) -> str:
    """Phrases as a list: Monday, Tuesday and Thursday."""
    if len(parts) < 2:
        return "".join(parts)
    return catalog().say("and", first=in_a_row(parts[:-1]), second=parts[-1])


def either(parts: Sequence[str]) -> str:
    """Phrases of which one is meant: S9480 or H0015."""
    if len(parts) < 2:
        return "".join(parts)
    return catalog().say("or", first=in_a_row(parts[:-1]), second=parts[-1])


def weekdays(numbers: Iterable[int]) -> str:
    """Days of the week as a list, each once and in order: Monday to Wednesday and Friday."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return listed([part for run in runs for part in _days_in_a_row(run)])


def weekdays_of_choice(key: str) -> str:
    """The days that a choice of weekdays names, or that it names none."""
    return weekdays(read_weekdays(key)) or catalog().say("weekdays.any")


def _days_in_a_row(run: Sequence[int]) -> list[str]:
    """Three days in a row or more are named by the first and the last."""
    if len(run) < 3:
        return [weekday(number) for number in run]
    return [catalog().say("weekdays.range", first=weekday(run[0]), last=weekday(run[-1]))]


def fixed_hours(text: str) -> str:
    """Fixed hours of a week in words: Monday to Friday, 9 am to 5 pm."""
    say = catalog().say
    sentences = []
    for first, last, spans in groups(read_fixed_hours(text)):
        days = weekday(first)
        if last != first:
            days = say("weekdays.range", first=days, last=weekday(last))
        hours = [
            clock_span(MINUTES_PER_HOUR * start, MINUTES_PER_HOUR * end) for start, end in spans
        ]
        sentences.append(say("fixed_hours.days", days=days, spans=listed(hours)))
    return "; ".join(sentences) or say("fixed_hours.none")
