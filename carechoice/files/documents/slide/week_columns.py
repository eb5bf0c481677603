"""Hours week by week on a slide, as a chart that can be edited: columns, or over years lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carechoice.comparison.care_days import week_starts
from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.stretches import is_of_years, stretches
from carechoice.drawing.style import COLOR
from carechoice.files.documents.drawing import ticks
from carechoice.files.documents.fitting import Place
from carechoice.language.sentences import say, short_name

if TYPE_CHECKING:
    from carechoice.files.documents.native import Series

# More dates than these would run together below a chart of years.
MOST_DATES = 6


def add_weeks(place: Place, comparison: Comparison) -> None:
    """A column an option and week; over years it would be narrower than a line, so lines."""
    from carechoice.files.documents import native

    weeks = max(len(option.hours_by_week) for option in comparison.options.values())
    series = {
        pathway: _series(comparison, option, weeks)
        for pathway, option in comparison.options.items()
    }
    up = ticks(max(max(each.hours_by_week) for each in comparison.options.values()), about=5)
    if is_of_years(comparison):
        days = week_starts(comparison.scenario.start_date, weeks)
        axes = native.Axes(titles=("", say("time.axis")), ticks=up, most_names=MOST_DATES)
        native.lines(place, days, series, axes)
    else:
        named = [f"{week}" for week in range(1, weeks + 1)]
        axes = native.Axes(titles=(say("time.column.week"), say("time.axis")), ticks=up)
        native.columns(place, named, list(series.values()), axes)


def _series(comparison: Comparison, option: Option, weeks: int) -> Series:
    from carechoice.files.documents import native

    by_week = _by_week(comparison, option, weeks)
    return native.Series(short_name(option.told_as), by_week, [COLOR[option.pathway]])


def _by_week(comparison: Comparison, option: Option, weeks: int) -> list[float | None]:
    """The hours of each week; none after the last, behind which a line comes down to zero."""
    steps = stretches(comparison, option)
    own = [step.hours_per_week for step in steps for _ in range(step.weeks)]
    end = [0.0] if is_of_years(comparison) else []
    after: list[float | None] = [*end, *[None] * weeks]
    return [*own, *after][:weeks]
