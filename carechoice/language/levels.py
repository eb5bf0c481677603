"""Levels of care in words: their hours and what they include."""

from __future__ import annotations

from collections.abc import Iterable

from carechoice.catalog.rows import Level
from carechoice.language.formats import in_a_row
from carechoice.language.sentences import say


def level_hours(level: Level) -> str:
    """The weekly hours of a level, as a phrase."""
    return say(f"level.hours.{span(level)}", **hours_of(level))


def level_includes(level: Level) -> str:
    """What a level of care includes, and what it has in some places only."""
    sentences = [say("level.includes", services=service_names(level.includes))]
    if level.may_include:
        sentences.append(say("level.may_include", services=service_names(level.may_include)))
    return " ".join(sentences)


def service_names(services: Iterable[str]) -> str:
    """Services by name, as a list in a sentence."""
    return in_a_row(say(f"features.service.{key}") for key in services)


def rung(level: Level) -> str:
    """A level's short name with its hours, for the ladder."""
    return say("level.rung", label=level.short_label, hours=level_hours(level))


def hours_of(level: Level) -> dict[str, str]:
    """The level's hours as blanks of sentences: from ``minimum`` on, and below ``below``."""
    return {
        "minimum": f"{level.minimum_hours_per_week or 0:g}",
        "below": f"{level.below_hours_per_week or 0:g}",
    }


def span(level: Level) -> str:
    """Which form of words fits the level's hours."""
    if level.around_the_clock:
        return "always"
    if level.minimum_hours_per_week is None:
        return "none"
    if not level.minimum_hours_per_week:
        return "below"
    return "from_to" if level.below_hours_per_week else "from"
