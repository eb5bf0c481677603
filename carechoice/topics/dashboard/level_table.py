"""The ladder as a table."""

from __future__ import annotations

from carechoice.comparison.compare import Comparison
from carechoice.comparison.levels import treatment_levels
from carechoice.drawing.tables import Column, Table
from carechoice.language.formats import in_a_row
from carechoice.language.levels import level_hours
from carechoice.language.sentences import say
from carechoice.topics.dashboard.level_marks import mark_text


def level_table(comparison: Comparison) -> Table:
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
