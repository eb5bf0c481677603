"""The week chart: one week as a calendar, with care, travel, fixed hours and clashes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from carechoice.catalog.fixed_hours import DAYS
from carechoice.catalog.rows import Pathway
from carechoice.catalog.time_units import HOURS_PER_DAY, MINUTES_PER_HOUR
from carechoice.comparison.compare import PATHWAYS
from carechoice.comparison.weeks.planned_week import Block, PlannedWeek
from carechoice.drawing.style import (
    CLEAR,
    COLOR,
    EDGE,
    PALE,
    TEXT,
    Chart,
    Figure,
    layout,
    with_text_below,
)
from carechoice.drawing.tables import Column, Table
from carechoice.language.formats import clock, clock_span, weekday
from carechoice.language.sentences import say
from carechoice.topics.week import words as week_words

WEEK_HEIGHT = 400
# Both calendars show these hours of the day, and more where there is something before or after.
USUAL_HOURS = (8, 20)
HOURS_A_TICK = 2
WIDTH = 0.92
GREY = "rgba(128,128,128,0.35)"


def week_charts(weeks: Mapping[Pathway, Sequence[PlannedWeek]]) -> dict[Pathway, list[Chart]]:
    """The week of each phase of each option as a calendar, all with the same hours."""
    hours = _hours_shown(week for phases in weeks.values() for week in phases)
    return {
        pathway: [_chart(week, number, hours) for number, week in enumerate(phases, start=1)]
        for pathway, phases in weeks.items()
    }


def _chart(week: PlannedWeek, number: int, hours: tuple[int, int]) -> Chart:
    """The calendar of an option's phase of this number, which stays while its weeks change."""
    title = week_words.title(week)
    figure = {
        "data": [
            _blocks(week.fixed, "fixed", color=GREY),
            _blocks(week.visits, week.called, color=COLOR[week.pathway]),
            _blocks(week.travel, "travel", color=PALE[week.pathway], pattern="/"),
            _blocks(week.clashes, "clash", color=CLEAR, pattern="x", edge=TEXT),
        ],
        "layout": layout(
            height=WEEK_HEIGHT,
            has_key=True,
            barmode="overlay",
            xaxis=_day_axis(),
            yaxis=_clock_axis(*hours),
        ),
    }
    return Chart(
        _key(week, number),
        title,
        figure,
        week_words.caption(week),
        with_text_below(say("week.alt", title=title)),
        _table(week),
        table_title=week_words.lasting_title(week, number),
    )


def _day_axis() -> Figure:
    """A column for each day of the week, Monday first."""
    return {
        "tickvals": list(range(len(DAYS))),
        "ticktext": [weekday(day, short=True) for day in range(len(DAYS))],
        "range": [-0.5, len(DAYS) - 0.5],
        "side": "top",
        "showgrid": False,
    }


def _clock_axis(first_hour: int, last_hour: int) -> Figure:
    """The hours of the day downward, from the first shown to the last."""
    ticks = range(first_hour, last_hour + 1, HOURS_A_TICK)
    return {
        # A little more, or the lowest tick is left out.
        "range": [last_hour + 0.05, first_hour - 0.05],
        "tickvals": list(ticks),
        "ticktext": [clock(MINUTES_PER_HOUR * hour) for hour in ticks],
    }


def _key(week: PlannedWeek, number: int) -> str:
    key = f"week_{week.pathway}"
    return key if week.pathway in PATHWAYS else f"{key}_{number}"


def _hours_shown(weeks: Iterable[PlannedWeek]) -> tuple[int, int]:
    """The first and last hour, both even so that ticks are at round times."""
    blocks = [block for week in weeks for block in (*week.fixed, *week.visits, *week.travel)]
    first = min([USUAL_HOURS[0], *(block.start_minutes // MINUTES_PER_HOUR for block in blocks)])
    last = max([USUAL_HOURS[1], *(-(-block.end_minutes // MINUTES_PER_HOUR) for block in blocks)])
    return first - first % HOURS_A_TICK, min(HOURS_PER_DAY, last + last % HOURS_A_TICK)


def _blocks(
    blocks: Sequence[Block], kind: str, *, color: str, pattern: str = "", edge: str = EDGE
) -> Figure:
    is_clash = kind == "clash"
    return {
        "type": "bar",
        "name": week_words.block_name(kind),
        "x": [block.day for block in blocks],
        "y": [block.minutes / MINUTES_PER_HOUR for block in blocks],
        "base": [block.start_minutes / MINUTES_PER_HOUR for block in blocks],
        "width": WIDTH,
        "marker": {
            "color": color,
            "line": {"color": edge, "width": 3 if is_clash else 0.5},
            "pattern": {
                "shape": pattern,
                "size": 9,
                "solidity": 0.12,
                "fgcolor": TEXT,
                "fillmode": "overlay",
            },
        },
        "hovertemplate": [week_words.hover(block, kind) for block in blocks],
    }


def _table(week: PlannedWeek) -> Table:
    columns = (
        Column(say("week.column.day"), weekday),
        Column(say("week.column.time")),
        Column(say("week.column.what"), week_words.block_name),
        Column(say("week.column.minutes"), in_file_only=True),
    )
    kinds = (
        ("fixed", week.fixed),
        ("travel", week.travel),
        (week.called, week.visits),
        ("clash", week.clashes),
    )
    blocks = sorted((block, kind) for kind, blocks in kinds for block in blocks)
    return Table(
        columns,
        tuple(
            (block.day, clock_span(block.start_minutes, block.end_minutes), kind, block.minutes)
            for block, kind in blocks
        ),
    )
