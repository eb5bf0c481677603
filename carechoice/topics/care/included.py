"""The chart of what each level of care includes: levels across, kinds of care down."""

from __future__ import annotations

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Level, Pathway
from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.levels import Inclusion, inclusion, services_of
from carechoice.drawing.style import (
    COLOR,
    EDGE,
    FAINT,
    PALE,
    SYMBOL,
    TEXT,
    Chart,
    Figure,
    layout,
    note,
)
from carechoice.drawing.tables import Column, Table
from carechoice.language.levels import service_names
from carechoice.language.sentences import say, short_name
from carechoice.topics.care import words as care_words

ROW_PX = 46
# Above the first kind of care: a line for each option's mark; above all the names of the levels,
# which may stand upright, and the key.
LOWEST_MARK_ROW = 0.85
MARK_ROW_HEIGHT = 0.5
ABOVE_MARKS = 0.35
HEAD_PX = 146
LINE_BREAK = "<br>"
# Around a level's name: names stand upright before they would touch.
GAP = "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}"
SQUARE: dict[Inclusion, str] = {"part": "square", "some": "square-open"}
# A row goes as far above its number as below it: its name above, its squares below.
ROW_END = 0.5
HALF_COLUMN = 0.46


def included_chart(comparison: Comparison) -> Chart:
    """A square where a level includes a kind of care; both options' columns have their colour."""
    levels = list(catalog().levels.values())
    services = list(catalog().services)
    options = list(comparison.options.values())
    mark_rows = _mark_rows(comparison)
    top = max(mark_rows.values()) + ABOVE_MARKS
    figure = {
        "data": [
            *(_squares(levels, services, how) for how in SQUARE),
            *(_mark(option, levels, mark_rows[option.pathway]) for option in options),
        ],
        "layout": layout(
            height=HEAD_PX + round((len(services) + top) * ROW_PX),
            has_key=True,
            xaxis=_level_axis(levels),
            yaxis={"visible": False, "range": [0.35 - len(services), top]},
            shapes=_background(comparison, levels, len(services)),
            annotations=[_name(service, row) for row, service in enumerate(services)],
        ),
    }
    return Chart(
        "included",
        say("included.title"),
        figure,
        care_words.included_caption(comparison),
        care_words.included_alt(),
        _table(levels, services),
    )


def _mark_rows(comparison: Comparison) -> dict[Pathway, float]:
    """Where the mark of each option stands, from the first down to the last."""
    from_below = enumerate(reversed(list(comparison.options)))
    return {pathway: LOWEST_MARK_ROW + place * MARK_ROW_HEIGHT for place, pathway in from_below}


def _level_axis(levels: list[Level]) -> Figure:
    """A level a column. Names wider than theirs stand upright, as the browser finds."""
    return {
        "side": "top",
        "range": [-0.55, len(levels) - 0.45],
        "tickvals": list(range(len(levels))),
        "ticktext": list(map(_head, levels)),
        "autotickangles": [0, -90],
        "showgrid": False,
    }


def _head(level: Level) -> str:
    """A level's name above its column, a gap around each of its lines."""
    lines = say(f"included.head.{level.key}").split(LINE_BREAK)
    return LINE_BREAK.join(f"{GAP}{line}{GAP}" for line in lines)


def _background(comparison: Comparison, levels: list[Level], rows: int) -> list[Figure]:
    """The lines between the kinds of care, and the colours of both options' columns."""
    return [
        *(_line(row, len(levels)) for row in range(rows)),
        *(
            _behind(row, _column(option, comparison, levels), option.pathway)
            for option in comparison.both.values()
            for row in range(rows)
        ),
    ]


def _squares(levels: list[Level], services: list[str], how: Inclusion) -> Figure:
    at = [
        (column, row, level, service)
        for column, level in enumerate(levels)
        for row, service in enumerate(services)
        if inclusion(level, service) == how
    ]
    sentence = say(f"included.how.{how}")
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [column for column, *_ in at],
        "y": [-row - 0.27 for _, row, *_ in at],
        "marker": {"symbol": SQUARE[how], "size": 14, "color": TEXT, "line": {"width": 2}},
        "name": sentence,
        "hovertext": [
            say(
                "included.hover",
                service=catalog().services[service].label,
                level=level.short_label,
                how=sentence,
            )
            for *_, level, service in at
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _line(row: int, columns: int) -> Figure:
    """A faint line that parts a kind of care from the one above."""
    return {
        "type": "line",
        "x0": -0.5,
        "x1": columns - 0.5,
        "y0": ROW_END - row,
        "y1": ROW_END - row,
        "line": {"color": FAINT, "width": 1},
        "layer": "below",
    }


def _column(option: Option, comparison: Comparison, levels: list[Level]) -> tuple[float, float]:
    """From where to where an option's column goes; half each where both stand on one level."""
    column = levels.index(option.level)
    left, right = column - HALF_COLUMN, column + HALF_COLUMN
    if all(each.level == option.level for each in comparison.both.values()):
        return (left, column) if option.pathway == "therapy" else (column, right)
    return left, right


def _behind(row: int, column: tuple[float, float], pathway: Pathway) -> Figure:
    """An option's colour behind a square: below the name in the row, which it is not to lie on."""
    left, right = column
    return {
        "type": "rect",
        "x0": left,
        "x1": right,
        "y0": -row - ROW_END,
        "y1": -row,
        "fillcolor": PALE[pathway],
        "line": {"width": 0},
        "layer": "below",
    }


def _name(service: str, row: int) -> Figure:
    """A kind of care's name above its squares, where the chart has all its width for it."""
    return {
        **note(-0.5, 0.01 - row, catalog().services[service].label),
        "font": {"size": 13, "color": TEXT},
    }


def _columns(option: Option, levels: list[Level]) -> list[int]:
    return [levels.index(phase.level) for phase in option.phases]


def _mark(option: Option, levels: list[Level], row: float) -> Figure:
    columns = _columns(option, levels)
    return {
        "type": "scatter",
        "name": f"<b>{short_name(option.words_key)}</b>",
        # A line leads from the first phase to the next.
        "mode": "lines+markers",
        "line": {"color": COLOR[option.pathway], "width": 2, "dash": "dot"},
        "x": columns,
        "y": [row] * len(columns),
        "marker": {
            "symbol": SYMBOL[option.pathway],
            "size": 15,
            "color": COLOR[option.pathway],
            "line": {"color": EDGE, "width": 1},
        },
        "hoverinfo": "skip",
    }


def _table(levels: list[Level], services: list[str]) -> Table:
    """A row a level; the file has a column for each kind of care too."""
    columns = (
        *(Column(say(f"included.column.{name}")) for name in ("level", "part", "some")),
        *(Column(catalog().services[key].label, in_file_only=True) for key in services),
    )
    rows = tuple(
        (
            level.label,
            service_names(services_of(level, "part")),
            service_names(services_of(level, "some")),
            *(say(f"included.how.{inclusion(level, key)}") for key in services),
        )
        for level in levels
    )
    return Table(columns, rows)
