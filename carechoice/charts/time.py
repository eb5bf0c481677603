"""The time chart: hours a week over the weeks of the course."""

from __future__ import annotations

from collections.abc import Sequence

from carechoice import captions, words
from carechoice.charts.style import (
    CHART_HEIGHT,
    COLOR,
    PALE,
    Cell,
    Chart,
    Figure,
    Table,
    axis_title,
    layout,
    note,
)
from carechoice.comparison import PATHWAYS, Comparison, Option, week_starts
from carechoice.formats import day, hours


def time_chart(comparison: Comparison) -> Chart:
    """Hours a week over the weeks of the course; the area is the total hours."""
    options = comparison.options.values()
    figure = {
        "data": [_time_area(option) for option in options],
        "layout": layout(
            height=CHART_HEIGHT,
            xaxis={"type": "date", "tickformat": "%b %-d", "nticks": 5, "showgrid": False},
            yaxis={"rangemode": "tozero", "title": axis_title(words.say("time.axis"))},
            annotations=[_time_label(option) for option in options],
        ),
    }
    return Chart(
        "time",
        words.say("time.title"),
        figure,
        captions.time_caption(comparison),
        captions.time_alt(comparison),
        _time_table(comparison),
    )


def _time_area(option: Option) -> Figure:
    starts = week_starts(option)
    # The step runs to the end of the last week, so that the filled area is the total hours.
    after_last = starts[0].toordinal() + 7 * len(starts)
    days = [*starts, starts[0].fromordinal(after_last), starts[0].fromordinal(after_last)]
    levels = [*option.hours_by_week, option.hours_by_week[-1], 0]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": words.short_name(option.pathway),
        "x": [each.isoformat() for each in days],
        "y": levels,
        "line": {"shape": "hv", "color": COLOR[option.pathway], "width": 2.5},
        "fill": "tozeroy",
        "fillcolor": PALE[option.pathway],
        "hovertemplate": "%{y:g} h<extra>%{fullData.name}</extra>",
    }


def _time_label(option: Option) -> Figure:
    text = words.say(
        "time.label", option=words.short_name(option.pathway), hours=hours(option.total_hours)
    )
    last = option.last_day if option.pathway == "therapy" else option.first_day
    return {
        **note(last.isoformat(), max(option.hours_by_week), f"<b>{text}</b>"),
        "xanchor": "right" if option.pathway == "therapy" else "left",
    }


def _time_table(comparison: Comparison) -> Table:
    options = [comparison.options[pathway] for pathway in PATHWAYS]
    longest = max(options, key=lambda option: option.weeks)
    header = (
        words.say("time.column.week"),
        words.say("time.column.start"),
        *(words.option_name(pathway) for pathway in PATHWAYS),
    )
    rows: list[tuple[Cell, ...]] = [
        (week + 1, day(start), *(_at(option.hours_by_week, week) for option in options))
        for week, start in enumerate(week_starts(longest))
    ]
    return (header, *rows)


def _at(hours_by_week: Sequence[float], week: int) -> float:
    return hours_by_week[week] if week < len(hours_by_week) else 0
