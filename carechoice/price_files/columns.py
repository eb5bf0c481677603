"""The columns of a price file in CSV, tall or wide, by its row of headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

# A heading in parts: "standard_charge|PPO of a payer|negotiated_dollar" has bars between them.
Heading = tuple[str, ...]
_CHARGE = "standard_charge"
_PAYER_NOTES = "additional_payer_notes"
_DOLLARS = "negotiated_dollar"
_CHARGES = (_DOLLARS, "negotiated_percentage", "negotiated_algorithm")
_OF_A_PAYER = (*_CHARGES, "methodology")
# No blank for Python, yet nobody sees it.
_UNSEEN = "\u200b\ufeff"


@dataclass(frozen=True, slots=True)
class PayerColumns:
    """Where a payer's part of a row stands. In a tall file the row itself names payer and plan."""

    payer: str = ""
    plan: str = ""
    at: dict[str, int] = field(default_factory=dict)

    @property
    def filled_at(self) -> tuple[int, ...]:
        """Where something stands if the payer has a part in a row at all."""
        return tuple(self.at.values())

    @property
    def begins_at(self) -> int:
        """Where their amount in dollars stands; where there is no column of it, their first one."""
        return self.at.get(_DOLLARS, min(self.at.values()))


@dataclass(frozen=True, slots=True)
class Columns:
    """Where what stands in a row: columns counted from 0; those there are not are not in ``at``."""

    at: dict[Heading, int]
    codes: tuple[tuple[int, int], ...]
    payers: tuple[PayerColumns, ...]
    is_tall: bool
    count: int


def columns_of(row: Sequence[str]) -> Columns | None:
    """The columns by a row of headings, or None where the row is none."""
    headings = [_heading(cell) for cell in row]
    at = {tuple(map(str.casefold, each)): place for place, each in enumerate(headings)}
    codes = [
        (place, at[(*heading, "type")])
        for heading, place in at.items()
        if len(heading) == 2 and heading[0] == "code" and (*heading, "type") in at
    ]
    if ("description",) not in at or not codes:
        return None
    is_tall = ("payer_name",) in at
    payers = (_tall(at),) if is_tall else _wide(headings)
    return Columns(at, tuple(codes), payers, is_tall, len(row))


def _heading(cell: str) -> Heading:
    """Blanks do not count, nor do the brackets that the template has around what is filled in."""
    return tuple(_plain(part) for part in cell.split("|"))


def _plain(part: str) -> str:
    seen = part.strip(_UNSEEN).strip()
    return seen[1:-1].strip() if seen.startswith("[") and seen.endswith("]") else seen


def _tall(at: dict[Heading, int]) -> PayerColumns:
    found = {name: at[(_CHARGE, name)] for name in _OF_A_PAYER if (_CHARGE, name) in at}
    if (_PAYER_NOTES,) in at:
        found[_PAYER_NOTES] = at[(_PAYER_NOTES,)]
    return PayerColumns(at=found)


def _wide(headings: Sequence[Heading]) -> tuple[PayerColumns, ...]:
    """The payers in the order of their first column. A name may itself have a bar in it."""
    found: dict[Heading, dict[str, int]] = {}
    for place, heading in enumerate(headings):
        first, last = heading[0].casefold(), heading[-1].casefold()
        if first == _CHARGE and len(heading) > 2 and last in _OF_A_PAYER:
            found.setdefault(heading[1:-1], {})[last] = place
        elif first == _PAYER_NOTES and len(heading) > 1:
            found.setdefault(heading[1:], {})[_PAYER_NOTES] = place
    return tuple(
        PayerColumns(payer, " | ".join(plan), at)
        for (payer, *plan), at in found.items()
        if at.keys() & set(_CHARGES)
    )
