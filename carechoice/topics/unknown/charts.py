"""The charts of what is not known: none where nothing is owed."""

from __future__ import annotations

from collections.abc import Sequence

from carechoice.comparison.compare import Comparison
from carechoice.drawing.style import Chart
from carechoice.inputs.coverage import owes_nothing
from carechoice.topics.unknown.facts import spreads
from carechoice.topics.unknown.swing import Swing
from carechoice.topics.unknown.swing_chart import swing_chart
from carechoice.topics.unknown.swings import swings
from carechoice.topics.unknown.unknown_chart import unknown_chart


def ranges(comparison: Comparison) -> tuple[Chart, ...]:
    """How sure the cost of each option is."""
    if owes_nothing(comparison.scenario):
        return ()
    return (unknown_chart(comparison, spreads(comparison)),)


def moves(comparison: Comparison) -> tuple[Chart, ...]:
    """What moves the answer, worked out."""
    return swing_charts(comparison, swings(comparison.scenario))


def swing_charts(comparison: Comparison, found: Sequence[Swing]) -> tuple[Chart, ...]:
    """What moves the answer."""
    if owes_nothing(comparison.scenario):
        return ()
    return (swing_chart(found, comparison.scenario),)
