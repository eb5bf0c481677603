"""The marks of the options on the ladder, and their names."""

from __future__ import annotations

from collections.abc import Sequence

from carechoice.catalog.rows import Level
from carechoice.comparison import words
from carechoice.comparison.compare import Option
from carechoice.drawing.style import COLOR, SYMBOL, Figure, OfWays
from carechoice.language.sentences import say, short_name

# The marks of the ways beside these two are frames around theirs, one within the other.
SIZE_PX = OfWays(therapy=17, iop=17, third=21, fourth=29)


def level_mark(option: Option, rungs: Sequence[Level]) -> Figure:
    """The mark of an option at the hours and the level of each of its phases."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": _name(option),
        "x": [phase.hours_per_week for phase in option.on_ladder],
        "y": [rungs.index(phase.level) for phase in option.on_ladder],
        "marker": {
            "symbol": SYMBOL[option.pathway],
            "size": SIZE_PX[option.pathway],
            "color": COLOR[option.pathway],
            "line": {"color": "white", "width": 1.5},
        },
        "cliponaxis": False,
        "hovertemplate": mark_text(option) + "<extra></extra>",
    }


def _name(option: Option) -> str:
    """An option in the key; where it has several phases their hours stand below the ladder."""
    name = f"<b>{short_name(option.told_as)}</b>"
    if len(option.on_ladder) > 1:
        return name
    return say("level.mark.label", option=name, hours=words.hours_by_phase(option))


def mark_text(option: Option) -> str:
    """An option with its hours, for a pointer and the table."""
    return say(
        "level.mark",
        option=short_name(option.told_as),
        hours=words.hours_by_phase(option),
    )
