"""How numbers, money and dates are written. Patterns come from sentences.csv."""

from __future__ import annotations

from datetime import date

from carechoice.catalog import catalog


def money(usd: float) -> str:
    """Whole dollars: 4241.6 -> $4,242."""
    return catalog().say("money", amount=f"{_whole(usd):,}")


def approximate_money(usd: float, *, is_known: bool) -> str:
    """Whole dollars, with "about" where the prices behind them are not the person's own."""
    return money(usd) if is_known else catalog().say("about", amount=money(usd))


def money_exact(usd: float) -> str:
    """Dollars, with cents where there are any: $130.23, $6,120."""
    usd = round(usd, 2)
    cents = "" if usd == int(usd) else f"{usd:.2f}"[-3:]
    return catalog().say("money", amount=f"{int(usd):,}{cents}")


def money_range(low_usd: float, high_usd: float) -> str:
    """Two amounts of whole dollars: $2,736 to $5,898."""
    return catalog().say("range", low=money(low_usd), high=money(high_usd))


def count(number: float, unit: str) -> str:
    """A number with its unit in the right form: 1 week, 8 weeks, 2.5 hours."""
    form = "one" if number == 1 else "other"
    return catalog().say(f"{unit}.{form}", n=f"{number:,g}")


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
    return catalog().say("percent", share=f"{share:g}")


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
    return catalog().say("date", month=month(value.month), day=value.day, year=value.year)


def month(number: int) -> str:
    """The name of month 1 to 12."""
    return catalog().say("months").split("|")[number - 1]
