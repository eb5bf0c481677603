"""What real plans look like: the variants of each part of a plan, and how common each one is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from math import inf
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator

from carechoice.catalog.conditions import AND, Conditions, all_hold
from carechoice.catalog.plain_numbers import Above0
from carechoice.catalog.rows import Sourced, Words

# A term as a cell writes it: field=value, or field=low..high for anything from one to the other.
TERM = re.compile(r"([a-z_]+)=(yes|no|\d+(?:\.\d+)?)(?:\.\.(\d+(?:\.\d+)?))?")
SWITCHED = {"yes": 1.0, "no": 0.0}
# Drawn for every plan, which is valid only if the first is no more than the second.
DEDUCTIBLE, MAXIMUM = "deductible_usd", "oop_max_usd"


class RealTerm(NamedTuple):
    """A term of a plan: anything from ``low`` to ``high``, mostly one value; yes is 1, no is 0."""

    field: str
    low: float
    high: float
    is_yes_or_no: bool

    def distance(self, value: float, *, whole: float) -> float:
        """How far a value is from being one of its kind: 0 where it is.

        A copayment of $35 is of the kind of one of $30, and none is not; nor is all of a bill of
        the kind of a share of it, where ``whole`` is all. What begins at a least one has none below
        it; above the most that we know of there may be more.
        """
        if bool(value) != bool(self.high) or (value == whole) != (self.high == whole):
            return inf
        return max(self.low - value, 0) if self.low < self.high else 0


def _read_terms(cell: Any) -> Any:
    """The terms a cell names. Raises ValueError with a sentence for one it cannot read."""
    return tuple(map(_term, cell.split(AND))) if isinstance(cell, str) else cell


def _term(text: str) -> RealTerm:
    found = TERM.fullmatch(text)
    if not found:
        raise ValueError(
            f"{text!r} is not a term. Write field=value or field=low..high, and more terms behind "
            "the word and."
        )
    field, low, high = found.groups()
    return RealTerm(field, _number(low), _number(high or low), is_yes_or_no=low in SWITCHED)


def _number(text: str) -> float:
    return SWITCHED[text] if text in SWITCHED else float(text)


class RealPlanRow(Sourced):
    """One variant of a part of a plan; all variants of a part name the same fields.

    Of the variants whose ``within`` holds for the parts before it, each is as common as its
    ``weight`` says beside the others'. It is the variant of those who start from the example
    ``plan``.
    """

    label: Words
    part: str
    within: Conditions = ()
    plan: str = ""
    weight: Above0
    terms: Annotated[tuple[RealTerm, ...], BeforeValidator(_read_terms)] = ()


class Mix(NamedTuple):
    """Variants that the parts of a plan have together, and how common it is: from 0 to 1."""

    variants: Mapping[str, str]
    often: float

    def with_each(self, part: str, variants: Sequence[RealPlanRow]) -> Iterator[Mix]:
        """The plans, each in all variants of one more part; as they are if it has none."""
        fitting = [variant for variant in variants if all_hold(variant.within, self.variants.get)]
        weight = sum(variant.weight for variant in fitting)
        for variant in fitting:
            yield Mix({**self.variants, part: variant.key}, self.often * variant.weight / weight)


@dataclass(frozen=True)
class RealPlans:
    """The rows of real_plans.csv by the part of a plan they are about, in the order of the file."""

    rows: Mapping[str, RealPlanRow]

    @cached_property
    def parts(self) -> Mapping[str, tuple[RealPlanRow, ...]]:
        """The variants of each part; what a part depends on comes before it."""
        by_part = groupby(self.rows.values(), key=lambda row: row.part)
        return {part: tuple(rows) for part, rows in by_part}

    @cached_property
    def part_of(self) -> Mapping[str, str]:
        """The part that has each field, for every field there is."""
        return {term.field: row.part for row in self.rows.values() for term in row.terms}

    @cached_property
    def common(self) -> Mapping[str, float]:
        """How many have each variant, by its key, of the plans that can have it: from 0 to 1."""
        found: dict[str, float] = {}
        mixes: list[Mix] = [Mix({}, 1)]
        for part, variants in self.parts.items():
            with_part = [each for mix in mixes for each in mix.with_each(part, variants)]
            for variant in variants:
                can = sum(mix.often for mix in mixes if all_hold(variant.within, mix.variants.get))
                have = sum(mix.often for mix in with_part if mix.variants[part] == variant.key)
                found[variant.key] = have / can if can else 0
            mixes = with_part
        return found

    def terms_of(self, field: str, plan: str = "") -> tuple[RealTerm, ...]:
        """What the field can be; for those who start from the example ``plan``, as it has it."""
        rows = self.parts[self.part_of[field]]
        own = tuple(row for row in rows if plan and row.plan == plan)
        return tuple(term for row in own or rows for term in row.terms if term.field == field)

    def ends(self, field: str, plan: str = "") -> tuple[float, float]:
        """The least and the most that real plans have."""
        terms = self.terms_of(field, plan)
        return min(term.low for term in terms), max(term.high for term in terms)
