"""The time chart: hours a week over the weeks of the course."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from carechoice.comparison import words
from carechoice.comparison.compare import PATHWAYS, Comparison, Option
from carechoice.comparison.visits.care_days import week_starts
from carechoice.comparison.weeks.stretches import stretches
from carechoice.drawing.style import (
    CHART_HEIGHT,
    PALE,
    Chart,
    Figure,
    axis_title,
    dates_axis,
    layout,
    line,
)
from carechoice.drawing.tables import Column, Table
from carechoice.language.formats import day, hours
from carechoice.language.sentences import say, short_name
from carechoice.topics.dashboard import captions


def time_chart(comparison: Comparison) -> Chart:
    """Hours a week over the weeks of the course; the area is the total hours."""
    most_weeks = _most_weeks(comparison)
    starts = week_starts(comparison.scenario.start_date, most_weeks)
    # Programs side by side are shown alike: several areas would hide each other.
    filled = () if len(comparison.programs) > 1 else PATHWAYS
    figure = {
        "data": [
            (_time_area if pathway in filled else _time_line)(comparison, option)
            for pathway, option in comparison.options.items()
        ],
        "layout": layout(
            height=CHART_HEIGHT,
            has_key=True,
            xaxis=dates_axis(starts[0], starts[-1] + timedelta(weeks=1)),
            yaxis={"rangemode": "tozero", "title": axis_title(say("time.axis"))},
        ),
    }
    return Chart(
        "time",
        say("time.title"),
        figure,
        captions.time_caption(comparison),
        captions.time_alt(comparison),
        _time_table(comparison),
    )


def _time_area(comparison: Comparison, option: Option) -> Figure:
    steps = stretches(comparison, option)
    starts = week_starts(comparison.scenario.start_date, len(option.hours_by_week) + 1)
    # The step runs to the end of the last week, so that the filled area is the total hours.
    days = [*(starts[step.first] for step in steps), starts[-1], starts[-1]]
    levels = [*(step.hours_per_week for step in steps), steps[-1].hours_per_week, 0]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": _name(option),
        "x": [each.isoformat() for each in days],
        "y": levels,
        "line": {**line(option.pathway), "shape": "hv"},
        "fill": "tozeroy",
        "fillcolor": PALE[option.pathway],
        "hovertemplate": say("time.hover", option=short_name(option.words_key)),
    }


def _time_line(comparison: Comparison, option: Option) -> Figure:
    """A pathway made of the two others: a line on their areas, which another fill would hide."""
    return {**_time_area(comparison, option), "fill": "none"}


def _name(option: Option) -> str:
    """An option in the key, with its total."""
    name = f"<b>{short_name(option.words_key)}</b>"
    return say("time.label", option=name, hours=hours(option.total_hours))


def _time_table(comparison: Comparison) -> Table:
    options = comparison.options.values()
    most_weeks = _most_weeks(comparison)
    return Table(
        (
            # Beside the hours of three pathways a phone has no room for it.
            Column(say("time.column.week"), in_file_only=bool(comparison.beside)),
            Column(say("time.column.start"), day),
            *(Column(name, hours) for name in words.column_names(comparison.options.values())),
        ),
        tuple(
            (week + 1, start, *(_at(option.hours_by_week, week) for option in options))
            for week, start in enumerate(week_starts(comparison.scenario.start_date, most_weeks))
        ),
    )


def _most_weeks(comparison: Comparison) -> int:
    """From the first day of all to the end of the option that ends last."""
    return max(len(option.hours_by_week) for option in comparison.options.values())


def _at(hours_by_week: Sequence[float], week: int) -> float:
    return hours_by_week[week] if week < len(hours_by_week) else 0
