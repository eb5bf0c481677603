"""What the query of a page's address opens, before there is a session to read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from carechoice.inputs.handed_on.link import RefusedError, query_pairs
from carechoice.inputs.handed_on.opened import OpenedAddress, opened_address
from carechoice.inputs.handed_on.opened_words import refused
from carechoice.inputs.handed_on.view_parameters import FRAMED, Pairs, marks_in, screen_in
from carechoice.inputs.scenario import Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What was asked for: ``marks`` beside the inputs; the ``screen`` of a presentation, from 0.

    ``typed`` is what stands in the query, by name, as it stands there.
    """

    address: OpenedAddress
    typed: Mapping[str, str]
    marks: Pairs
    screen: int

    @property
    def is_framed(self) -> bool:
        """Whether another site shows the page in a frame."""
        return FRAMED in self.marks


def opening(query: str, *, today: date) -> Opening:
    """What a query opens; for one that is too long, the starting values."""
    try:
        given = query_pairs(query)
    except RefusedError as error:
        start = OpenedAddress(Scenario.default(today), (refused(error),), None)
        return Opening(address=start, typed={}, marks=(), screen=0)
    return Opening(
        address=opened_address(given, today=today),
        typed=dict(given),
        marks=marks_in(given),
        screen=screen_in(given),
    )
