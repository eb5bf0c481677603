"""The keys of a choice in words."""

from __future__ import annotations

from collections.abc import Iterable

from carechoice.catalog.in_use import catalog
from carechoice.catalog.outside_text import set_apart
from carechoice.catalog.weekdays import WORKING_DAYS, write_weekdays
from carechoice.language.formats import day_of_year, weekday, weekdays_of_choice
from carechoice.language.sentences import say


def choice_label(field: str, key: str) -> str:
    """What the person reads for a key of a choice."""
    if field in ("plan", "other_plan") and key in catalog().plans:
        return catalog().plans[key].label
    if field == "program" and key in catalog().own.programs:
        return catalog().own.programs[key].name_in_sentence
    if field == "payer" and key in catalog().own.coverages:
        covered = catalog().own.coverages[key]
        payer, plan = map(set_apart, (covered.payer, covered.plan))
        return say("payer.with_plan", payer=payer, plan=plan) if plan else payer
    kind = catalog().parameters[field].kind
    if kind == "day_of_year":
        return day_of_year(key)
    if kind == "weekdays":
        return weekdays_of_choice(key)
    return say(f"{field}.{key}")


def weekday_label(day: int) -> str:
    """What a person reads for a day that can be picked, 0 for Monday."""
    return weekday(day, short=True)


def choice_of_weekdays(labels: Iterable[str]) -> str:
    """The choice of the days that a person reads so; without any, the one that names none."""
    read = frozenset(labels)
    return write_weekdays(day for day in WORKING_DAYS if weekday_label(day) in read)
