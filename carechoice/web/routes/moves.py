"""Moves of a slider that no page shows yet, and the inputs after them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carechoice.catalog.in_use import catalog
from carechoice.catalog.values import as_moved
from carechoice.inputs import clock
from carechoice.inputs.changes import after_change
from carechoice.inputs.read_value import read_value
from carechoice.inputs.scenario import Problem


class UnusableMoveError(ValueError):
    """A move to a value that its input cannot have; ``problem`` says which and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.reason)
        self.problem = problem


def after_moves(values: dict[str, Any], moves: Mapping[str, str]) -> dict[str, Any]:
    """The inputs after moves in order, each with the inputs that follow it.

    Raises UnusableMoveError for the first move that is no value of its input.
    """
    for field, given in moves.items():
        try:
            moved = _moved(field, given)
        except ValueError as error:
            raise UnusableMoveError(Problem(field, given, str(error))) from error
        values = after_change({**values, field: moved}, field)
    return values


def _moved(field: str, given: str) -> Any:
    """The value a field was moved to. Raises ValueError with the reason."""
    row = catalog().parameters.get(field)
    return read_value(field, as_moved(row, given) if row else given, today=clock.today())
