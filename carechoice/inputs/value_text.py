"""The value of an input as text for a person, and what the input is called in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Parameter
from carechoice.language.choices import choice_label
from carechoice.language.formats import (
    Unit,
    clock,
    count,
    day,
    fixed_hours,
    hours,
    money_exact,
    percent,
)
from carechoice.language.sentences import say

# What a number in a unit of the data counts.
COUNTED: Mapping[str, Unit] = {
    "combinations": "combination",
    "days": "day",
    "minutes": "minute",
    "months": "month",
    "people": "person",
    "miles": "mile",
    "sessions": "session",
    "weeks": "week",
}


def value_text(row: Parameter, value: object) -> str:
    """A field's value as a person reads it."""
    if row.kind in ("yes_no", "week"):
        return fixed_hours(value) if isinstance(value, str) else say("yes" if value else "no")
    if isinstance(value, date):
        return day(value)
    if row.kind == "example":
        return catalog().plans[str(value)].label
    if row.is_picked:
        return choice_label(row.key, str(value))
    is_unknown = row.role == "charge" and not value
    return say("charge.unknown") if is_unknown else amount_text(float(str(value)), row.unit)


def label_in_sentence(field: str) -> str:
    """What an input is called within a sentence, where its label is for a place of its own."""
    name = f"short.{field}"
    return say(name) if name in catalog().words else catalog().parameters[field].label


def amount_text(value: float, unit: str) -> str:
    """A number in a unit of the data, as a person reads it."""
    if unit == "usd":
        return money_exact(value)
    if unit == "percent":
        return percent(value)
    if unit == "hours":
        return hours(value)
    if unit == "o_clock":
        return clock(60 * value)
    return count(value, COUNTED[unit])
