"""The marks of the options on the ladder, and their names."""

from __future__ import annotations

from collections.abc import Sequence

from carechoice.catalog.rows import Level
from carechoice.comparison import words
from carechoice.comparison.compare import PATHWAYS, Option
from carechoice.drawing.style import COLOR, SYMBOL, Figure
from carechoice.language.sentences import say, short_name

MARK_PX = 17
# The marks of a third way are frames around those of the two options.
FRAME_PX = 21


def level_mark(option: Option, rungs: Sequence[Level]) -> Figure:
    """The mark of an option at the hours and the level of each of its phases."""
    is_frame = option.pathway not in PATHWAYS
    return {
        "type": "scatter",
        "mode": "markers",
        "name": _name(option),
        "x": [phase.hours_per_week for phase in option.on_ladder],
        "y": [rungs.index(phase.level) for phase in option.on_ladder],
        "marker": {
            "symbol": SYMBOL[option.pathway],
            "size": FRAME_PX if is_frame else MARK_PX,
            "color": COLOR[option.pathway],
            "line": {"color": "white", "width": 1.5},
        },
        "cliponaxis": False,
        "hovertemplate": mark_text(option) + "<extra></extra>",
    }


def _name(option: Option) -> str:
    """An option in the key; where it has several phases their hours stand below the ladder."""
    name = f"<b>{short_name(option.pathway)}</b>"
    if len(option.on_ladder) > 1:
        return name
    return say("level.mark.label", option=name, hours=words.hours_by_phase(option))


def mark_text(option: Option) -> str:
    """An option with its hours, for a pointer and the table."""
    return say(
        "level.mark",
        option=short_name(option.pathway),
        hours=words.hours_by_phase(option),
    )
