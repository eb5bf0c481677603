"""The chart of what fills the hours: a week of each option by kind of care, on one axis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import PATHWAYS, Comparison, Option
from carechoice.comparison.weeks.filled_hours import hours_filled
from carechoice.drawing.style import (
    Chart,
    Figure,
    axis_title,
    hatched,
    layout,
    note,
    with_text_below,
)
from carechoice.drawing.tables import Column, Table, Value
from carechoice.language.formats import hours
from carechoice.language.sentences import in_order, option_name, say, short_name
from carechoice.topics.care import words as care_words

# A kind of care takes a row for its name; some of a row parts it from the kind before.
NAME_ROWS = 1.4
ROW_PX = 38
AXIS_PX = 56
BAR = 0.4

# Hours a week by kind of care, of each phase of each option.
Split = dict[Pathway, list[dict[str, float]]]


def filling_chart(comparison: Comparison) -> Chart:
    """Hours a week by kind of care: under each kind's name one bar for each option.

    The phases of a third pathway share its bar, the first at the top.
    """
    split = {pathway: _by_phase(option) for pathway, option in comparison.options.items()}
    kinds = _kinds(split)
    return Chart(
        "filling",
        say("filling.title"),
        _figure(comparison.options, split, kinds),
        care_words.filling_caption(comparison),
        with_text_below(say("filling.alt")),
        _table(comparison, split, kinds),
    )


def _figure(options: Mapping[Pathway, Option], split: Split, kinds: Sequence[str]) -> Figure:
    group_rows = NAME_ROWS + len(split)
    tops = {kind: -place * group_rows for place, kind in enumerate(kinds)}
    middles = {
        pathway: {kind: top - (place + 1.25) for kind, top in tops.items()}
        for place, pathway in enumerate(split)
    }
    return {
        "data": [
            _bars(options[pathway], phases, place, middles[pathway])
            for pathway, phases in split.items()
            for place in range(len(phases))
        ],
        "layout": layout(
            height=round(len(kinds) * group_rows * ROW_PX) + AXIS_PX,
            barmode="overlay",
            xaxis=_hours_axis(split),
            yaxis={"visible": False, "range": [0.3 - len(kinds) * group_rows, 0.6]},
            annotations=[
                *(note(0, top - BAR, _name(kind)) for kind, top in tops.items()),
                *(
                    note(0, middles[pathway][kind] + BAR / 2, _label(options[pathway], kind, each))
                    for kind in kinds
                    for pathway, each in split.items()
                ),
            ],
        ),
    }


def _by_phase(option: Option) -> list[dict[str, float]]:
    return [hours_filled(option, phase) for phase in option.phases]


def _kinds(split: Split) -> list[str]:
    """The kinds of care that take hours in any option, in the order of services.csv."""
    phases = [phase for phases in split.values() for phase in phases]
    return [key for key in catalog().services if any(phase.get(key) for phase in phases)]


def _hours_axis(split: Split) -> Figure:
    """Hours a week, from none to a little above the most of any kind of care."""
    most = max(hours for phases in split.values() for phase in phases for hours in phase.values())
    return {
        "range": [0, most * 1.04],
        "title": axis_title(say("filling.axis")),
        "nticks": 6,
        "showgrid": False,
    }


def _name(kind: str) -> str:
    return f"<b>{catalog().services[kind].label}</b>"


def _bars(
    option: Option, phases: list[dict[str, float]], place: int, middles: dict[str, float]
) -> Figure:
    """The bars of one phase, which share the bar of their option with the other phases."""
    width = BAR / len(phases)
    lower = (place - (len(phases) - 1) / 2) * width
    return {
        "type": "bar",
        "orientation": "h",
        "name": short_name(option.words_key),
        "y": [middle - lower for middle in middles.values()],
        "x": [phases[place].get(kind, 0) for kind in middles],
        "width": width,
        "marker": hatched(option.pathway),
        "hovertext": [
            say(
                "filling.hover",
                option=short_name(option.words_key),
                service=catalog().services[kind].label,
                hours=_spent(phases[place], kind),
            )
            for kind in middles
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _label(option: Option, kind: str, phases: list[dict[str, float]]) -> str:
    """The option's name and hours, for above its bar."""
    text = in_order([_spent(phase, kind) for phase in phases])
    return say("filling.label", option=short_name(option.words_key), hours=text)


def _spent(phase: dict[str, float], kind: str) -> str:
    return hours(phase[kind]) if phase.get(kind) else say("filling.none")


def _table(comparison: Comparison, split: Split, kinds: list[str]) -> Table:
    """A column an option; the file also has one for each phase of a third pathway, in numbers."""
    columns = (
        Column(say("filling.column.service")),
        *(Column(option_name(option.words_key), hours) for option in comparison.both.values()),
        *(column for option in comparison.beside for column in _third_columns(option)),
    )
    names = [*(catalog().services[kind].label for kind in kinds), say("filling.total")]
    of_both = [_amounts(split[pathway][0], kinds) for pathway in PATHWAYS]
    of_third = [
        cells
        for option in comparison.beside
        for cells in _third_cells([_amounts(phase, kinds) for phase in split[option.pathway]])
    ]
    return Table(columns, tuple(zip(names, *of_both, *of_third, strict=True)))


def _amounts(phase: dict[str, float], kinds: list[str]) -> list[float]:
    """Hours a week by kind of care, and in all."""
    return [*(phase.get(kind, 0) for kind in kinds), sum(phase.values())]


def _third_columns(option: Option) -> list[Column]:
    name = short_name(option.words_key)
    in_file = (
        say("filling.column.phase", option=name, number=number)
        for number, _ in enumerate(option.phases, start=1)
    )
    return [
        Column(option_name(option.words_key)),
        *(Column(label, in_file_only=True) for label in in_file),
    ]


def _third_cells(phases: list[list[float]]) -> list[Sequence[Value]]:
    """All phases in words, and each in numbers."""
    shown = [in_order([hours(spent) for spent in row]) for row in zip(*phases, strict=True)]
    return [shown, *phases]
