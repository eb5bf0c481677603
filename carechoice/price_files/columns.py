"""The columns of a price file in CSV, tall or wide, by its row of headings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

# A heading in parts: "standard_charge|PPO of a payer|negotiated_dollar" has bars between them.
Heading = tuple[str, ...]
_CHARGE = "standard_charge"
_PAYER_NOTES = "additional_payer_notes"
_DOLLARS, _PERCENTAGE = "negotiated_dollar", "negotiated_percentage"
_CHARGES = (_DOLLARS, _PERCENTAGE, "negotiated_algorithm")
_OF_A_PAYER = (*_CHARGES, "methodology")
# What a hospital asks of everybody, and the ends of what payers pay.
_OF_NO_PAYER = (
    *("gross", "gross_charge", "discounted_cash", "cash", "min", "minimum", "max", "maximum"),
    *("deidentified_min", "deidentified_max", "de_identified_min", "de_identified_max"),
)
# No blank for Python, yet nobody sees it.
_UNSEEN = "\u200b\ufeff"
_BLANKS = re.compile(r"[\s_-]+")
_CODE = re.compile(r"code_?(\d+)(_?type)?")


@dataclass(frozen=True, slots=True)
class PayerColumns:
    """Where a payer's part of a row stands. In a tall file the row itself names payer and plan.

    ``is_double``: two columns have the same heading, so which of them holds is not known.
    """

    payer: str = ""
    plan: str = ""
    at: dict[str, int] = field(default_factory=dict)
    is_double: bool = False

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
    """Where what stands in a row: columns counted from 0; those there are not are not in ``at``.

    ``codes``: where each code stands, and its kind if a column says it. ``amounts``: where dollars
    may stand. ``unknown_charges``: where some stand under headings that the form does not have.
    """

    at: dict[Heading, int]
    codes: tuple[tuple[int, int | None], ...]
    payers: tuple[PayerColumns, ...]
    amounts: tuple[int, ...]
    unknown_charges: tuple[int, ...]
    is_tall: bool
    count: int


def columns_of(row: Sequence[str]) -> Columns | None:
    """The columns by a row of headings, or None where the row is none."""
    if not any("description" in cell.casefold() for cell in row):
        return None
    headings = [_heading(cell) for cell in row]
    plain = [tuple(map(_plain, heading)) for heading in headings]
    places = defaultdict[Heading, list[int]](list)
    for place, heading in enumerate(plain):
        places[heading].append(place)
    codes = tuple(_codes(plain))
    if ("description",) not in places or all(kind_at is None for _, kind_at in codes):
        return None
    is_tall = ("payer_name",) in places
    payers = (_tall(places),) if is_tall else tuple(_wide(headings, plain))
    return Columns(
        {heading: found[0] for heading, found in places.items()},
        codes,
        payers,
        tuple(place for place, heading in enumerate(plain) if _is_of_amounts(heading)),
        tuple(_unknown_charges(plain, payers)),
        is_tall,
        len(row),
    )


def _is_of_amounts(heading: Heading) -> bool:
    return heading[0] == _CHARGE and heading[-1] != _PERCENTAGE


def _heading(cell: str) -> Heading:
    """Blanks do not count, nor do the brackets that the template has around what is filled in.

    A bar before or behind everything parts nothing.
    """
    return tuple(_bare(part) for part in cell.strip(f"| {_UNSEEN}").split("|"))


def _bare(part: str) -> str:
    seen = part.strip(_UNSEEN).strip()
    return seen[1:-1].strip() if seen.startswith("[") and seen.endswith("]") else seen


def _plain(part: str) -> str:
    """A part as it is compared: "Payer Name" is payer_name."""
    return _BLANKS.sub("_", part.casefold()).strip("_")


def _codes(plain: Iterable[Heading]) -> Iterator[tuple[int, int | None]]:
    """Each column of codes with that of their kind; the form has "code|1" and "code|1|type"."""
    codes, kinds = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
    for place, heading in enumerate(plain):
        if named := _CODE.fullmatch("_".join(heading)):
            (kinds if named[2] else codes)[named[1]].append(place)
    for number, found in codes.items():
        of_kind = kinds[number][: len(found)]
        yield from zip_longest(found, of_kind)


def _tall(places: dict[Heading, list[int]]) -> PayerColumns:
    headings = {name: (_CHARGE, name) for name in _OF_A_PAYER} | {_PAYER_NOTES: (_PAYER_NOTES,)}
    found = {name: places[heading] for name, heading in headings.items() if heading in places}
    named = [places.get((name,), []) for name in ("payer_name", "plan_name")]
    return PayerColumns(
        at={name: at[0] for name, at in found.items()},
        is_double=any(len(at) > 1 for at in [*found.values(), *named]),
    )


def _wide(headings: Sequence[Heading], plain: Sequence[Heading]) -> Iterator[PayerColumns]:
    """The payers in the order of their first column. A name may itself have a bar in it."""
    found: dict[Heading, dict[str, list[int]]] = {}
    names: dict[Heading, Heading] = {}
    for place, heading in enumerate(plain):
        if len(heading) > 2 and heading[0] == _CHARGE and heading[-1] in _OF_A_PAYER:
            payer, column = slice(1, -1), heading[-1]
        elif len(heading) > 1 and heading[0] == _PAYER_NOTES:
            payer, column = slice(1, None), _PAYER_NOTES
        else:
            continue
        names.setdefault(heading[payer], headings[place][payer])
        found.setdefault(heading[payer], {}).setdefault(column, []).append(place)
    for key, columns in found.items():
        if columns.keys() & set(_CHARGES):
            name, *plan = names[key]
            at = {column: places[0] for column, places in columns.items()}
            is_double = any(len(places) > 1 for places in columns.values())
            yield PayerColumns(name, " | ".join(filter(None, plan)), at, is_double)


def _unknown_charges(plain: Sequence[Heading], payers: Iterable[PayerColumns]) -> Iterator[int]:
    known = {plain[place] for payer in payers for place in payer.filled_at}
    known.update((_CHARGE, name) for name in (*_OF_NO_PAYER, *_OF_A_PAYER[1:]))
    for place, heading in enumerate(plain):
        if heading[0] == _CHARGE and heading not in known:
            yield place
