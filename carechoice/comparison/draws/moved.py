"""The cost of each option in each draw, with one input moved and all others as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np

from carechoice.catalog.in_use import catalog, remembered
from carechoice.catalog.rows import CARES, Care
from carechoice.comparison.draws.costs import (
    PhaseVisits,
    counts_by_period,
    decides_on_days,
    patient_usd,
    phase_of,
)
from carechoice.comparison.draws.not_known import Unknown, unknown
from carechoice.comparison.draws.simulation import (
    CACHED_DRAWS,
    Draws,
    draw,
    drawn_count,
    fields_needed,
    own_part,
    with_values,
)
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import usual_range
from carechoice.inputs.stated_values import DEPENDS_ON, moved_along
from carechoice.insurance.arrays import Amounts

# So many rows of draws are billed in one array. It then stays in the processor's cache, and all the
# rows together take about half as long as in one array.
ROWS_AT_ONCE = 12

# The values of a price beside others: likeliest, low and high.
_Between = tuple[float, float, float]


class PartOf(NamedTuple):
    """So much of what another input is in each draw: from 0 to 1."""

    field: str
    part: float


class Move(NamedTuple):
    """One input at one value, with what follows from it: other values, and prices between ends."""

    field: str
    value: Any
    also: tuple[tuple[str, Any], ...] = ()
    prices: tuple[tuple[str, _Between], ...] = ()

    @property
    def values(self) -> dict[str, Any]:
        """All the values that are other ones, the input's own first."""
        return {self.field: self.value, **dict(self.also)}

    def is_of(self, needed: frozenset[str]) -> bool:
        """Whether one of the inputs that have another value is needed."""
        others = (*self.also, *self.prices)
        return self.field in needed or any(field in needed for field, _ in others)


def move(scenario: Scenario, field: str, value: Any) -> Move:
    """An input at a value, and what follows it: of a session's length, its listed price."""
    if field not in DEPENDS_ON:
        return Move(field, value)
    moved = with_values(scenario, {field: value})
    also = {
        other: then
        for other, then in moved_along(moved.to_values()).items()
        if then != scenario.value(other)
    }
    after, drawn = moved.but(**also), catalog().inputs.drawn
    between = {other: usual_range(other, after) for other in also if other in drawn}
    prices = {other: ends for other, ends in between.items() if ends and ends[0] < ends[1]}
    return Move(
        field,
        value,
        also=tuple((other, then) for other, then in also.items() if other not in prices),
        prices=tuple((other, (also[other], *ends)) for other, ends in prices.items()),
    )


def costs_with(scenario: Scenario, moves: Sequence[Move]) -> dict[Care, dict[Move, Amounts]]:
    """What the patient pays for each of the two options in each draw after each move, in dollars.

    Each draw is one plan with its prices, the same for both options and after every move.
    """
    open_ = unknown(scenario)
    return {care: _costs_with(scenario, care, open_, moves) for care in CARES}


def _costs_with(
    scenario: Scenario, care: Care, open_: Unknown, moves: Sequence[Move]
) -> dict[Move, Amounts]:
    own, _, _ = own_part(scenario, care)
    needed = fields_needed(care)
    # Inputs that the option's bill does not depend on leave it as it is.
    mine = tuple(move for move in moves if move.is_of(needed))
    prices = tuple((field, between) for field, between in open_.prices if field in needed)
    # One draw where all are alike, of the other option too, beside which each of them stands.
    count = int(catalog().figures["swing_draws"].value or 0) if open_.fields else 1
    still, *moved = _costs(own, care, replace(open_, prices=prices), mine, count)
    by_move = dict(zip(mine, moved, strict=True))
    return {move: by_move.get(move, still) for move in moves}


@remembered(CACHED_DRAWS)
def _costs(
    own: Scenario, care: Care, open_: Unknown, moves: tuple[Move, ...], count: int
) -> Amounts:
    """The costs in each draw as it is, then after each move: one row each. Not to be written to."""
    draws = _some_draws(own, open_, count)
    still = _Row(_visits(own, care), {})
    rows = [still]
    places = [_place(_row(move, care, draws, open_, still), rows) for move in moves]
    some = (rows[start : start + ROWS_AT_ONCE] for start in range(0, len(rows), ROWS_AT_ONCE))
    by_row = np.concatenate([_billed(each, care, draws) for each in some])
    return np.asarray(by_row[[0, *places]])


class _Row(NamedTuple):
    """What is billed after a move: visits by plan year, and the values of the bill that changed."""

    by_period: tuple[int, ...]
    values: dict[str, Amounts | float]


def _billed(rows: Sequence[_Row], care: Care, draws: Draws) -> Amounts:
    """What the patient pays by each row in each draw."""
    phase = phase_of((row.by_period for row in rows), care)
    by_period = [np.repeat(counts, draws.count) for counts in phase.by_period]
    table = _Table(draws, [row.values for row in rows])
    found = patient_usd(table.of, draws.scenario, [PhaseVisits(care, by_period)])
    shape = len(rows), draws.count
    return np.broadcast_to(found, len(rows) * draws.count).reshape(shape)


def _row(move: Move, care: Care, draws: Draws, open_: Unknown, still: _Row) -> _Row:
    """What is billed after a move. What decides on days is in its visits, and in no amount."""
    values = _values(move, draws) | _prices(move, draws, open_)
    on_days = {field: value for field, value in move.values.items() if decides_on_days(field, care)}
    if not on_days:
        return _Row(still.by_period, values)
    by_period = _visits(with_values(draws.scenario, on_days), care)
    in_bill = {field: value for field, value in values.items() if field not in on_days}
    return _Row(by_period, in_bill)


def _visits(scenario: Scenario, care: Care) -> tuple[int, ...]:
    """How many visits lie in each plan year, or in each part of one; no move turns one into two."""
    apart = scenario.plan.deductible_carries_over
    return counts_by_period(scenario, care, last_months_apart=apart)


def _place(row: _Row, rows: list[_Row]) -> int:
    """Where a row is among those to be billed; added to them where no other is billed alike.

    Most starts of the plan year leave visits where they are.
    """
    if not row.values:
        for place, each in enumerate(rows):
            if not each.values and each.by_period == row.by_period:
                return place
    rows.append(row)
    return len(rows) - 1


def _some_draws(own: Scenario, open_: Unknown, count: int) -> Draws:
    """So many of the draws, or all that there are; they stand in any order."""
    draws = draw(own, open_, drawn_count())
    count = min(draws.count, count)
    return Draws(own, {field: each[:count] for field, each in draws.drawn.items()}, count)


def _values(move: Move, draws: Draws) -> dict[str, Amounts | float]:
    """The values that changed with a move, in each draw or the same in all."""
    found: dict[str, Amounts | float] = {
        field: _in_each(value, draws) for field, value in move.values.items()
    }
    if catalog().parameters[move.field].role == "deductible_met":
        # Payments toward the deductible also count toward the maximum.
        found["oop_met_usd"] = np.maximum(found[move.field], draws.of("oop_met_usd"))
    return found


def _prices(move: Move, draws: Draws, open_: Unknown) -> dict[str, Amounts | float]:
    """The prices after a move: in each draw as high between their ends as they were before it."""
    likely: dict[str, Amounts | float] = {field: usd for field, (usd, _, _) in move.prices}
    if draws.count == 1 or not likely:
        return likely
    between = tuple((field, (low, high)) for field, (_, low, high) in move.prices)
    after = _some_draws(draws.scenario.but(**likely), replace(open_, prices=between), draws.count)
    return {field: after.of(field) for field in likely}


def _in_each(value: Any, draws: Draws) -> Amounts | float:
    if isinstance(value, PartOf):
        return value.part * draws.of(value.field)
    return 0.0 if isinstance(value, str) else float(value)


class _Table:
    """The values of each input after each move in each draw, one row of draws after the other."""

    def __init__(self, draws: Draws, rows: Sequence[Mapping[str, Amounts | float]]) -> None:
        self._draws, self._rows = draws, rows
        self._moved = {field for row in rows for field in row}

    def of(self, field: str) -> Amounts:
        """The values of an input; one that all share where it is the same everywhere."""
        base = self._draws.of(field)
        if field not in self._moved:
            return np.tile(base, len(self._rows)) if len(base) > 1 else base
        values = np.empty((len(self._rows), self._draws.count))
        values[:] = base
        for place, row in self._moved_rows(field):
            values[place] = row[field]
        return values.ravel()

    def _moved_rows(self, field: str) -> Iterator[tuple[int, Mapping[str, Amounts | float]]]:
        return ((place, row) for place, row in enumerate(self._rows) if field in row)
