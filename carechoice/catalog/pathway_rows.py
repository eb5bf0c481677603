"""What a row of paths.csv looks like: a way through care, phase by phase."""

from __future__ import annotations

from typing import Self, get_args

from pydantic import model_validator

from carechoice.catalog.rows import Care, Keys, Sourced


class PathwayRow(Sourced):
    """A way through care: its phases in order, each as ``therapy:field`` or ``iop:field``.

    The field says how many sessions or weeks the phase takes.
    """

    phases: Keys

    @property
    def steps(self) -> tuple[tuple[Care, str], ...]:
        """(kind of care, field) of each phase."""
        return tuple(_phase(phase) for phase in self.phases)

    @model_validator(mode="after")
    def _phases_name_services(self) -> Self:
        for phase in self.phases:
            if phase.partition(":")[0] not in get_args(Care) or ":" not in phase:
                raise ValueError("column phases: write each phase as therapy:field or iop:field")
        return self


def _phase(text: str) -> tuple[Care, str]:
    care, _, field = text.partition(":")
    return ("therapy" if care == "therapy" else "iop"), field
