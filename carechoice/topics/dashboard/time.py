"""The time chart: hours a week over the weeks of the course."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from carechoice.comparison import words
from carechoice.comparison.compare import PATHWAYS, Comparison, Option, week_starts
from carechoice.drawing.style import (
    CHART_HEIGHT,
    COLOR,
    PALE,
    STANDOFF_PX,
    Chart,
    Figure,
    axis_title,
    date_format,
    layout,
    note,
)
from carechoice.drawing.tables import Column, Table
from carechoice.language.formats import day, hours
from carechoice.language.sentences import say, short_name
from carechoice.topics.dashboard import captions

# Labels of areas that differ by less than this part of the higher one would touch.
LABEL_ROOM = 0.15


def time_chart(comparison: Comparison) -> Chart:
    """Hours a week over the weeks of the course; the area is the total hours."""
    # The lower area is drawn last, so that it lies on the higher one and stays in sight.
    both = [comparison.options[pathway] for pathway in PATHWAYS]
    high, low = sorted(both, key=lambda o: -max(o.hours_by_week))
    third = comparison.third
    figure = {
        "data": [_time_area(high), _time_area(low), *map(_time_line, third)],
        "layout": layout(
            height=CHART_HEIGHT,
            xaxis={
                "type": "date",
                "tickformat": date_format(_starts(comparison), _ends(comparison)),
                "nticks": 5,
                "ticklabelstandoff": STANDOFF_PX,
                "showgrid": False,
                "range": [_starts(comparison).isoformat(), _ends(comparison).isoformat()],
            },
            yaxis={"rangemode": "tozero", "title": axis_title(say("time.axis"))},
            annotations=[
                _time_label(high, low),
                _time_label(low, high),
                *(_third_label(option, _ends(comparison)) for option in third),
            ],
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


def _time_area(option: Option) -> Figure:
    starts = week_starts(option)
    # The step runs to the end of the last week, so that the filled area is the total hours.
    after_last = starts[0].toordinal() + 7 * len(starts)
    days = [*starts, starts[0].fromordinal(after_last), starts[0].fromordinal(after_last)]
    levels = [*option.hours_by_week, option.hours_by_week[-1], 0]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": short_name(option.pathway),
        "x": [each.isoformat() for each in days],
        "y": levels,
        "line": {"shape": "hv", "color": COLOR[option.pathway], "width": 2.5},
        "fill": "tozeroy",
        "fillcolor": PALE[option.pathway],
        "hovertemplate": say("time.hover", option=short_name(option.pathway)),
    }


def _time_line(option: Option) -> Figure:
    """A way made of the two others: a line on their areas, which another fill would hide."""
    area = _time_area(option)
    return {**area, "fill": "none", "line": {**area["line"], "dash": "dash"}}


def _starts(comparison: Comparison) -> date:
    return min(option.first_day for option in comparison.options.values())


def _ends(comparison: Comparison) -> date:
    """The end of the last week of the longest course."""
    return max(
        option.first_day + timedelta(weeks=option.weeks) for option in comparison.options.values()
    )


def _third_label(option: Option, end: date) -> Figure:
    """Its total half-way up at the end, where both areas are low."""
    text = say("time.label", option=short_name(option.pathway), hours=hours(option.total_hours))
    label = note(end.isoformat(), max(option.hours_by_week) / 2, f"<b>{text}</b>")
    return {**label, "xanchor": "right"}


def _time_label(option: Option, other: Option) -> Figure:
    """The option's total at the top of its area, where the other option leaves room."""
    text = say("time.label", option=short_name(option.pathway), hours=hours(option.total_hours))
    high, other_high = max(option.hours_by_week), max(other.hours_by_week)
    at_end = option.weeks > 1.5 * other.weeks
    close = abs(high - other_high) < LABEL_ROOM * max(high, other_high)
    lower = close and (high, option.pathway) < (other_high, other.pathway)
    return {
        **note(
            (option.last_day if at_end else option.first_day).isoformat(), high, f"<b>{text}</b>"
        ),
        "xanchor": "right" if at_end else "left",
        "yanchor": "top" if lower else "bottom",
    }


def _time_table(comparison: Comparison) -> Table:
    options = comparison.options.values()
    longest = max(options, key=lambda option: option.weeks)
    return Table(
        (
            # Beside the hours of three ways a phone has no room for it.
            Column(say("time.column.week"), in_file_only=bool(comparison.third)),
            Column(say("time.column.start"), day),
            *(Column(name, hours) for name in words.column_names(comparison.options)),
        ),
        tuple(
            (week + 1, start, *(_at(option.hours_by_week, week) for option in options))
            for week, start in enumerate(week_starts(longest))
        ),
    )


def _at(hours_by_week: Sequence[float], week: int) -> float:
    return hours_by_week[week] if week < len(hours_by_week) else 0
