"""What a paper says: values with the words they were read from, and what has to be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from carechoice.catalog.answers import Document
from carechoice.documents.call_record import CallRecord

# A day of the year is written month-day.
Value = float | bool | str
# Inputs by their names, so that what was read can be offered for them.
Field = Literal[
    "therapy_price_usd",
    "iop_price_per_day_usd",
    "plan_pays_percent",
    "deductible_usd",
    "deductible_met_usd",
    "oop_max_applies",
    "oop_max_usd",
    "oop_met_usd",
    "therapy_copay_usd",
    "therapy_share_too",
    "therapy_own_share",
    "therapy_pays_percent",
    "therapy_deductible_applies",
    "therapy_not_covered",
    "iop_copay_per_day_usd",
    "iop_share_too",
    "iop_own_share",
    "iop_pays_percent",
    "iop_deductible_applies",
    "iop_not_covered",
    "plan_year_start",
    "therapy_visit_limit",
    "therapy_visits_used",
    "therapy_stops_after",
    "therapy_first_visits",
    "therapy_first_copay_usd",
    "therapy_penalty_usd",
    "therapy_penalty_percent",
    "iop_day_limit",
    "iop_days_used",
    "iop_stops_after",
    "iop_first_days",
    "iop_first_copay_usd",
    "iop_penalty_per_day_usd",
    "iop_penalty_percent",
    "family_deductible_usd",
    "family_deductible_met_usd",
    "family_oop_max_usd",
    "family_oop_met_usd",
    "other_net_deductible_usd",
    "other_net_deductible_met_usd",
    "other_net_oop_max_applies",
    "other_net_oop_max_usd",
    "other_net_oop_met_usd",
]
_FIELDS: tuple[Field, ...] = get_args(Field)
# Why something is to be asked of the plan.
Why = Literal[
    "missing",
    "not_understood",
    "cells",
    "who_pays",
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
    "unclear",
]
# Why nothing of a file is used.
Reason = Literal[
    "too_large",
    "many_lines",
    "not_text",
    "scan",
    "other_paper",
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
    """What the paper leaves open. ``field`` is None where it is about no input."""

    why: Why
    field: Field | None = None
    words: str = ""
    place: str = ""
    cell: Cell | None = None


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


def paper_of(document: Document, said: list[Found | Ask]) -> Paper:
    """The paper that says this; values that differ for one input are set against each other."""
    found = [each for each in said if isinstance(each, Found)]
    by_field = {field: [each for each in found if each.field == field] for field in _FIELDS}
    differing = {
        field: values
        for field, values in by_field.items()
        if len({value.value for value in values}) > 1
    }
    read = [values[0] for field, values in by_field.items() if values and field not in differing]
    return Paper(
        document,
        tuple(read),
        tuple(dict.fromkeys(each for each in said if isinstance(each, Ask))),
        tuple(tuple(values) for values in differing.values()),
    )
