"""What moves the answer: each unknown input over its range, and the dollars it moves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rounding import half_up
from carechoice.catalog.rows import CARES, Care, Pathway
from carechoice.comparison.draws.moved import Move, PartOf, costs_with
from carechoice.comparison.draws.simulation import percentiles
from carechoice.inputs.scenario import Scenario
from carechoice.insurance.arrays import Amounts
from carechoice.topics.unknown.moved_inputs import swung

# Half a dollar goes up.
HALF = 0.5


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


def swings(scenario: Scenario) -> list[Swing]:
    """What moves the answer: every unknown input over its range, the most dollars first.

    Each is moved by itself, in each of the plans and prices that the scenario's may be.
    """
    moves_of = list(swung(scenario))
    costs_usd = costs_with(scenario, [move for moves in moves_of for move in moves])
    in_draws = [_in_draws(moves, costs_usd) for moves in moves_of]
    found = map(_swing, moves_of, _spans([each.moved_usd for each in in_draws]), in_draws)
    moving = [swing for swing in found if swing.stake_usd.high_usd]
    return sorted(moving, key=lambda swing: -swing.gap_usd.high_usd)


class _InDraws(NamedTuple):
    """An input in each draw: its two ends, and by how much what is told of it moves, in rows.

    The rows are the cost of each option, their difference, and the most of one option's cost.
    """

    low: Any
    high: Any
    moved_usd: Amounts


def _in_draws(moves: Sequence[Move], costs_usd: Mapping[Care, Mapping[Move, Amounts]]) -> _InDraws:
    """What becomes of both costs between the two ends of an input, and over all its values."""
    # In whole dollars, so that the amounts of a draw add up.
    by_care = np.array(
        [[np.floor(costs_usd[care][move] + HALF) for move in moves] for care in CARES]
    )
    gap = by_care[1] - by_care[0]
    low, high = 0, len(moves) - 1
    if catalog().parameters[moves[0].field].kind == "day_of_year":
        # Days have no low and no high: the starts at which the options lie closest and widest.
        gaps = [*zip(gap.mean(axis=1), by_care.sum(axis=0).mean(axis=1), strict=True)]
        low, high = gaps.index(min(gaps)), gaps.index(max(gaps))
    reach = by_care.max(axis=1) - by_care.min(axis=1)
    moved = [*(by_care[:, high] - by_care[:, low]), gap[high] - gap[low], reach.max(axis=0)]
    return _InDraws(moves[low].value, moves[high].value, np.abs(moved))


def _spans(moved_usd: Sequence[Amounts]) -> list[list[Span]]:
    """The ends of the range of each row of each input: in 80 of 100 draws it is within them."""
    if not moved_usd:
        return []
    beyond, _, up_to = percentiles()
    low, high = np.percentile(np.array(moved_usd), (beyond, up_to), axis=2)
    return [
        [Span(half_up(one), half_up(other)) for one, other in zip(*ends, strict=True)]
        for ends in zip(low.tolist(), high.tolist(), strict=True)
    ]


def _swing(moves: Sequence[Move], spans: Sequence[Span], ends: _InDraws) -> Swing:
    *patient_usd, gap_usd, stake_usd = spans
    return Swing(
        moves[0].field,
        0 if isinstance(ends.low, PartOf) else ends.low,
        None if isinstance(ends.high, PartOf) else ends.high,
        patient_usd=dict(zip(CARES, patient_usd, strict=True)),
        gap_usd=gap_usd,
        stake_usd=stake_usd,
    )
