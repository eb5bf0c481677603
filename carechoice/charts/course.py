"""The course chart: every visit on its date, with the public holidays in between."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from carechoice import week_words, words
from carechoice.bill import entries_of
from carechoice.charts.style import COLOR, EDGE, SYMBOL, TEXT, Chart, Figure, layout, note
from carechoice.comparison import PATHWAYS, Comparison, Option
from carechoice.formats import day
from carechoice.holiday import Holiday, holidays_of
from carechoice.rows import Pathway
from carechoice.tables import Column, Table
from carechoice.week import Appointment, appointments

COURSE_HEIGHT = 340
ROW: dict[Pathway, float] = {"therapy": 1, "iop": 0}
# Names of holidays stand upright above the rows; where there are more than this they would touch.
NAMES_AT_MOST = 10
NAMES_FROM = 1.55
TOP = 3.6
# A holiday's line beside its name and across each row, but not through the words above the rows.
LINES = ((NAMES_FROM, TOP), *((row - 0.3, row + 0.1) for row in ROW.values()))


def course_chart(comparison: Comparison) -> Chart:
    """Every visit of both options over real dates, holidays as lines."""
    holidays = holidays_of(comparison)
    visits = [
        visit
        for pathway in PATHWAYS
        for visit in appointments(comparison.scenario, entries_of(comparison, pathway))
    ]
    caption = week_words.course_caption(comparison, visits, holidays)
    off = {holiday.date for holiday in holidays}
    figure = {
        "data": [_marks(visits, pathway, off) for pathway in PATHWAYS],
        "layout": layout(
            height=COURSE_HEIGHT,
            xaxis={
                "type": "date",
                "tickformat": words.say("time.axis.date"),
                "nticks": 5,
                "showgrid": False,
            },
            yaxis={"visible": False, "range": [-0.5, TOP]},
            annotations=[
                *(_end(comparison, option) for option in comparison.options.values()),
                *(_name(holiday) for holiday in holidays if len(holidays) <= NAMES_AT_MOST),
            ],
            shapes=[_line(holiday, span) for holiday in holidays for span in LINES],
        ),
    }
    return Chart(
        "course",
        words.say("course.title"),
        figure,
        caption,
        words.say("course.alt", caption=caption),
        _table(visits, holidays),
    )


def _marks(visits: Sequence[Appointment], pathway: Pathway, off: set[date]) -> Figure:
    shown = [visit for visit in visits if visit.pathway == pathway]
    on_holiday = [visit.start.date() in off for visit in shown]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [visit.start.date().isoformat() for visit in shown],
        "y": [ROW[pathway]] * len(shown),
        "marker": {
            "color": COLOR[pathway],
            "opacity": 1,
            "symbol": [f"{SYMBOL[pathway]}{'-open' if each else ''}" for each in on_holiday],
            "size": [15 if each else 8 for each in on_holiday],
            "line": {"width": [2.5 if each else 0 for each in on_holiday]},
        },
        "hovertemplate": [
            words.say(
                "course.hover",
                when=week_words.appointment(visit),
                option=words.short_name(pathway),
            )
            for visit in shown
        ],
    }


def _end(comparison: Comparison, option: Option) -> Figure:
    """The option's name and last day, below its row of visits."""
    text = words.say(
        "course.end",
        option=f"<b>{words.short_name(option.pathway)}</b>",
        day=day(option.last_day),
    )
    first = min(each.first_day for each in comparison.options.values())
    return {**note(first.isoformat(), ROW[option.pathway], text), "yshift": 9}


def _line(holiday: Holiday, span: tuple[float, float]) -> Figure:
    when = holiday.date.isoformat()
    line = {"color": EDGE, "width": 1, "dash": "dot"}
    return {"type": "line", "x0": when, "x1": when, "y0": span[0], "y1": span[1], "line": line}


def _name(holiday: Holiday) -> Figure:
    label = note(holiday.date.isoformat(), NAMES_FROM, holiday.name)
    return {**label, "textangle": -90, "xshift": -3, "font": {"size": 11, "color": TEXT}}


def _table(visits: Sequence[Appointment], holidays: Sequence[Holiday]) -> Table:
    names = {holiday.date: holiday.name for holiday in holidays}
    shown = ("option", "when", "holiday")
    in_file = ("start", "end")
    return Table(
        (
            *(Column(words.say(f"course.column.{name}")) for name in shown),
            *(Column(words.say(f"course.column.{name}"), in_file_only=True) for name in in_file),
        ),
        tuple(
            (
                words.short_name(visit.pathway),
                week_words.appointment(visit),
                names.get(visit.start.date(), ""),
                visit.start.isoformat(" ", "minutes"),
                visit.end.isoformat(" ", "minutes"),
            )
            for visit in visits
        ),
    )
