"""The course chart: every visit on its date, with the public holidays in between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from carechoice.comparison.compare import Comparison
from carechoice.comparison.planned_week import Appointment, appointments_of
from carechoice.drawing.style import Chart, Figure, layout, with_text_below
from carechoice.drawing.tables import Column, Table
from carechoice.language.sentences import say, short_name
from carechoice.topics.week import course_parts as parts
from carechoice.topics.week.bands import Bands, bands_of
from carechoice.topics.week.course_words import appointment, course_caption
from carechoice.topics.week.holiday import closed_beside_holidays, from_to, holidays_of

# The key above the bands, and a row in a band.
KEY_PX = 120
ROW_PX = 24


def course_chart(comparison: Comparison) -> Chart:
    """Every visit of each option, half a year in a band; holidays as lines across the bands."""
    bands = bands_of(*from_to(comparison), tuple(comparison.options))
    holidays = holidays_of(comparison)
    by_option = {pathway: appointments_of(comparison, pathway) for pathway in comparison.options}
    visits = [visit for of_option in by_option.values() for visit in of_option]
    marks = [
        *(parts.option_marks(option, bands) for option in comparison.options.values()),
        *(
            parts.visit_bars(mine, comparison.options[each], bands)
            for each, mine in by_option.items()
        ),
        parts.holiday_lines(holidays, bands),
        parts.holiday_rings(visits, {holiday.date for holiday in holidays}, bands),
        *parts.closed_marks(closed_beside_holidays(comparison), bands),
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
        xaxis={"visible": False, "range": [parts.left_end(bands), bands.most_days]},
        yaxis={"visible": False, "range": [-bands.rows, 0]},
        annotations=[name for band in bands.bands for name in parts.month_names(band, bands)],
        shapes=[line for band in bands.bands for line in parts.month_lines(band, bands)],
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
                short_name(comparison.options[visit.pathway].told_as),
                appointment(visit),
                holidays.get(visit.start.date(), ""),
                visit.start.isoformat(" ", "minutes"),
                visit.end.isoformat(" ", "minutes"),
            )
            for visit in visits
        ),
    )
