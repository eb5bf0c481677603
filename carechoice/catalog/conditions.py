"""Conditions in a cell, as network=in|oon and plan=own: when an input is there or has an effect."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator

AND = " and "
CONDITION = re.compile(r"[a-z_]+=[^=|\s]+(?:\|[^=|\s]+)*")


@dataclass(frozen=True, slots=True)
class Condition:
    """That a choice or a switch has one of these values, written as data files write them."""

    field: str
    values: tuple[str, ...]

    def holds(self, value_of: Callable[[str], Any]) -> bool:
        """Whether it holds for the values that inputs have, by their field."""
        value = value_of(self.field)
        text = value if isinstance(value, str) else "yes" if value else "no"
        return text in self.values


def all_hold(conditions: tuple[Condition, ...], value_of: Callable[[str], Any]) -> bool:
    """Whether all conditions hold for these values of inputs, by field."""
    return all(condition.holds(value_of) for condition in conditions)


def read_conditions(cell: Any) -> Any:
    """The conditions a cell names. Raises ValueError with a sentence for one it cannot read."""
    return tuple(map(_condition, cell.split(AND))) if isinstance(cell, str) else cell


def _condition(text: str) -> Condition:
    if not CONDITION.fullmatch(text):
        raise ValueError(
            f"{text!r} is not a condition. Write field=value, other values behind a bar "
            "(field=value|value), and more conditions behind the word and."
        )
    field, _, values = text.partition("=")
    return Condition(field, tuple(values.split("|")))


Conditions = Annotated[tuple[Condition, ...], BeforeValidator(read_conditions)]
