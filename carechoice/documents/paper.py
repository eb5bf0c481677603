"""What a paper says: values with the words they were read from, and what has to be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from carechoice.catalog.answers import Document
from carechoice.documents.call_record import CallRecord

# A day of the year is written month-day.
Value = float | bool | str
# An input by its name: one of those that a plan can confirm, as the data lists them.
Field = str
# Why something is to be asked of the plan.
Why = Literal[
    "missing",
    "not_understood",
    "spanish",
    "cells",
    "who_pays",
    "price",
    "fee",
    "free_visits",
    "service",
    "copay_first",
    "stay",
    "network",
    "out_of_network",
    "family",
    "unlimited",
    "zero_limit",
    "whose",
    "remaining",
    "part",
    "so_far",
    "heading",
    "zero_copay",
    "share",
    "period",
    "note",
    "general",
    "separate",
    "approval",
    "referral",
    "penalty",
    "limit",
    "tiers",
    "plan_year",
    "carve_out",
    "other_payer",
    "inactive",
    "iop_hint",
    "time",
    "undated",
    "since",
    "condition",
    "differing",
    "insurance",
    "other_person",
    "excluded",
    "spend_down",
    "remark",
    "unclear",
]
# Why nothing of a file is used.
Reason = Literal[
    "too_large",
    "many_lines",
    "much_text",
    "not_text",
    "scan",
    "other_paper",
    "no_table",
    "several_plans",
    "many_pages",
    "locked",
    "too_slow",
    "unknown",
    "empty",
    "broken",
    "cut_off",
    "other_transaction",
    "rejected",
    "inactive",
    "several_people",
    "not_our_sheet",
]


@dataclass(frozen=True, slots=True)
class Cell:
    """The part of a PDF's page that words stand in, so that it can be shown.

    ``page`` counts from 1. ``box``: left, top, right, bottom in points from the page's upper left
    corner.
    """

    page: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Found:
    """A value for an input. ``sure`` is False where the paper most likely means it."""

    field: Field
    value: Value
    words: str
    place: str
    sure: bool = True
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """What the paper leaves open. ``field`` is None where it is about no input.

    ``day`` is the one that an amount is of which may be another by now; None where none is said.
    """

    why: Why
    field: Field | None = None
    words: str = ""
    place: str = ""
    cell: Cell | None = None
    day: date | None = None


def unsure(said: Found | Ask) -> Found | Ask:
    """The same, as what the paper most likely means where it is a value."""
    return replace(said, sure=False) if isinstance(said, Found) else said


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that was read. Of one that is refused nothing else is said.

    ``contradictory`` has all values of an input that the paper gives more than one of; none of them
    is among ``read``. ``call`` is the record of the call that it was filled in on.
    """

    document: Document | None
    read: tuple[Found, ...] = ()
    ask: tuple[Ask, ...] = ()
    contradictory: tuple[tuple[Found, ...], ...] = ()
    refused: Reason | None = None
    call: CallRecord | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as it was read, with pictures (PNG) of cells, each by the first value of the cell."""

    paper: Paper
    pictures: Mapping[Field, bytes] = field(default_factory=dict)


class RefusedError(ValueError):
    """Nothing of the file is used."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason
