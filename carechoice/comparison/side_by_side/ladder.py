"""The options on the ladder of care, in words."""

from __future__ import annotations

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Level
from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.words import program_crossing
from carechoice.language.formats import hours
from carechoice.language.levels import hours_of
from carechoice.language.sentences import in_order, say


def level_caption(comparison: Comparison) -> str:
    """Where both options stand on the ladder, and what crossing a boundary means."""
    sentences = [_stands_on(option) for option in comparison.options.values()]
    program = catalog().levels["iop"]
    crossing = program_crossing(comparison.options["iop"])
    if crossing:
        sentences.append(say(f"level.crossing.{crossing}", **hours_of(program)))
    return " ".join([*sentences, say("level.caption.end")])


def _stands_on(option: Option) -> str:
    # The sentence on an option with one phase has no blank for a later one.
    later = option.phases[1:] or option.phases
    return say(
        f"level.caption.option.{option.words_key}",
        hours=hours(option.hours_per_week),
        level=_level_name(option.level),
        then_hours=in_order(hours(phase.hours_per_week) for phase in later),
        then_level=in_order(_level_name(phase.level) for phase in later),
    )


def _level_name(level: Level) -> str:
    return say(f"level.name.{level.key}", **hours_of(level))
