"""A swing: what one input does to the cost of each option, in most of the draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from carechoice.catalog.rows import Pathway


class Span(NamedTuple):
    """By how many whole dollars something moves: in most draws by no less and by no more."""

    low_usd: float
    high_usd: float


NO_STAKE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Swing:
    """What an input does when it goes from ``low`` to ``high``, and all others stay.

    ``patient_usd`` is by how much the cost of each option moves, and ``gap_usd`` the difference of
    both. ``stake_usd`` is the most that one option's own cost moves by over all values that were
    tried. ``high`` is None for all of a limit that is not known itself.
    """

    field: str
    low: Any
    high: Any
    patient_usd: Mapping[Pathway, Span]
    gap_usd: Span
    stake_usd: Span
