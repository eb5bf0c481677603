"""What the bill would be if care began with the next plan year instead of before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import Comparison, Option, compare
from carechoice.comparison.ledger import restarts
from carechoice.comparison.words import cost
from carechoice.inputs.changes import NOTHING_PAID
from carechoice.language.formats import day, listed, money
from carechoice.language.sentences import say


@dataclass(frozen=True, slots=True)
class LaterStart:
    """A later first day, and what each option is if care begins on it."""

    first_day: date
    options: Mapping[Pathway, Option]


def later_start(comparison: Comparison) -> LaterStart | None:
    """The first Monday of the plan year that begins within an option, and what it changes.

    What was paid this plan year does not count in the next.

    None where no option runs into a new plan year that takes something from the person, where the
    first day cannot be that late, or where no bill would be another in whole dollars.
    """
    days = [each.day for pathway in comparison.options for each in restarts(comparison, pathway)]
    if not days:
        return None
    first_day = _monday_from(min(days))
    if first_day > date.fromisoformat(catalog().parameters["start_date"].maximum):
        return None
    later = compare(comparison.scenario.but(start_date=first_day, **NOTHING_PAID)).options
    is_same = [
        _costs_the_same(option, later[pathway]) for pathway, option in comparison.options.items()
    ]
    return None if all(is_same) else LaterStart(first_day, later)


def told(comparison: Comparison) -> str:
    """What each option costs from a later first day on, beside what it costs now.

    Both stand in one sentence. Empty where a later first day changes nothing.
    """
    later = later_start(comparison)
    if later is None:
        return ""
    changes = [_change(now, later.options[pathway]) for pathway, now in comparison.options.items()]
    return say("first_day", day=day(later.first_day), changes=listed(changes))


def _change(now: Option, later: Option) -> str:
    option = say(f"note.during.{now.pathway}")
    if _costs_the_same(now, later):
        return say("first_day.same", option=option)
    return say("first_day.other", option=option, later=cost(later), now=cost(now))


def _costs_the_same(one: Option, other: Option) -> bool:
    """Whether two bills are the same in whole dollars."""
    return money(one.patient_usd.likely) == money(other.patient_usd.likely)


def _monday_from(earliest: date) -> date:
    """The first Monday that is no earlier."""
    return earliest + timedelta(days=-earliest.weekday() % 7)
