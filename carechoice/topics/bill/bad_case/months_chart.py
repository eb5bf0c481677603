"""The months chart: what the patient pays in each calendar month, for each option."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import ceil

from carechoice.catalog.rounding import whole_parts
from carechoice.comparison.compare import Comparison, Option
from carechoice.drawing.style import (
    CHART_HEIGHT,
    STANDOFF_PX,
    Chart,
    Figure,
    hatched,
    layout,
    top_usd,
    usd_axis,
)
from carechoice.drawing.tables import Column, Table
from carechoice.language.formats import short_month
from carechoice.language.sentences import say, short_name
from carechoice.topics.bill import words as bill_words
from carechoice.topics.bill.bad_case.dearest_month import dearest_months
from carechoice.topics.bill.facts import Month, months

# More names of months than these would run together on a phone.
MOST_NAMES = 7
HALF_A_MONTH = timedelta(days=16)


def months_chart(comparison: Comparison) -> Chart:
    """A bar an option and month, all on one axis."""
    found = months(comparison)
    most = max(max(month.patient_usd.values()) for month in found)
    figure = {
        "data": [_bars(found, option) for option in comparison.options.values()],
        "layout": layout(
            height=CHART_HEIGHT,
            has_key=True,
            barmode="group",
            bargap=0.3,
            xaxis=_axis(found, _named(found)),
            yaxis=usd_axis(say("months.axis"), top_usd=top_usd(most)),
        ),
    }
    return Chart(
        "months",
        say("months.title"),
        figure,
        dearest_months(comparison),
        say("months.alt"),
        _table(comparison, found),
        has_content=most > 0,
    )


def _bars(found: Sequence[Month], option: Option) -> Figure:
    return {
        "type": "bar",
        "name": f"<b>{short_name(option.words_key)}</b>",
        "x": [month.first_day.isoformat() for month in found],
        # As the table and the sentence have it.
        "y": whole_parts(month.patient_usd[option.pathway] for month in found),
        "marker": hatched(option.pathway),
        "hovertemplate": say("months.hover", option=short_name(option.words_key)),
    }


def _named(found: Sequence[Month]) -> list[date]:
    """The months named below their bars: all, or the dearest and others at equal distances."""
    step = ceil(len(found) / MOST_NAMES)
    dearest = max(range(len(found)), key=lambda number: max(found[number].patient_usd.values()))
    return [month.first_day for month in found[dearest % step :: step]]


def _axis(found: Sequence[Month], named: Sequence[date]) -> Figure:
    first, last = found[0].first_day, found[-1].first_day
    return {
        "type": "date",
        "tickmode": "array",
        "tickvals": [month.isoformat() for month in named],
        "ticktext": list(_names(named)),
        "tickangle": 0,
        "ticklabelstandoff": STANDOFF_PX,
        "showgrid": False,
        "range": [(first - HALF_A_MONTH).isoformat(), (last + HALF_A_MONTH).isoformat()],
    }


def _names(months: Sequence[date]) -> Iterator[str]:
    """With the year below the first and below each that begins one, so that all are short."""
    year = None
    for month in months:
        is_new, year = month.year != year, month.year
        yield say("months.tick", month=short_month(month), year=year if is_new else "&nbsp;")


def _table(comparison: Comparison, found: Sequence[Month]) -> Table:
    names = [short_name(option.words_key) for option in comparison.options.values()]
    rows = bill_words.months(comparison, found)
    return Table(tuple(map(Column, (say("bill.months.month"), *names))), tuple(map(tuple, rows)))
