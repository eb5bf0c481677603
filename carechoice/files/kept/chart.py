"""The chart of kept scenarios: what you pay in each, all bars on one axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from carechoice.comparison import words
from carechoice.comparison.compare import Option
from carechoice.drawing.cost_bars import cost_bar, cost_key
from carechoice.drawing.style import (
    Chart,
    Figure,
    dollar_ticks,
    layout,
    note,
    top_usd,
)
from carechoice.drawing.tables import Column, Table
from carechoice.files.kept import words as kept_words
from carechoice.files.kept.words import KeptComparison
from carechoice.language.formats import hours
from carechoice.language.markup import for_chart, for_narrow_column
from carechoice.language.sentences import say, short_name

# Heights in pixels: of a bar with the two lines of its label, and of a scenario's name.
BAR_HEIGHT = 68
NAME_HEIGHT = 46
AXIS_HEIGHT = 40
BAR = 0.28
# Room above a bar for its label, in bars.
LABEL = BAR / 2


def kept_chart(rows: Sequence[KeptComparison]) -> Chart:
    """A bar for each option of each kept scenario; its label has time and end as well."""
    return Chart(
        "pins",
        say("pins.chart"),
        _figure(rows),
        kept_words.chart_caption(rows),
        kept_words.chart_alt(rows),
        kept_table(rows),
    )


def kept_table(rows: Sequence[KeptComparison]) -> Table:
    """A row for each option of each kept scenario."""
    columns = (
        Column(say("pins.column.name")),
        Column(say("pins.column.option")),
        Column(say("pins.column.hours")),
        Column(say("pins.column.you")),
        Column(say("pins.column.low"), in_file_only=True),
        Column(say("pins.column.high"), in_file_only=True),
        Column(say("pins.column.end"), in_file_only=True),
        Column(say("pins.column.difference"), in_file_only=True),
    )
    return Table(columns, tuple(_in_file(rows)), tuple(_on_page(rows)))


def _in_file(rows: Sequence[KeptComparison]) -> Iterator[tuple[Any, ...]]:
    for row in rows:
        for pathway, option in row.comparison.options.items():
            yield (
                row.name,
                short_name(option.words_key),
                option.hours_per_week,
                "" if option.is_range_alone else round(option.patient_total_usd, 2),
                round(option.patient_usd.low, 2),
                round(option.patient_usd.high, 2),
                option.last_day,
                kept_words.apart(row, rows[0], pathway),
            )


def _on_page(rows: Sequence[KeptComparison]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        for option in row.comparison.options.values():
            yield (
                for_narrow_column(row.name),
                short_name(option.words_key),
                hours(option.hours_per_week),
                words.cost_or_range(option),
            )


def _figure(rows: Sequence[KeptComparison]) -> Figure:
    places, names = _places(rows)
    options = [option for row in rows for option in row.comparison.options.values()]
    bars = list(zip(places, options, strict=True))
    most_usd = max(option.patient_usd.high for option in options)
    bottom = min(places) - BAR
    return {
        "data": [
            *(part for place, option in bars for part in _bar(option, place)),
            *cost_key(options, with_plan=False),
        ],
        "layout": layout(
            height=AXIS_HEIGHT + round(BAR_HEIGHT * -bottom),
            has_key=True,
            barmode="stack",
            xaxis={
                **dollar_ticks(),
                "nticks": 4,
                "showgrid": False,
                "range": [0, top_usd(most_usd)],
            },
            yaxis={"visible": False, "range": [bottom, 0]},
            annotations=[
                *(_label(option, place) for place, option in bars),
                *(_name(row, place) for row, place in zip(rows, names, strict=True)),
            ],
        ),
    }


def _places(rows: Sequence[KeptComparison]) -> tuple[list[float], list[float]]:
    """Where bars and names stand, counted in bars downwards from 0."""
    bars: list[float] = []
    names: list[float] = []
    top = 0.0
    for row in rows:
        top -= NAME_HEIGHT / BAR_HEIGHT
        names.append(top)
        for _ in row.comparison.options:
            top -= 1
            bars.append(top + LABEL)
    return bars, names


def _name(row: KeptComparison, place: float) -> Figure:
    return note(0, place, f"<b>{for_chart(row.name)}</b>")


def _label(option: Option, place: float) -> Figure:
    """What an option asks, above its bar."""
    text = say(
        "pins.label",
        option=short_name(option.words_key),
        cost=words.cost(option),
        time=kept_words.time(option),
    )
    return note(0, place + LABEL, text)


def _bar(option: Option, place: float) -> list[Figure]:
    parts = cost_bar(option, place, with_plan=False)
    return [part | ({"width": BAR} if part["type"] == "bar" else {}) for part in parts]
