"""What a row of paths.csv looks like: a way through care, phase by phase."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple, Self, TypeVar, get_args

from pydantic import model_validator

from carechoice.catalog.rows import Care, Keys, Sourced

Length = TypeVar("Length")


class Step(NamedTuple):
    """A phase of a way: its kind of care, and how many sessions or weeks it takes.

    ``length`` is the key of an input that says it, or the number itself, which no input changes.
    """

    care: Care
    length: str | int

    def long(self, value_of: Callable[[str], Length]) -> Length | int:
        """How many sessions or weeks it takes where the inputs have these values."""
        return self.length if isinstance(self.length, int) else value_of(self.length)


class PathwayRow(Sourced):
    """A way through care: its phases in order, each as ``therapy:length`` or ``iop:length``.

    A length is the key of an input or a whole number: sessions of therapy, weeks of the IOP.
    """

    phases: Keys

    @property
    def steps(self) -> tuple[Step, ...]:
        """Its phases, one after the other."""
        return tuple(map(_step, self.phases))

    @property
    def fields(self) -> tuple[str, ...]:
        """The inputs that say how long its phases are."""
        return tuple(step.length for step in self.steps if isinstance(step.length, str))

    @model_validator(mode="after")
    def _phases_are_of_care(self) -> Self:
        parts = [phase.partition(":") for phase in self.phases]
        if not all(care in get_args(Care) and length for care, _, length in parts):
            raise ValueError("column phases: write each phase as therapy:length or iop:length")
        if any(before == after for (before, *_), (after, *_) in pairwise(parts)):
            raise ValueError(
                "column phases: two phases in a row are of the same kind of care. Write them as one"
            )
        return self


def _step(phase: str) -> Step:
    care, _, length = phase.partition(":")
    is_number = length.isascii() and length.isdigit()
    return Step("therapy" if care == "therapy" else "iop", int(length) if is_number else length)
