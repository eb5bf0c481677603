"""The names on the ladder, of rungs and of marks, so that none lies on another."""

from __future__ import annotations

from carechoice.catalog.rows import Level
from carechoice.comparison import words
from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.levels import treatment_levels
from carechoice.drawing.style import BAR, Figure, note
from carechoice.language.formats import short_hours
from carechoice.language.levels import rung
from carechoice.language.sentences import say, short_name
from carechoice.topics.dashboard.ladder import (
    GAP_PX,
    HALF_FRAME_PX,
    HALF_MARK_PX,
    is_named_at_left,
    ladder_end,
    rung_span,
)
from carechoice.topics.dashboard.level_marks import pairs_upwards

# The ladder's width on a phone with the margin at its side, and what a letter of a name takes.
PHONE_PX = 307
# The same on a phone of 320 px.
NARROWEST_PX = 237
LETTER_PX = 6.35
MARGIN_PX = 8


def rung_label(level: Level, position: int, comparison: Comparison) -> Figure:
    """The rung's name above the start of its bar, or where that leaves no room, at the right.

    Where the line of a third way leads up from a rung, its name stands to the right of the line.
    """
    start, _ = rung_span(level)
    name = rung(level)
    fits = len(name) * LETTER_PX <= NARROWEST_PX * (1 - start / ladder_end())
    label = {
        **note(start if fits else ladder_end(), position + BAR / 2, name),
        "xanchor": "left" if fits else "right",
        # A frame reaches higher than the bar.
        "yshift": HALF_FRAME_PX - HALF_MARK_PX if comparison.third else 0,
    }
    for lower, upper in (pair for option in comparison.third for pair in pairs_upwards(option)):
        if lower.level == level != upper.level:
            beside = {"x": lower.hours_per_week, "xshift": HALF_FRAME_PX + GAP_PX}
            return {**label, **beside, "xanchor": "left"}
    return label


def mark_labels(comparison: Comparison) -> list[Figure]:
    """The name of each option beside its mark, so that no name lies on another or on a mark.

    Where both stand on one rung, the name of the one with more hours goes on to the right, and
    that of the other below the rung, with room for the frame of a third way.
    """
    lower = _lower_one(*comparison.both.values())
    reach_px = HALF_FRAME_PX if comparison.third else HALF_MARK_PX
    return [
        _label_below(option, reach_px) if option is lower else _label_beside(option, reach_px)
        for option in comparison.both.values()
    ]


def _lower_one(therapy: Option, iop: Option) -> Option | None:
    """The option whose name stands below the rung: the one further left on a shared rung."""
    if therapy.level != iop.level:
        return None
    return min((therapy, iop), key=lambda option: option.hours_per_week)


def _label_beside(option: Option, reach_px: int) -> Figure:
    """To the right of the mark, and on the right half to its left."""
    to_left = is_named_at_left(option.hours_per_week)
    away_px = reach_px + GAP_PX
    name = _mark_name(option, words.hours_by_phase(option))
    # "IOP, 15 hours 30 minutes" beside a frame in the middle of a phone has room at neither side.
    if away_px + len(name) * LETTER_PX > _room_px(option.hours_per_week):
        name = _mark_name(option, short_hours(option.hours_per_week))
    return {
        **_mark_label(option, name),
        "yanchor": "middle",
        "xanchor": "right" if to_left else "left",
        "xshift": -away_px if to_left else away_px,
    }


def _room_px(hours_per_week: float) -> float:
    """The room for a name beside a mark on a phone, on the side where it stands."""
    away = hours_per_week if is_named_at_left(hours_per_week) else ladder_end() - hours_per_week
    return PHONE_PX * away / ladder_end() + MARGIN_PX


def _label_below(option: Option, reach_px: int) -> Figure:
    shifted = {"xshift": -HALF_MARK_PX, "yshift": -reach_px}
    label = _mark_label(option, _mark_name(option, words.hours_by_phase(option)))
    return {**label, "yanchor": "top", **shifted}


def _mark_label(option: Option, name: str) -> Figure:
    return note(option.hours_per_week, treatment_levels().index(option.level), f"<b>{name}</b>")


def _mark_name(option: Option, hours: str) -> str:
    return say("level.mark.label", option=short_name(option.pathway), hours=hours)
