"""The level-of-care chart: both options on the ladder by weekly hours."""

from __future__ import annotations

from collections.abc import Sequence

from carechoice import captions, words
from carechoice.catalog import catalog
from carechoice.charts.style import (
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
from carechoice.comparison import PATHWAYS, Comparison, Option
from carechoice.levels import treatment_levels
from carechoice.rows import Level
from carechoice.tables import Column, Table

LADDER_HEIGHT = 340
# The bar of the last level with weekly hours goes on a little past the highest the slider gives.
BEYOND_HOURS = 2


def level_chart(comparison: Comparison) -> Chart:
    """Both options on the ladder of care by weekly hours."""
    rungs = treatment_levels()
    # A third way comes first, as a frame around the marks of the two others.
    options = sorted(comparison.options.values(), key=lambda option: option.pathway in PATHWAYS)
    marks = [_level_mark(option, rungs) for option in options]
    figure = {
        "data": [_rung_bars(rungs), *marks],
        "layout": layout(
            height=LADDER_HEIGHT,
            bargap=1 - BAR,
            xaxis={
                "range": [0, _ladder_end()],
                "tickvals": _thresholds(rungs),
                "title": axis_title(words.say("level.axis")),
            },
            yaxis={"visible": False, "range": [-0.75, len(rungs) - 0.2]},
            annotations=[
                *(_rung_label(level, position) for position, level in enumerate(rungs)),
                *(_mark_label(comparison.options[pathway], comparison) for pathway in PATHWAYS),
            ],
        ),
    }
    return Chart(
        "level",
        words.say("level.title"),
        figure,
        captions.level_caption(comparison),
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


def _rung_label(level: Level, position: int) -> Figure:
    """The rung's name above the start of its bar, or above its end where the bar is short."""
    start, end = _rung_span(level)
    at_end = start > _ladder_end() / 2
    label = note(end if at_end else start, position + BAR / 2, words.rung(level))
    return {**label, "xanchor": "right" if at_end else "left"}


def _thresholds(rungs: Sequence[Level]) -> list[float]:
    return [
        level.minimum_hours_per_week for level in rungs if level.minimum_hours_per_week is not None
    ]


def _level_mark(option: Option, rungs: Sequence[Level]) -> Figure:
    return {
        "type": "scatter",
        # A line leads from the first phase to the next.
        "mode": "lines+markers",
        "line": {"color": COLOR[option.pathway], "width": 2, "dash": "dot"},
        "x": [phase.hours_per_week for phase in option.phases],
        "y": [rungs.index(phase.level) for phase in option.phases],
        "marker": {
            "symbol": SYMBOL[option.pathway],
            "size": 17 if option.pathway in PATHWAYS else 29,
            "color": COLOR[option.pathway],
            "line": {"color": "white", "width": 1.5},
        },
        "cliponaxis": False,
        "hovertemplate": _mark_text(option) + "<extra></extra>",
    }


def _mark_text(option: Option) -> str:
    return words.say(
        "level.mark",
        option=words.short_name(option.pathway),
        hours=words.hours_by_phase(option),
    )


def _mark_label(option: Option, comparison: Comparison) -> Figure:
    """The option's name beside its mark: to the left on the right half, lower if it would clash."""
    rungs = treatment_levels()
    label = note(option.hours_per_week, rungs.index(option.level), f"<b>{_mark_text(option)}</b>")
    to_left = option.hours_per_week > _ladder_end() / 2
    shares_rung = len({comparison.options[pathway].level.key for pathway in PATHWAYS}) == 1
    lower = shares_rung and option.pathway == "therapy"
    return {
        **label,
        "yanchor": "top" if lower else "middle",
        "xanchor": "right" if to_left else "left",
        "xshift": -8 if lower else -13 if to_left else 13,
        "yshift": -9 if lower else 0,
    }


def _level_table(comparison: Comparison) -> Table:
    columns = ("level", "hours", "here")
    return Table(
        tuple(Column(words.say(f"level.column.{column}")) for column in columns),
        tuple(
            (
                level.label,
                words.level_hours(level),
                ", ".join(
                    _mark_text(option)
                    for option in comparison.options.values()
                    if level in [phase.level for phase in option.phases]
                ),
            )
            for level in treatment_levels()
        ),
    )
