"""How far the bill moves with a single input, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from carechoice.catalog.in_use import catalog
from carechoice.inputs.shown import in_sentence, shown
from carechoice.language.formats import money
from carechoice.language.sentences import say
from carechoice.topics.unknown.swing import Swing


def swing_caption(swings: Sequence[Swing]) -> str:
    """The number that matters most, and by how much."""
    first = swings[0].in_whole_dollars() if swings else None
    if not first or not first.moves_usd:
        return say("swing.none")
    return say("swing.caption", dollars=money(first.moves_usd), **swing_ends(first))


def swing_ends(swing: Swing) -> dict[str, str]:
    """The label of a swung input and how its two ends are written."""
    row, label = catalog().parameters[swing.field], in_sentence(swing.field)
    return {"label": label, "low": shown(row, swing.low), "high": shown(row, swing.high)}
