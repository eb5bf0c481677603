"""The level-of-care chart, its table and its text: the options on the ladder by weekly hours."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from carechoice.catalog.rows import Level
from carechoice.comparison import words
from carechoice.comparison.compare import PATHWAYS, Comparison, Option
from carechoice.comparison.levels import treatment_levels
from carechoice.comparison.side_by_side.ladder import level_caption
from carechoice.comparison.words import by_phase
from carechoice.drawing.style import BAR, COLOR, SYMBOL, ByPathway, Chart, Figure, layout
from carechoice.drawing.tables import Column, Table
from carechoice.language.formats import hours, in_a_row
from carechoice.language.levels import hours_of, level_hours, span
from carechoice.language.sentences import say, short_name
from carechoice.topics.dashboard.ladder import ladder_end, rung_bars, rung_name, thresholds

LADDER_HEIGHT = 340
# The marks of the pathways beside these two are frames around theirs, one within the other. None
# reaches a name above or below it: of four, whose key takes more room, all are smaller.
SIZE_PX = ByPathway(therapy=15, iop=15, third=19, fourth=25)
SIZE_OF_FOUR_PX = ByPathway(therapy=11, iop=11, third=15, fourth=21)
FOUR = 4


def level_chart(comparison: Comparison) -> Chart:
    """The options on the ladder of care by weekly hours."""
    rungs = treatment_levels()
    figure = {
        "data": [
            rung_bars(rungs),
            *level_marks(comparison.options.values(), rungs),
        ],
        "layout": layout(
            height=LADDER_HEIGHT,
            has_key=True,
            bargap=1 - BAR,
            xaxis={
                "range": [0, ladder_end()],
                "tickvals": thresholds(rungs),
                "ticktext": _tick_texts(thresholds(rungs)),
                "showgrid": False,
            },
            yaxis={"visible": False, "range": [-0.55, len(rungs) - 0.35]},
            annotations=[rung_name(level, row) for row, level in enumerate(rungs)],
        ),
    }
    return Chart(
        "level",
        say("level.title"),
        figure,
        level_caption(comparison),
        level_alt(comparison),
        _table(comparison),
    )


def _tick_texts(thresholds: Sequence[float]) -> list[str]:
    """The hours at which levels begin; the last says what they are."""
    *numbers, last = (f"{hours:g}" for hours in thresholds)
    return [*numbers, say("level.axis.last", hours=last)]


def _table(comparison: Comparison) -> Table:
    """The levels with their hours and the options that stand at them."""
    columns = ("level", "hours", "here")
    return Table(
        tuple(Column(say(f"level.column.{column}")) for column in columns),
        tuple(
            (
                level.label,
                level_hours(level),
                in_a_row(
                    mark_text(option)
                    for option in comparison.options.values()
                    if level in [phase.level for phase in option.phases]
                ),
            )
            for level in treatment_levels()
        ),
    )


def level_marks(options: Collection[Option], rungs: Sequence[Level]) -> list[Figure]:
    """The marks of each option at the hours and the level of each of its phases."""
    size_px = SIZE_OF_FOUR_PX if len(options) == FOUR else SIZE_PX
    return [_mark(each, rungs, size_px[each.pathway]) for each in options]


def _mark(option: Option, rungs: Sequence[Level], size_px: int) -> Figure:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": _name(option),
        "x": [phase.hours_per_week for phase in option.on_ladder],
        "y": [rungs.index(phase.level) for phase in option.on_ladder],
        "marker": {
            "symbol": SYMBOL[option.pathway],
            "size": size_px,
            "color": COLOR[option.pathway],
            "line": {"color": "white", "width": 1.5},
        },
        "cliponaxis": False,
        "hovertemplate": mark_text(option) + "<extra></extra>",
    }


def _name(option: Option) -> str:
    """An option in the key; where it has several phases their hours stand below the ladder."""
    name = f"<b>{short_name(option.words_key)}</b>"
    if len(option.on_ladder) > 1:
        return name
    return say("level.mark.label", option=name, hours=words.hours_by_phase(option))


def mark_text(option: Option) -> str:
    """An option with its hours, for a pointer and the table."""
    return say(
        "level.mark",
        option=short_name(option.words_key),
        hours=words.hours_by_phase(option),
    )


def level_alt(comparison: Comparison) -> str:
    """The ladder for people who cannot see it."""
    therapy, iop = (comparison.options[pathway] for pathway in PATHWAYS)
    rungs = (
        say(f"level.rung.{span(level)}", label=level.label, **hours_of(level))
        for level in treatment_levels()
    )
    sentence = say(
        "level.alt",
        ladder="; ".join(rungs),
        therapy_hours=hours(therapy.hours_per_week),
        therapy_level=therapy.level.label,
        iop_hours=hours(iop.hours_per_week),
        iop_level=iop.level.label,
        program=say(f"level.alt.{iop.words_key}"),
    )
    return " ".join([sentence, *map(_third_on_ladder, comparison.beside)])


def _third_on_ladder(option: Option) -> str:
    return say(
        "level.alt.third",
        option=short_name(option.words_key),
        rungs=by_phase(option, lambda phase: say("level.alt.rung", level=phase.level.label)),
    )
