"""The level of care in sentences: the ladder, what it includes, the hours."""

from __future__ import annotations

from typing import NamedTuple

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Care, Level, Pathway
from carechoice.comparison.compare import Comparison, Option, Phase
from carechoice.comparison.levels import services_of
from carechoice.comparison.side_by_side.features import week_parts, whose_split
from carechoice.comparison.words import by_phase
from carechoice.drawing.style import SIGN
from carechoice.language.formats import day, hours
from carechoice.language.levels import hours_of, service_names, span
from carechoice.language.sentences import as_text, in_order, say, short_name


class Rung(NamedTuple):
    """A level of care as the ladder tells it; ``marks`` are the options that stand on it.

    A third pathway stands on the level of each of its phases.
    """

    name: str
    marks: dict[Pathway, str]
    setting: str
    who_for: str


def ladder(comparison: Comparison) -> list[Rung]:
    """All levels from prevention to inpatient care, with the options where their hours put them."""
    return [
        Rung(
            say(f"level.rung.{span(level)}", label=level.label, **hours_of(level)),
            _marks(level, comparison),
            level.setting,
            level.who_for,
        )
        for level in catalog().levels.values()
    ]


def _marks(level: Level, comparison: Comparison) -> dict[Pathway, str]:
    marks: dict[Pathway, str] = {
        pathway: say(
            "care.mark.alike",
            symbol=SIGN[pathway],
            option=short_name(option.words_key),
            hours=hours(option.hours_per_week),
        )
        for pathway, option in comparison.both.items()
        if option.level == level
    }
    third = {option.pathway: _third_mark(level, option) for option in comparison.beside}
    return marks | {pathway: mark for pathway, mark in third.items() if mark}


def _third_mark(level: Level, option: Option) -> str:
    """The mark of a third pathway on the level of one or more of its phases; nothing on others."""
    here = [phase for phase in option.phases if phase.level == level]
    if not here:
        return ""
    shown = [hours(phase.hours_per_week) for phase in here]
    is_alike = len(set(shown)) == 1 and (len(here) > 1 or len(option.phases) == 1)
    which = "alike" if is_alike else "first" if option.phases[0] in here else "then"
    return say(
        f"care.mark.{which}",
        symbol=SIGN[option.pathway],
        option=short_name(option.words_key),
        hours=in_order(shown),
    )


def included_caption(comparison: Comparison) -> str:
    """What the marks mean, and what the level of each option includes; a paragraph each."""
    sentences = [
        say(
            f"included.caption.option.{option.words_key}",
            hours=hours(option.hours_per_week),
            level=option.level.short_label,
            told=included_text(option.level),
        )
        for option in comparison.both.values()
    ]
    if len({option.level.key for option in comparison.both.values()}) == 1:
        sentences.append(say("included.caption.same"))
    sentences += [
        say(
            "included.caption.third",
            option=short_name(option.words_key),
            levels=by_phase(option, _what_its_level_includes),
        )
        for option in comparison.beside
    ]
    return "\n\n".join([say("included.key"), *sentences, say("included.ask")])


def _what_its_level_includes(phase: Phase) -> str:
    return say("included.caption.phase", level=phase.level.short_label)


def included_text(level: Level) -> str:
    """What is a part of a level, and what only some places have."""
    part, some = services_of(level, "part"), services_of(level, "some")
    sentences = [say("included.caption.part", services=service_names(part) or say("included.none"))]
    if some:
        sentences.append(say("included.caption.some", services=service_names(some)))
    return " ".join(sentences)


def included_alt() -> str:
    """What all levels include, for people who cannot see the chart."""
    levels = (
        say("included.alt.level", level=level.short_label, told=included_text(level))
        for level in catalog().levels.values()
    )
    return as_text(say("included.alt", levels=" ".join(levels)))


def filling_caption(comparison: Comparison) -> str:
    """How the hours of a week of each option could be split."""
    sentences = [
        say(
            f"filling.caption.option.{option.words_key}",
            hours=hours(option.hours_per_week),
            parts=week_parts(option),
        )
        for pathway, option in comparison.options.items()
        if option in comparison.both.values() or catalog().program_of(pathway)
    ]
    in_turn = (each for each in comparison.beside if not catalog().program_of(each.pathway))
    sentences += (third_like(comparison, each) for each in in_turn)
    return " ".join([*sentences, *whose_split(comparison)])


def aspects() -> list[tuple[str, str, str]]:
    """(question, therapy, IOP): how the two options differ."""
    return [(row.question, row.therapy, row.iop) for row in catalog().aspects.values()]


def third_like(comparison: Comparison, option: Option) -> str:
    """What a third pathway is like: as its phases, one after the other."""

    def name(care: Care) -> str:
        """The name above what is told of a kind of care."""
        return short_name(comparison.options[care].words_key)

    *before, last = option.phases
    phases = [
        *(
            say("care.like.until", end=day(phase.last_day), care=name(phase.care))
            for phase in before
        ),
        say("care.like.phase", care=name(last.care)),
    ]
    return say("care.like.third", option=short_name(option.words_key), phases=in_order(phases))


def neither() -> list[str]:
    """Who needs more than either option has, and where to ask."""
    return [say(f"care.neither.{number}") for number in (1, 2, 3)]


def waiting_end() -> str:
    """That means say little about one person, and what to do when it gets worse."""
    return say("care.wait.end", **{key: line.phone for key, line in catalog().crisis.items()})
