"""The course chart: every visit on its date, with the public holidays in between."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import Comparison
from carechoice.comparison.ledger import entries_of
from carechoice.comparison.planned_week import Appointment, appointments
from carechoice.drawing.style import (
    COLOR,
    EDGE,
    SYMBOL,
    TEXT,
    Chart,
    Figure,
    date_format,
    layout,
    note,
)
from carechoice.drawing.tables import Column, Table
from carechoice.language.formats import day
from carechoice.language.sentences import say, short_name
from carechoice.topics.week import words as week_words
from carechoice.topics.week.holiday import Holiday, holidays_of

# The height of what stands above the rows, and of a row.
HEAD_PX = 220
ROW_PX = 60
# Names of holidays stand upright above the rows; where there are more than this they would touch.
NAMES_AT_MOST = 10
NAMES_ABOVE = 0.55
NAMES_HEIGHT = 2.05


def course_chart(comparison: Comparison) -> Chart:
    """Every visit of each option over real dates, holidays as lines."""
    rows = {pathway: row for row, pathway in enumerate(reversed(list(comparison.options)))}
    names_from = len(rows) - 1 + NAMES_ABOVE
    top = names_from + NAMES_HEIGHT
    holidays = holidays_of(comparison)
    visits = [
        visit
        for pathway in comparison.options
        for visit in appointments(comparison.scenario, entries_of(comparison, pathway))
    ]
    caption = week_words.course_caption(comparison, visits, holidays)
    off = {holiday.date for holiday in holidays}
    figure = {
        "data": [_marks(visits, pathway, rows[pathway], off) for pathway in comparison.options],
        "layout": layout(
            height=HEAD_PX + ROW_PX * len(rows),
            xaxis={
                "type": "date",
                "tickformat": date_format(*_span(comparison)),
                "nticks": 5,
                "showgrid": False,
            },
            yaxis={"visible": False, "range": [-0.5, top]},
            annotations=[
                *(_end(comparison, pathway, row) for pathway, row in rows.items()),
                *(
                    _name(holiday, names_from)
                    for holiday in holidays
                    if len(holidays) <= NAMES_AT_MOST
                ),
            ],
            # A line beside the holiday's name and across each row, but not through the words above.
            shapes=[
                _line(holiday, span)
                for holiday in holidays
                for span in ((names_from, top), *((row - 0.3, row + 0.1) for row in rows.values()))
            ],
        ),
    }
    return Chart(
        "course",
        say("course.title"),
        figure,
        caption,
        say("course.alt", caption=caption),
        _table(visits, holidays),
    )


def _span(comparison: Comparison) -> tuple[date, date]:
    options = comparison.options.values()
    return min(each.first_day for each in options), max(each.last_day for each in options)


def _marks(visits: Sequence[Appointment], pathway: Pathway, row: float, off: set[date]) -> Figure:
    shown = [visit for visit in visits if visit.pathway == pathway]
    symbol = SYMBOL[pathway].removesuffix("-open")
    on_holiday = [visit.start.date() in off for visit in shown]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [visit.start.date().isoformat() for visit in shown],
        "y": [row] * len(shown),
        "marker": {
            "color": COLOR[pathway],
            "opacity": 1,
            "symbol": [f"{symbol}{'-open' if each else ''}" for each in on_holiday],
            "size": [15 if each else 8 for each in on_holiday],
            "line": {"width": [2.5 if each else 0 for each in on_holiday]},
        },
        "hovertemplate": [
            say(
                "course.hover",
                when=week_words.appointment(visit),
                option=short_name(pathway),
            )
            for visit in shown
        ],
    }


def _end(comparison: Comparison, pathway: Pathway, row: float) -> Figure:
    """The option's name and last day, above its row of visits."""
    option = comparison.options[pathway]
    text = say(
        "course.end",
        option=f"<b>{short_name(option.pathway)}</b>",
        day=day(option.last_day),
    )
    first = min(each.first_day for each in comparison.options.values())
    return {**note(first.isoformat(), row, text), "yshift": 9}


def _line(holiday: Holiday, span: tuple[float, float]) -> Figure:
    when = holiday.date.isoformat()
    line = {"color": EDGE, "width": 1, "dash": "dot"}
    return {"type": "line", "x0": when, "x1": when, "y0": span[0], "y1": span[1], "line": line}


def _name(holiday: Holiday, names_from: float) -> Figure:
    label = note(holiday.date.isoformat(), names_from, holiday.name)
    return {**label, "textangle": -90, "xshift": -3, "font": {"size": 11, "color": TEXT}}


def _table(visits: Sequence[Appointment], holidays: Sequence[Holiday]) -> Table:
    names = {holiday.date: holiday.name for holiday in holidays}
    shown = ("option", "when", "holiday")
    in_file = ("start", "end")
    return Table(
        (
            *(Column(say(f"course.column.{name}")) for name in shown),
            *(Column(say(f"course.column.{name}"), in_file_only=True) for name in in_file),
        ),
        tuple(
            (
                short_name(visit.pathway),
                week_words.appointment(visit),
                names.get(visit.start.date(), ""),
                visit.start.isoformat(" ", "minutes"),
                visit.end.isoformat(" ", "minutes"),
            )
            for visit in visits
        ),
    )
