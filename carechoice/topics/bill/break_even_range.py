"""The range of the break-even: how many therapy sessions cost as much as the IOP, over draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from carechoice.catalog.in_use import catalog, remembered
from carechoice.comparison.draws.costs import (
    PhaseVisits,
    any_scenario,
    patient_usd,
    visits_by_phase,
)
from carechoice.comparison.draws.not_known import Unknown, unknown
from carechoice.comparison.draws.simulation import (
    CACHED_SIMULATIONS,
    Draws,
    draw,
    drawn_count,
    fields_needed,
    percentiles,
    simulated_usd,
)
from carechoice.comparison.ledger import HALF_A_CENT
from carechoice.inputs.scenario import Scenario
from carechoice.insurance.arrays import Amounts, Counts

Sessions = npt.NDArray[np.int_]


@dataclass(frozen=True, slots=True)
class Between:
    """A range of numbers of sessions; None is more than the most that the input takes."""

    low: int | None
    high: int | None


def break_even_range(scenario: Scenario, here: int | None) -> Between | None:
    """From where to where the number lies in 80 of 100 tries; None where it is one number.

    ``here`` is the number with what stands on the page, None if none costs as much: it lies within,
    also where few tries come to it.
    """
    open_ = unknown(scenario)
    if not open_.fields:
        return None
    low, high = _likely(_own(scenario), open_)
    most = most_sessions()
    numbers = sorted((low, most + 1 if here is None else here, high))
    if numbers[0] == numbers[-1] and here is not None:
        return None
    first, last = (None if each > most else each for each in (numbers[0], numbers[-1]))
    return Between(first, last)


def most_sessions() -> int:
    """The most sessions that the input takes."""
    return int(catalog().parameters["therapy_sessions"].bounds[1])


def sessions_in_draws(draws: Draws) -> Sessions:
    """The first number of sessions that costs as much as the IOP, in each draw.

    One more than the most where none does. A session is never paid back, so what so many cost
    rises with their number, and halving what is left to search finds the first.
    """
    wanted_usd = simulated_usd("iop", draws) - HALF_A_CENT
    (longest,) = visits_by_phase(draws.scenario.but(therapy_sessions=most_sessions()), "therapy")
    first = np.ones(draws.count, dtype=int)
    past = np.full(draws.count, most_sessions() + 1)
    while np.any(first < past):
        middle = (first + past) // 2
        is_enough = _therapy_usd(draws, longest, middle) >= wanted_usd
        # Results that were found already stay as they are.
        past = np.where(is_enough, np.minimum(past, middle), past)
        first = np.where(is_enough, first, np.minimum(middle + 1, past))
    return first


def _therapy_usd(draws: Draws, longest: PhaseVisits, sessions: Sessions) -> Amounts:
    """What the first ``sessions`` of the longest course cost, in each draw."""
    phase = PhaseVisits("therapy", _first_of(longest.by_period, sessions))
    return patient_usd(draws.of, draws.scenario, [phase])


def _first_of(by_period: Sequence[Counts], sessions: Sessions) -> list[Sessions]:
    found, before = [], 0
    for size in map(int, by_period):
        found.append(np.clip(sessions - before, 0, size))
        before += size
    return found


def _own(scenario: Scenario) -> Scenario:
    """The scenario with what both bills depend on.

    How many sessions were asked about changes nothing, so moving that is answered from memory.
    """
    needed = (fields_needed("therapy") | fields_needed("iop")) - {"therapy_sessions"}
    return any_scenario().but(**{field: scenario.value(field) for field in needed})


@remembered(CACHED_SIMULATIONS)
def _likely(scenario: Scenario, open_: Unknown) -> tuple[int, int]:
    found = sessions_in_draws(_fewer(draw(scenario, open_, drawn_count())))
    low, _, high = percentiles()
    # No number between two of them, and at least as many tries within as are told.
    return (
        int(np.percentile(found, low, method="lower")),
        int(np.percentile(found, high, method="higher")),
    )


def _fewer(draws: Draws) -> Draws:
    """As many of them as figures.csv says, or a few more: each is billed several times."""
    one_in = max(1, draws.count // int(catalog().figures["same_cost_draws"].value or 1))
    drawn = {field: values[::one_in] for field, values in draws.drawn.items()}
    return Draws(draws.scenario, drawn, len(range(0, draws.count, one_in)))
