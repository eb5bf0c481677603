"""The course chart: every visit on its date, with the public holidays in between."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from carechoice.catalog.holiday import Holiday
from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.weeks.planned_week import Appointment, appointments_of
from carechoice.drawing.style import (
    COLOR,
    EDGE,
    FAINT,
    SYMBOL,
    TEXT,
    Chart,
    Figure,
    layout,
    note,
    with_text_below,
)
from carechoice.drawing.tables import Column, Table
from carechoice.language.formats import day, short_month
from carechoice.language.sentences import say, short_name
from carechoice.topics.week.bands import Band, Bands, bands_of
from carechoice.topics.week.course_words import (
    appointment,
    closed_beside_holidays,
    course_caption,
    from_to,
    holidays_of,
)

# The key above the bands, and a row in a band.
KEY_PX = 120
ROW_PX = 24
# How much of its row and of its day a visit fills.
VISIT_ROW, VISIT_DAY = 0.7, 0.85
# The mark of an option stands so far before its row begins, as a part of the longest band.
MARK = 0.025
MARK_PX = 10
RING_PX = 11
CROSS_PX = 7
# A mark on the last day of a band is wider than what is left of it, and would be cut there.
WHOLE_AT_THE_EDGE: Figure = {"cliponaxis": False}
MONTH_SIZE = 12
# A month of which fewer days are left has no room for its name on a phone.
NAMED_DAYS = 14


def course_chart(comparison: Comparison) -> Chart:
    """Every visit of each option, half a year in a band; holidays as lines across the bands."""
    bands = bands_of(*from_to(comparison), tuple(comparison.options))
    holidays = holidays_of(comparison)
    by_option = {pathway: appointments_of(comparison, pathway) for pathway in comparison.options}
    visits = [visit for of_option in by_option.values() for visit in of_option]
    marks = [
        *(_option_marks(option, bands) for option in comparison.options.values()),
        *(_visit_bars(mine, comparison.options[each], bands) for each, mine in by_option.items()),
        _holiday_lines(holidays, bands),
        _holiday_rings(visits, {holiday.date for holiday in holidays}, bands),
        *_closed_marks(closed_beside_holidays(comparison), bands),
    ]
    return Chart(
        "course",
        say("course.title"),
        {"data": marks, "layout": _layout(bands)},
        course_caption(comparison, visits, holidays),
        with_text_below(say("course.alt")),
        _table(comparison, visits, {holiday.date: holiday.name for holiday in holidays}),
    )


def _layout(bands: Bands) -> Figure:
    return layout(
        height=KEY_PX + round(bands.rows * ROW_PX),
        has_key=True,
        barmode="overlay",
        xaxis={"visible": False, "range": [_left_end(bands), bands.most_days]},
        yaxis={"visible": False, "range": [-bands.rows, 0]},
        annotations=[name for band in bands.bands for name in month_names(band, bands)],
        shapes=[line for band in bands.bands for line in _month_lines(band, bands)],
    )


def _table(
    comparison: Comparison, visits: Sequence[Appointment], holidays: Mapping[date, str]
) -> Table:
    """Every visit with its times, and the name of the holiday that it is on."""
    shown = ("option", "when", "holiday")
    in_file = ("start", "end")
    return Table(
        (
            *(Column(say(f"course.column.{name}")) for name in shown),
            *(Column(say(f"course.column.{name}"), in_file_only=True) for name in in_file),
        ),
        tuple(
            (
                short_name(comparison.options[visit.pathway].words_key),
                appointment(visit),
                holidays.get(visit.start.date(), ""),
                visit.start.isoformat(" ", "minutes"),
                visit.end.isoformat(" ", "minutes"),
            )
            for visit in visits
        ),
    )


def _left_end(bands: Bands) -> float:
    """Where the chart begins, in days, with room for the marks of the options."""
    return -2 * MARK * bands.most_days


def _option_marks(option: Option, bands: Bands) -> Figure:
    """The option's mark before its row in each band; its name in the key says when it ends."""
    name = f"<b>{short_name(option.words_key)}</b>"
    return {
        "type": "scatter",
        "mode": "markers",
        "name": say("course.end", option=name, day=day(option.last_day)),
        "x": [-MARK * bands.most_days] * len(bands.bands),
        "y": [bands.row_of(option.pathway, band) for band in bands.bands],
        "marker": {
            "symbol": SYMBOL[option.pathway],
            "size": MARK_PX,
            "color": COLOR[option.pathway],
        },
        "hoverinfo": "skip",
    }


def _visit_bars(visits: Sequence[Appointment], option: Option, bands: Bands) -> Figure:
    """A bar for each visit of an option, as wide as its day."""
    at = [_place(visit, bands) for visit in visits]
    return {
        "type": "bar",
        "x": [across for across, _ in at],
        "y": [VISIT_ROW] * len(at),
        "base": [row - VISIT_ROW / 2 for _, row in at],
        "width": VISIT_DAY,
        "marker": {"color": COLOR[option.pathway], "line": {"width": 0}},
        "hovertemplate": [
            say(
                "course.hover",
                when=appointment(visit),
                option=short_name(option.words_key),
            )
            for visit in visits
        ],
        "showlegend": False,
    }


def _holiday_lines(holidays: Sequence[Holiday], bands: Bands) -> Figure:
    """A line across the rows of a band at each holiday."""
    found = [(holiday, bands.band_with(holiday.date)) for holiday in holidays]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": say("course.key.holiday"),
        # A gap parts each line from the next.
        "x": [x for each, band in found for x in (*[_middle(each.date, band)] * 2, None)],
        "y": [y for _, band in found for y in (bands.top_of(band), bands.bottom_of(band), None)],
        "line": {"color": EDGE, "width": 1.5, "dash": "dot"},
        "hoverinfo": "skip",
    }


def _holiday_rings(visits: Sequence[Appointment], off: Collection[date], bands: Bands) -> Figure:
    """A ring around each visit on a holiday."""
    at = [_place(visit, bands) for visit in visits if visit.start.date() in off]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": say("course.key.visit"),
        "x": [across for across, _ in at],
        "y": [row for _, row in at],
        "marker": {"symbol": "circle-open", "size": RING_PX, "color": TEXT, "line": {"width": 2}},
        **WHOLE_AT_THE_EDGE,
        "hoverinfo": "skip",
    }


def _closed_marks(closed: Sequence[tuple[Pathway, date]], bands: Bands) -> list[Figure]:
    """A cross at each day on which an option's program is closed; nothing where there is none."""
    if not closed:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": say("course.key.closed"),
            "x": [_middle(day, bands.band_with(day)) for _, day in closed],
            "y": [bands.row_of(pathway, bands.band_with(day)) for pathway, day in closed],
            "marker": {"symbol": "x-thin", "size": CROSS_PX, "line": {"width": 2, "color": TEXT}},
            **WHOLE_AT_THE_EDGE,
            "hoverinfo": "skip",
        }
    ]


def month_names(band: Band, bands: Bands) -> list[Figure]:
    """The months above the rows of a band, with the year where one begins."""
    font = {"size": MONTH_SIZE, "color": TEXT}
    months = [
        first
        for first, end in pairwise((*band.months, band.end))
        if (end - first).days >= NAMED_DAYS
    ]
    return [
        {**note(band.across(first), bands.top_of(band), text), "font": font}
        for first, text in zip(months, _month_texts(months), strict=True)
    ]


def _month_lines(band: Band, bands: Bands) -> list[Figure]:
    """A faint line at the beginning of each month, across the rows of a band."""
    return [
        {
            "type": "line",
            "x0": band.across(first),
            "x1": band.across(first),
            "y0": bands.top_of(band),
            "y1": bands.bottom_of(band),
            "line": {"color": FAINT, "width": 1},
            "layer": "below",
        }
        for first in (*band.months, band.end)
    ]


def _month_texts(months: Sequence[date]) -> Iterator[str]:
    """In two lines, so that each name is no wider than its month on a phone."""
    for place, first in enumerate(months):
        has_year = place == 0 or first.month == 1
        yield say(
            "course.month", month=short_month(first), year=first.year if has_year else "&nbsp;"
        )


def _place(visit: Appointment, bands: Bands) -> tuple[float, float]:
    """The middle of a visit's day, and of its row."""
    day_of_visit = visit.start.date()
    band = bands.band_with(day_of_visit)
    return _middle(day_of_visit, band), bands.row_of(visit.pathway, band)


def _middle(day_in_band: date, band: Band) -> float:
    return band.across(day_in_band) + 0.5
