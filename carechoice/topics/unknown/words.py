"""What is not known of the bill, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import PATHWAYS, Comparison
from carechoice.comparison.not_known import unknown
from carechoice.comparison.words import between, without_other
from carechoice.inputs.evidence import shown
from carechoice.language.formats import in_a_row, money
from carechoice.language.sentences import say, short_name
from carechoice.topics.unknown.facts import Spread
from carechoice.topics.unknown.swing import Swing


def unknown_caption(comparison: Comparison, spreads: Mapping[Pathway, Spread]) -> str:
    """The ranges of both options, how they were found, and what is not known."""
    open_ = unknown(comparison.scenario)
    fields = open_.fields
    if not fields:
        return say("unknown.none")
    if not any(spread.extremes.high for spread in spreads.values()):
        return say("unknown.nothing")
    drawn = {pathway: between(spread.drawn) for pathway, spread in spreads.items()}
    extremes = {pathway: between(spread.extremes) for pathway, spread in spreads.items()}
    rows = catalog().parameters
    return " ".join(
        [
            say("unknown.caption", **drawn),
            *_of_third_ways(drawn),
            say("unknown.fields", fields=in_a_row(rows[field].label for field in fields)),
            *([say("unknown.terms")] if open_.terms else []),
            say("unknown.extremes", **extremes),
            *_of_third_ways(extremes),
            *without_other(comparison),
        ]
    )


def _of_third_ways(ranges: Mapping[Pathway, str]) -> Iterator[str]:
    for pathway, told in ranges.items():
        if pathway not in PATHWAYS:
            yield say("unknown.third", option=short_name(pathway), range=told)


def swing_caption(swings: Sequence[Swing]) -> str:
    """The number that matters most, and by how much."""
    first = swings[0].in_whole_dollars() if swings else None
    if not first or not first.moves_usd:
        return say("swing.none")
    return say("swing.caption", dollars=money(first.moves_usd), **swing_ends(first))


def swing_ends(swing: Swing) -> dict[str, str]:
    """The label of a swung input and how its two ends are written."""
    row, short = catalog().parameters[swing.field], f"short.{swing.field}"
    label = say(short) if short in catalog().words else row.label
    return {"label": label, "low": shown(row, swing.low), "high": shown(row, swing.high)}
