"""What a paper that was read offers for the inputs: each value with what it would change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from carechoice.catalog.answers import Reading, reading
from carechoice.catalog.in_use import catalog
from carechoice.catalog.values import UnusableError, read, write
from carechoice.documents.paper import Field, Found, Paper
from carechoice.inputs.answer_words import quoted_text
from carechoice.inputs.changes import paid_by_the_plan
from carechoice.inputs.coverage import is_term_out_of_network
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.value_text import value_text
from carechoice.topics.bill.papers.words import found_text

# What a value says beside itself: the share of one kind of care is one of its own, and where there
# is an amount of a maximum, there is a maximum.
_IMPLIED: Mapping[Field, Mapping[str, Any]] = {
    "therapy_pays_percent": {"therapy_own_share": True},
    "iop_pays_percent": {"iop_own_share": True},
    "oop_max_usd": {"oop_max_applies": True},
    "other_net_oop_max_usd": {"other_net_oop_max_applies": True},
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A value that a paper has for an input, in words, and the inputs that it fills.

    ``words`` is the part of the paper it was read from, with its place. ``now`` says what the input
    holds where that is another value. ``is_used``: the input holds it, as read in a paper.
    """

    field: Field
    text: str
    words: str
    now: str
    is_sure: bool
    is_used: bool
    values: Mapping[str, Any]
    answer: Reading


def offers(paper: Paper, scenario: Scenario, *, read_on: date) -> tuple[Offer, ...]:
    """The values that can be used, in the order of the inputs.

    There are none where they are for care in another network than it is.
    """
    order = catalog().options("confirmed").index
    return tuple(
        _offer(found, paper, scenario, read_on)
        for found in sorted(_of_this_network(paper, scenario), key=lambda each: order(each.field))
        if _fits(found)
    )


def not_offered(paper: Paper, scenario: Scenario) -> Iterator[str]:
    """Why values that were read, or all of them, cannot be used."""
    usable = _of_this_network(paper, scenario)
    if paper.read and not usable:
        yield catalog().say(f"papers.{'out_of' if _is_out_of_network(paper) else 'in'}_network")
    elif len(usable) < len(paper.read):
        yield catalog().say("papers.other_network")
    for found in usable:
        if not _fits(found):
            yield catalog().say("papers.bounds", value=found_text(found))


def _is_out_of_network(paper: Paper) -> bool:
    """Whether the values are for care out of network; papers but the sheet are read for care in."""
    return paper.call is not None and paper.call.is_out_of_network


def _of_this_network(paper: Paper, scenario: Scenario) -> list[Found]:
    """What was read for the network that the care it is about is in."""
    is_out = _is_out_of_network(paper)
    return [
        found for found in paper.read if is_term_out_of_network(found.field, scenario) == is_out
    ]


def _fits(found: Found) -> bool:
    """Whether the input can have the value."""
    try:
        read(catalog().parameters[found.field], write(found.value))
    except UnusableError:
        return False
    return True


def _so_that_it_counts(found: Found, paper: Paper, scenario: Scenario) -> dict[str, Any]:
    """What has to be for a value to count, but for what the paper itself says otherwise."""
    said = {each.field for each in paper.read}
    needed = paid_by_the_plan(scenario.to_values(), [found.field])
    return {field: value for field, value in needed.items() if field not in said}


def _offer(found: Found, paper: Paper, scenario: Scenario, read_on: date) -> Offer:
    row = catalog().parameters[found.field]
    held = scenario.value(found.field)
    answer = dict(scenario.origins.confirmed).get(found.field)
    return Offer(
        field=found.field,
        text=found_text(found),
        words=quoted_text(found, paper.document),
        now="" if held == found.value else catalog().say("papers.now", value=value_text(row, held)),
        is_sure=found.sure,
        is_used=held == found.value and isinstance(answer, Reading),
        values={
            **_so_that_it_counts(found, paper, scenario),
            found.field: found.value,
            **_IMPLIED.get(found.field, {}),
        },
        answer=reading(read_on, paper.document or "lines", found.place),
    )
