"""The chart of what fills the hours: a week of each option by kind of care, on one axis."""

from __future__ import annotations

from carechoice import care_words, words
from carechoice.catalog import catalog
from carechoice.charts.style import (
    Chart,
    Figure,
    axis_title,
    hatched,
    layout,
    note,
)
from carechoice.comparison import PATHWAYS, Comparison, Option
from carechoice.course import hours_by_service
from carechoice.formats import hours
from carechoice.rows import Pathway
from carechoice.tables import Column, Table, Value

# A kind of care takes a row for its name and one for each option; half a row parts it from the
# next.
GROUP_ROWS = 1.4 + len(PATHWAYS)
ROW_PX = 38
AXIS_PX = 56
BAR = 0.4

Split = dict[Pathway, dict[str, float]]


def filling_chart(comparison: Comparison) -> Chart:
    """Hours a week by kind of care: under each kind's name one bar for each option."""
    split = _split(comparison)
    kinds = _kinds(split)
    most = max(max(by_service.values()) for by_service in split.values())
    figure = {
        "data": [_bars(comparison.options[pathway], split, kinds) for pathway in PATHWAYS],
        "layout": layout(
            height=round(len(kinds) * GROUP_ROWS * ROW_PX) + AXIS_PX,
            barmode="overlay",
            xaxis={
                "range": [0, most * 1.04],
                "title": axis_title(words.say("filling.axis")),
                "nticks": 6,
            },
            yaxis={"visible": False, "range": [0.3 - len(kinds) * GROUP_ROWS, 0.6]},
            annotations=[
                *(note(0, _top(place) - BAR, _name(kind)) for place, kind in enumerate(kinds)),
                *(
                    _label(pathway, place, split[pathway].get(kind, 0))
                    for place, kind in enumerate(kinds)
                    for pathway in PATHWAYS
                ),
            ],
        ),
    }
    return Chart(
        "filling",
        words.say("filling.title"),
        figure,
        care_words.filling_caption(comparison),
        care_words.filling_alt(comparison),
        _table(comparison, split, kinds),
    )


def _split(comparison: Comparison) -> Split:
    return {
        pathway: hours_by_service(pathway, option.hours_per_week)
        for pathway, option in comparison.both.items()
    }


def _kinds(split: Split) -> list[str]:
    """The kinds of care that take hours in either option, in the order of services.csv."""
    return [
        key
        for key in catalog().services
        if any(by_service.get(key) for by_service in split.values())
    ]


def _top(place: int) -> float:
    """Where the name of the kind at this place stands; rows go down."""
    return -place * GROUP_ROWS


def _row(place: int, pathway: Pathway) -> float:
    return _top(place) - 1 - PATHWAYS.index(pathway)


def _name(kind: str) -> str:
    return f"<b>{catalog().services[kind].label}</b>"


def _bars(option: Option, split: Split, kinds: list[str]) -> Figure:
    pathway = option.pathway
    spent = [split[pathway].get(kind, 0) for kind in kinds]
    names = [catalog().services[kind].label for kind in kinds]
    return {
        "type": "bar",
        "orientation": "h",
        "name": words.short_name(pathway),
        "y": [_row(place, pathway) - 0.25 for place in range(len(kinds))],
        "x": spent,
        "width": BAR,
        "marker": hatched(pathway),
        "hovertext": [
            words.say(
                "filling.hover",
                option=words.short_name(pathway),
                service=name,
                hours=hours(words.to_quarter(each)),
            )
            for name, each in zip(names, spent, strict=True)
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _label(pathway: Pathway, place: int, spent: float) -> Figure:
    """The option's name and hours above its bar."""
    key = "filling.label" if spent else "filling.label.none"
    text = words.say(key, option=words.short_name(pathway), hours=hours(words.to_quarter(spent)))
    return note(0, _row(place, pathway) - 0.25 + BAR / 2, text)


def _table(comparison: Comparison, split: Split, kinds: list[str]) -> Table:
    shown = Column(words.say("filling.column.service"))
    columns = (shown, *(Column(words.option_name(pathway), _hours_shown) for pathway in PATHWAYS))
    rows: list[tuple[Value, ...]] = [
        (
            catalog().services[kind].label,
            *(split[pathway].get(kind, 0) for pathway in PATHWAYS),
        )
        for kind in kinds
    ]
    total = (comparison.options[pathway].hours_per_week for pathway in PATHWAYS)
    return Table(columns, (*rows, (words.say("filling.total"), *total)))


def _hours_shown(spent: float) -> str:
    return hours(words.to_quarter(spent))
