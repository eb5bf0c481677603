"""The charts of time and level as plain numbers and labels, for paper and slides; round ticks.

On paper nothing can be pointed at and colours may be gone, so every option has a row with its own
label, and all rows share one axis.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, log10
from typing import Any

from carechoice.catalog.rows import Level
from carechoice.catalog.time_units import DAYS_PER_WEEK
from carechoice.comparison.compare import Comparison, Option, Phase
from carechoice.comparison.levels import treatment_levels
from carechoice.comparison.weeks.stretches import stretches
from carechoice.drawing.style import COLOR, SYMBOL
from carechoice.language.formats import hours
from carechoice.language.levels import rung
from carechoice.language.pieces import Piece, pieces
from carechoice.language.sentences import say, short_name
from carechoice.topics.dashboard.ladder import ladder_end, rung_span, thresholds

Drawing = dict[str, Any]
# Distances of an axis' ticks, times a power of ten.
STEPS = (1, 2, 2.5, 5, 10)


def time_drawing(comparison: Comparison) -> Drawing:
    """Hours a week by week, a row an option; the filled area is the total."""
    options = comparison.options.values()
    hours_up = ticks(max(max(option.hours_by_week) for option in options), about=3)
    start = min(option.first_day for option in options)
    first_weeks = [(option.first_day - start).days / DAYS_PER_WEEK for option in options]
    last_week = max(
        first + option.weeks for first, option in zip(first_weeks, options, strict=True)
    )
    rows = [
        {
            "label": pieces(_time_label(option)),
            "color": COLOR[option.pathway],
            "points": _steps(comparison, option, first),
        }
        for first, option in zip(first_weeks, options, strict=True)
    ]
    return {
        "rows": rows,
        "up": [[value, f"{value:g}"] for value in hours_up],
        "up_title": say("time.axis"),
        "along": [
            [value, f"{value:g}"]
            for value in ticks(last_week, about=6)
            if value <= last_week and value.is_integer()
        ],
        "along_end": last_week,
        "along_title": say("time.column.week"),
    }


def _time_label(option: Option) -> str:
    name, total = short_name(option.words_key), hours(option.total_hours)
    return say("export.time.label", option=f"**{name}**", hours=total)


def _steps(comparison: Comparison, option: Option, first_week: float) -> list[list[float]]:
    """Corners of the area, in weeks from the first day of all and hours a week."""
    waited = len(option.hours_by_week) - option.weeks
    corners = [[first_week, 0.0]]
    for stretch in stretches(comparison, option):
        if stretch.first < waited:
            continue
        begins = first_week + stretch.first - waited
        for week in (begins, begins + stretch.weeks):
            corners.append([week, stretch.hours_per_week])
    return [*corners, [first_week + option.weeks, 0.0]]


def level_drawing(comparison: Comparison) -> Drawing:
    """The ladder: a rung a level with its span of hours, and the options' marks on it."""
    rungs = treatment_levels()
    return {
        "end": ladder_end(),
        "along": [[value, f"{value:g}"] for value in thresholds(rungs)],
        "along_title": say("level.axis"),
        "rungs": [
            {
                "label": rung(level),
                "span": rung_span(level),
                "always": level.around_the_clock,
                "marks": list(_marks(comparison.options.values(), level)),
            }
            for level in rungs
        ],
    }


def _marks(options: Iterable[Option], level: Level) -> Iterable[Drawing]:
    for option in options:
        for phase in option.on_ladder:
            if phase.level == level:
                yield {
                    "at": phase.hours_per_week,
                    "label": _mark_label(option, phase),
                    "color": COLOR[option.pathway],
                    "symbol": SYMBOL[option.pathway],
                }


def _mark_label(option: Option, phase: Phase) -> list[Piece]:
    name = f"**{short_name(option.words_key)}**"
    return pieces(say("level.mark", option=name, hours=hours(phase.hours_per_week)))


def total_price_ticks(options: Iterable[Option]) -> list[float]:
    """Round amounts from $0 to what the dearest option costs in all."""
    return ticks(max(each.total_likely_usd.high for each in options), about=4)


def ticks(most: float, *, about: int) -> list[float]:
    """Round values from 0 to the first at or above ``most``, about as many as asked for.

    Where all is nothing, the axis still has a length.
    """
    most = most or about
    rough = most / about
    power = 10 ** ceil(log10(rough) - 1)
    step = next(factor * power for factor in STEPS if factor * power >= rough)
    return [round(float(step * index), 9) for index in range(ceil(most / step - 1e-9) + 1)]
