"""The level-of-care chart: both options on the ladder by weekly hours."""

from __future__ import annotations

from collections.abc import Sequence

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Level
from carechoice.comparison import words
from carechoice.comparison.compare import PATHWAYS, Comparison, Option, Phase
from carechoice.comparison.levels import treatment_levels
from carechoice.comparison.words import level_caption
from carechoice.drawing.style import (
    BAR,
    COLOR,
    EDGE,
    FAINT,
    SYMBOL,
    Chart,
    Figure,
    axis_title,
    layout,
    note,
)
from carechoice.drawing.tables import Column, Table
from carechoice.language.formats import in_a_row, short_hours
from carechoice.language.levels import level_hours, rung
from carechoice.language.sentences import say, short_name
from carechoice.topics.dashboard import captions

LADDER_HEIGHT = 340
# The bar of the last level with weekly hours goes on a little past the highest the slider gives.
BEYOND_HOURS = 2
# A mark is so high above and below the middle of its rung, and so is the frame of a third way.
HALF_MARK_PX = 9
HALF_FRAME_PX = 15
# From a mark, or the frame around it, to the name beside it.
GAP_PX = 4
# So far below the middle of a rung, in rungs, a line passes under a name and its bar and still
# ends at the frame.
UNDER_A_NAME = 0.25
# The ladder's width on a phone with the margin at its side, and what a letter of a name takes.
PHONE_PX = 307
# The same on a phone of 320 px.
NARROWEST_PX = 237
LETTER_PX = 6.35
MARGIN_PX = 8


def level_chart(comparison: Comparison) -> Chart:
    """Both options on the ladder of care by weekly hours."""
    rungs = treatment_levels()
    # A third way comes first, as a frame around the marks of the two others.
    options = sorted(comparison.options.values(), key=lambda option: option.pathway in PATHWAYS)
    ways = [_way(option, rungs) for option in comparison.third]
    marks = [_level_mark(option, rungs) for option in options]
    figure = {
        "data": [_rung_bars(rungs), *ways, *marks],
        "layout": layout(
            height=LADDER_HEIGHT,
            bargap=1 - BAR,
            xaxis={
                "range": [0, _ladder_end()],
                "tickvals": _thresholds(rungs),
                "title": axis_title(say("level.axis")),
            },
            yaxis={"visible": False, "range": [-0.75, len(rungs) - 0.2]},
            annotations=[
                *(_rung_label(level, position, comparison) for position, level in enumerate(rungs)),
                *_mark_labels(comparison),
            ],
        ),
    }
    return Chart(
        "level",
        say("level.title"),
        figure,
        level_caption(comparison),
        captions.level_alt(comparison),
        _level_table(comparison),
    )


def _ladder_end() -> float:
    return catalog().parameters["iop_hours_per_week"].bounds[1] + BEYOND_HOURS


def _rung_bars(rungs: Sequence[Level]) -> Figure:
    spans = [_rung_span(level) for level in rungs]
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(rungs))),
        "base": [start for start, _ in spans],
        "x": [end - start for start, end in spans],
        "marker": {
            "color": FAINT,
            "line": {"color": EDGE, "width": 1},
            "pattern": {
                "shape": ["." if level.around_the_clock else "" for level in rungs],
                "size": 6,
                "solidity": 0.15,
                "fgcolor": EDGE,
            },
        },
        "hoverinfo": "skip",
    }


def _rung_span(level: Level) -> tuple[float, float]:
    if level.minimum_hours_per_week is None:
        return 0, _ladder_end()
    return level.minimum_hours_per_week, level.below_hours_per_week or _ladder_end()


def _rung_label(level: Level, position: int, comparison: Comparison) -> Figure:
    """The rung's name above the start of its bar, or where that leaves no room, at the right.

    Where the line of a third way leads up from a rung, its name stands to the right of the line.
    """
    start, _ = _rung_span(level)
    name = rung(level)
    fits = len(name) * LETTER_PX <= NARROWEST_PX * (1 - start / _ladder_end())
    label = {
        **note(start if fits else _ladder_end(), position + BAR / 2, name),
        "xanchor": "left" if fits else "right",
        # A frame reaches higher than the bar.
        "yshift": HALF_FRAME_PX - HALF_MARK_PX if comparison.third else 0,
    }
    for option in comparison.third:
        lower, upper = _phases_upwards(option)
        if lower.level == level != upper.level:
            beside = {"x": lower.hours_per_week, "xshift": HALF_FRAME_PX + GAP_PX}
            return {**label, **beside, "xanchor": "left"}
    return label


def _thresholds(rungs: Sequence[Level]) -> list[float]:
    return [
        level.minimum_hours_per_week for level in rungs if level.minimum_hours_per_week is not None
    ]


def _way(option: Option, rungs: Sequence[Level]) -> Figure:
    """The line between the phases of a third way: straight up, then across, past every name."""
    lower, upper = _phases_upwards(option)
    start, end = (rungs.index(phase.level) for phase in (lower, upper))
    across = end - UNDER_A_NAME if end > start and _is_named_at_left(upper.hours_per_week) else end
    return {
        "type": "scatter",
        "mode": "lines",
        "line": {"color": COLOR[option.pathway], "width": 2, "dash": "dot"},
        "x": [lower.hours_per_week, lower.hours_per_week, upper.hours_per_week],
        "y": [start, across, across],
        "hoverinfo": "skip",
    }


def _phases_upwards(option: Option) -> list[Phase]:
    return sorted(option.phases, key=lambda phase: treatment_levels().index(phase.level))


def _level_mark(option: Option, rungs: Sequence[Level]) -> Figure:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [phase.hours_per_week for phase in option.phases],
        "y": [rungs.index(phase.level) for phase in option.phases],
        "marker": {
            "symbol": SYMBOL[option.pathway],
            "size": 2 * (HALF_MARK_PX if option.pathway in PATHWAYS else HALF_FRAME_PX) - 1,
            "color": COLOR[option.pathway],
            "line": {"color": "white", "width": 1.5},
        },
        "cliponaxis": False,
        "hovertemplate": _mark_text(option) + "<extra></extra>",
    }


def _mark_text(option: Option) -> str:
    return say(
        "level.mark",
        option=short_name(option.pathway),
        hours=words.hours_by_phase(option),
    )


def _mark_labels(comparison: Comparison) -> list[Figure]:
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
    to_left = _is_named_at_left(option.hours_per_week)
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


def _is_named_at_left(hours_per_week: float) -> bool:
    return hours_per_week > _ladder_end() / 2


def _room_px(hours_per_week: float) -> float:
    """The room for a name beside a mark on a phone, on the side where it stands."""
    away = hours_per_week if _is_named_at_left(hours_per_week) else _ladder_end() - hours_per_week
    return PHONE_PX * away / _ladder_end() + MARGIN_PX


def _label_below(option: Option, reach_px: int) -> Figure:
    shifted = {"xshift": -HALF_MARK_PX, "yshift": -reach_px}
    label = _mark_label(option, _mark_name(option, words.hours_by_phase(option)))
    return {**label, "yanchor": "top", **shifted}


def _mark_label(option: Option, name: str) -> Figure:
    return note(option.hours_per_week, treatment_levels().index(option.level), f"<b>{name}</b>")


def _mark_name(option: Option, hours: str) -> str:
    return say("level.mark.label", option=short_name(option.pathway), hours=hours)


def _level_table(comparison: Comparison) -> Table:
    columns = ("level", "hours", "here")
    return Table(
        tuple(Column(say(f"level.column.{column}")) for column in columns),
        tuple(
            (
                level.label,
                level_hours(level),
                in_a_row(
                    _mark_text(option)
                    for option in comparison.options.values()
                    if level in [phase.level for phase in option.phases]
                ),
            )
            for level in treatment_levels()
        ),
    )
