"""A row of paths.csv: a pathway through care, phase by phase."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple, Self, TypeVar

from pydantic import model_validator

from carechoice.catalog.rows import CARES, Care, Keys, Sourced

Length = TypeVar("Length")

# Care is on working days.
WORKING_DAYS_PER_WEEK = 5
# How a week of a phase is written: 2 is two sessions, 3x4 is three program days of four hours.
NUMBER = r"[0-9]+(?:\.[0-9]+)?"
SESSIONS = re.compile(rf"(?P<visits>{NUMBER})")
DAYS = re.compile(rf"(?P<visits>[1-9])x(?P<hours>{NUMBER})")
RHYTHM_OF = {"therapy": SESSIONS, "iop": DAYS}


class Rhythm(NamedTuple):
    """A week of a phase that has one of its own: sessions, or program days of so many hours.

    Half a session a week is one every other week. A session is as long as the input says.
    """

    visits_per_week: float
    hours_per_visit: float | None


class PlannedPhase(NamedTuple):
    """A phase of a pathway: its kind of care, and how many sessions or weeks it takes.

    ``length`` is the key of an input that says it, or the number itself, which no input changes.
    Without a ``rhythm`` its weeks are those of the option with its kind of care.
    """

    care: Care
    length: str | int
    rhythm: Rhythm | None

    def long(self, value_of: Callable[[str], Length]) -> Length | int:
        """How many sessions or weeks it takes where the inputs have these values."""
        return self.length if isinstance(self.length, int) else value_of(self.length)


class PlannedPathway(NamedTuple):
    """A pathway as it is planned: its phases, and whose program they have.

    ``program`` is the key of a program of the centre whose numbers count in place of those of the
    inputs; "" for all rows of paths.csv.
    """

    phases: tuple[PlannedPhase, ...]
    program: str = ""

    @property
    def fields(self) -> tuple[str, ...]:
        """The inputs that say how long its phases are."""
        return tuple(each.length for each in self.phases if isinstance(each.length, str))


class PathwayRow(Sourced):
    """A pathway through care: its phases in order, each as ``therapy:length`` or ``iop:length``.

    A length is the key of an input or a whole number: sessions of therapy, weeks of the IOP. A
    phase may end with a week of its own: ``therapy:6:2`` has two sessions a week, ``iop:4:3x3``
    three days of three hours.
    """

    phases: Keys

    @property
    def planned(self) -> tuple[PlannedPhase, ...]:
        """Its phases, one after the other."""
        return tuple(map(_planned, self.phases))

    @model_validator(mode="after")
    def _phases_are_of_care(self) -> Self:
        parts = [phase.split(":") for phase in self.phases]
        if not all(_is_phase(*each) for each in parts):
            raise ValueError(
                "column phases: write each phase as therapy:length or iop:length, with a week of "
                "its own as therapy:6:2 (sessions a week) or iop:4:3x3 (days a week x hours a day)"
            )
        if any(before == after for (before, *_), (after, *_) in pairwise(parts)):
            raise ValueError(
                "column phases: two phases in a row are of the same kind of care. Write them as one"
            )
        return self


def _is_phase(care: str, length: str = "", *rhythm: str) -> bool:
    is_known = care in CARES and bool(length) and len(rhythm) < 2
    return is_known and all(RHYTHM_OF[care].fullmatch(text) for text in rhythm)


def _planned(phase: str) -> PlannedPhase:
    care, length, *rhythm = phase.split(":")
    is_number = length.isascii() and length.isdigit()
    return PlannedPhase(
        "therapy" if care == "therapy" else "iop",
        int(length) if is_number else length,
        _rhythm(care, *rhythm) if rhythm else None,
    )


def _rhythm(care: str, text: str) -> Rhythm:
    found = RHYTHM_OF[care].fullmatch(text)
    assert found
    hours = found.groupdict().get("hours")
    return Rhythm(float(found["visits"]), float(hours) if hours else None)
