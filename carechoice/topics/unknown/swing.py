"""A swing: what one input does to the cost of each option over its range."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from carechoice.catalog.rounding import half_up
from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import PATHWAYS


@dataclass(frozen=True, slots=True)
class Swing:
    """What an input does to each option's cost when it goes from ``low`` to ``high``.

    ``patient_usd`` has the cost (at low, at high) by option, in dollars; ``reach_usd`` the least
    and the most of each option's own cost at all values that were tried.
    """

    field: str
    low: Any
    high: Any
    patient_usd: Mapping[Pathway, tuple[float, float]]
    reach_usd: Mapping[Pathway, tuple[float, float]]

    @property
    def stake_usd(self) -> float:
        """The most that one option's cost can move by."""
        return max(most - least for least, most in self.reach_usd.values())

    def dollars(self, pathway: Pathway) -> float:
        """By how much it moves the cost of an option."""
        low, high = self.patient_usd[pathway]
        return abs(high - low)

    @property
    def difference_usd(self) -> tuple[float, float]:
        """(at low, at high): how much more the IOP costs than therapy."""
        (therapy_low, therapy_high), (iop_low, iop_high) = (
            self.patient_usd[pathway] for pathway in PATHWAYS
        )
        return iop_low - therapy_low, iop_high - therapy_high

    @property
    def moves_usd(self) -> float:
        """By how much it moves the difference between the options."""
        low, high = self.difference_usd
        return abs(high - low)

    def in_whole_dollars(self) -> Swing:
        """As it is shown, so that what it moves is what the costs beside each other differ by."""
        return replace(self, patient_usd=_whole(self.patient_usd), reach_usd=_whole(self.reach_usd))


def _whole(
    amounts: Mapping[Pathway, tuple[float, float]],
) -> dict[Pathway, tuple[float, float]]:
    return {pathway: (half_up(one), half_up(other)) for pathway, (one, other) in amounts.items()}
