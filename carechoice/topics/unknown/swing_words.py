"""How far the bill moves with a single input, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from carechoice.catalog.in_use import catalog
from carechoice.comparison.draws.not_known import unknown
from carechoice.comparison.plan.words import example_plan
from carechoice.inputs.paid_by_law import is_paid_as_in_network
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.value_text import label_in_sentence, value_text
from carechoice.language.formats import money, money_range, tries_within
from carechoice.language.sentences import say
from carechoice.topics.unknown.swings import Span, Swing


def swing_caption(swings: Sequence[Swing], scenario: Scenario) -> str:
    """The number that matters most, by how much, and what of the others."""
    first = swings[0] if swings else None
    if not first or not first.gap_usd.high_usd:
        return _nothing_changes_it(scenario)
    is_one = first.gap_usd.low_usd == first.gap_usd.high_usd
    sentence = say(
        "swing.caption" if is_one else "swing.caption.likely",
        change=span_text(first.gap_usd),
        **swing_ends(first),
    )
    if not unknown(scenario).fields:
        return f"{sentence} {say('swing.alone')}"
    return f"{sentence} {say('swing.alone.tries', tries=tries_within())}"


def _nothing_changes_it(scenario: Scenario) -> str:
    """That no number changes the gap; what a plan pays where no source says it is no number."""
    if is_paid_as_in_network(scenario):
        return say("swing.none.by_law", plan=example_plan(scenario))
    return say("swing.none")


def swing_ends(swing: Swing) -> dict[str, str]:
    """The label of a swung input and how its two ends are written."""
    row = catalog().parameters[swing.field]
    high = say("swing.all") if swing.high is None else value_text(row, swing.high)
    return {
        "label": label_in_sentence(swing.field),
        "low": value_text(row, swing.low),
        "high": high,
    }


def span_text(span: Span) -> str:
    """By how much something moves: an amount, or from one to another."""
    low, high = map(money, span)
    return low if low == high else money_range(*span)
