"""The ladder of the levels of care as text, for people who cannot see it."""

from __future__ import annotations

from carechoice.comparison.compare import PATHWAYS, Comparison, Option
from carechoice.comparison.levels import treatment_levels
from carechoice.comparison.words import by_phase
from carechoice.language.formats import hours
from carechoice.language.levels import hours_of, span
from carechoice.language.sentences import say, short_name


def level_alt(comparison: Comparison) -> str:
    """The ladder for people who cannot see it."""
    therapy, iop = (comparison.options[pathway] for pathway in PATHWAYS)
    rungs = (
        say(f"level.rung.{span(level)}", label=level.label, **hours_of(level))
        for level in treatment_levels()
    )
    told = say(
        "level.alt",
        ladder="; ".join(rungs),
        therapy_hours=hours(therapy.hours_per_week),
        therapy_level=therapy.level.label,
        iop_hours=hours(iop.hours_per_week),
        iop_level=iop.level.label,
        program=say(f"level.alt.{iop.told_as}"),
    )
    return " ".join([told, *map(_third_on_ladder, comparison.beside)])


def _third_on_ladder(option: Option) -> str:
    return say(
        "level.alt.third",
        option=short_name(option.told_as),
        rungs=by_phase(option, lambda phase: say("level.alt.rung", level=phase.level.label)),
    )
