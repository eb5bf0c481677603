"""How inputs depend on each other, by their rows: prices, terms of a plan, parts of a bill."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from carechoice.catalog.rows import CARES, Care, Parameter, Traits

# The parts in a bill that each kind of care has an input of its own for.
Role = Literal[
    "hours_per_week",
    "visit_length",
    "weekdays",
    "when_closed",
    "length",
    "price",
    "charge",
    "copay",
    "deductible_applies",
    "share_too",
    "share_of_rest",
    "own_share",
    "share",
    "not_covered",
    "visit_limit",
    "visits_used",
    "only_paid_count",
    "stops_after",
    "first_visits",
    "first_copay",
    "penalty",
    "penalty_share",
    "network",
]

# Other names in a short link have one letter, so none is the name of an input.
LINK_NAME = re.compile(r"[a-z]{2}")


@dataclass(frozen=True)
class Inputs:
    """The rows of parameters.csv by what they are. Fields stand in the order of the file."""

    rows: Mapping[str, Parameter]

    def of(self, role: Role, care: Care) -> str:
        """The field that has this part in the bill of a kind of care."""
        return self._by_role[role][care]

    def by_care(self, role: Role) -> Mapping[Care, str]:
        """The field that has this part in the bill of each kind of care."""
        return self._by_role[role]

    @cached_property
    def rested_on_most(self) -> tuple[str, ...]:
        """What every answer rests on: hours a week, length and price of each kind of care."""
        roles: tuple[Role, ...] = ("hours_per_week", "length", "price")
        return tuple(self.of(role, care) for care in CARES for role in roles)

    @cached_property
    def care_of_price(self) -> Mapping[str, Care]:
        """The kind of care of each field that is a price."""
        return {field: care for care, field in self.by_care("price").items()}

    @cached_property
    def dependent(self) -> frozenset[str]:
        """Inputs whose stated value depends on others: listed prices, and hours of our sessions."""
        return frozenset({*self.care_of_price, self.of("hours_per_week", "therapy")})

    @cached_property
    def followed(self) -> Mapping[str, str]:
        """The input that one has the value of until somebody gives another, by its field."""
        return {key: row.follows for key, row in self.rows.items() if row.follows}

    @cached_property
    def paid_toward(self) -> Mapping[str, str]:
        """The limit that each input of what was paid counts toward, field to field."""
        return {key: row.up_to for key, row in self.rows.items() if row.up_to}

    @cached_property
    def always_filled_by_a_plan(self) -> tuple[str, ...]:
        """The terms that any plan fills in; one it does not state has its default."""
        return tuple(key for key, row in self.rows.items() if row.filled_by_plan == "always")

    @cached_property
    def filled_by_a_plan(self) -> tuple[str, ...]:
        """All terms that a plan can fill in."""
        return tuple(key for key, row in self.rows.items() if row.filled_by_plan)

    @cached_property
    def terms_of_a_plan(self) -> frozenset[str]:
        """The plan's own terms: how providers are paid a plan fills in, too, but people choose."""
        return frozenset(self.filled_by_a_plan) - {"network"}

    @cached_property
    def drawn(self) -> tuple[str, ...]:
        """What the simulation of what is not known varies."""
        return tuple(key for key, row in self.rows.items() if row.drawn)

    def in_bill_of(self, *cares: Care) -> frozenset[str]:
        """The fields that a bill for these kinds of care depends on.

        How long each is belongs to the pathway and is not among them.
        """
        return frozenset(
            key
            for key, row in self.rows.items()
            if row.role and row.role != "length" and (row.care is None or row.care in cares)
        )

    @cached_property
    def other_terms(self) -> Mapping[str, str]:
        """The fields of the plan to compare with, and the terms they stand for."""
        return {key: row.stands_for for key, row in self.rows.items() if row.stands_for}

    @cached_property
    def by_link_name(self) -> Mapping[str, str]:
        """The field behind each name of the short form of a link."""
        return {row.link_name: key for key, row in self.rows.items()}

    def problems(self) -> Iterator[str]:
        """A sentence for each thing that rows say of each other and that does not hold."""
        yield from self._unclear_roles()
        yield from self._unclear_terms()
        yield from self._unclear_ranges()
        yield from self._unclear_link_names()

    def _unclear_terms(self) -> Iterator[str]:
        for field, term in self.other_terms.items():
            if term not in self.filled_by_a_plan:
                yield (
                    f"parameters.csv, row {field!r}, column stands_for: no plan fills in {term!r}. "
                    f"Choose one of {', '.join(self.filled_by_a_plan)}."
                )

    def _unclear_ranges(self) -> Iterator[str]:
        for field, row in self.rows.items():
            if row.drawn and (not row.is_number or row.low is None or row.high is None):
                yield (
                    f"parameters.csv, row {field!r}, column drawn: only a number with low and high "
                    "can be drawn."
                )
            if row.follows and not self._is_alike(row, row.follows):
                yield (
                    f"parameters.csv, row {field!r}, column follows: {row.follows!r} is no input "
                    "of the same kind and unit in parameters.csv that follows none itself."
                )
            if row.up_to and (row.up_to not in self.rows or not self.rows[row.up_to].is_number):
                yield (
                    f"parameters.csv, row {field!r}, column up_to: there is not a number "
                    f"{row.up_to!r} in parameters.csv."
                )

    def _is_alike(self, row: Parameter, followed: str) -> bool:
        other = self.rows.get(followed)
        return (
            other is not None
            and (other.kind, other.unit) == (row.kind, row.unit)
            and not other.follows
        )

    def _unclear_link_names(self) -> Iterator[str]:
        times = Counter(row.link_name for row in self.rows.values())
        for field, row in self.rows.items():
            if times[row.link_name] > 1 or not LINK_NAME.fullmatch(row.link_name):
                yield (
                    f"parameters.csv, row {field!r}, column link_name: write two letters from a "
                    "to z that no other row has."
                )

    def _unclear_roles(self) -> Iterator[str]:
        """A sentence for each part that not exactly one input of a kind of care has."""
        for role in get_args(Role):
            for care in CARES:
                found = [key for key, row in self.rows.items() if _is(row, role, care)]
                if len(found) != 1:
                    yield (
                        f"parameters.csv, columns care, role: {care} with the role {role} must "
                        f"stand in one row, not in {len(found)}."
                    )

    @cached_property
    def _by_role(self) -> Mapping[str, Mapping[Care, str]]:
        return {
            role: {
                care: field
                for care in CARES
                for field, row in self.rows.items()
                if _is(row, role, care)
            }
            for role in get_args(Role)
        }


def with_traits(
    rows: Mapping[str, Parameter], ours: Mapping[str, Parameter]
) -> dict[str, Parameter]:
    """The rows with what an input is: what a row leaves open is as in our row of its key."""
    return {key: _with_traits(row, ours.get(key, row)) for key, row in rows.items()}


def _with_traits(row: Parameter, our_row: Parameter) -> Parameter:
    left_open = Traits.model_fields.keys() - row.model_fields_set
    return row.model_copy(update={column: getattr(our_row, column) for column in left_open})


def _is(row: Parameter, role: str, care: Care) -> bool:
    return (row.role, row.care) == (role, care)
