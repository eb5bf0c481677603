"""Whose price file it is and how old, by its beginning, or by its end."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from decimal import InvalidOperation

from carechoice.price_files.rate import About

_NAMES = ("hospital_name", "last_updated_on", "version")
# Some files stand in a list as a whole.
_IN_A_LIST = "item."
_NAMED = re.compile(rf'"({"|".join(_NAMES)})"\s*:\s*("(?:[^"\\]|\\.)*")')


def about_of_rows(above: Sequence[Sequence[str]]) -> About:
    """By the rows above the headings of a CSV file: names, each with its value.

    The form has names in one row and their values in the next. Some files have the values first,
    or a row for each name with its value in the next cell.
    """
    rows = [row for row in above if any(cell.strip() for cell in row)]
    places = {
        name: (number, at)
        for number, row in reversed(list(enumerate(rows)))
        for at, cell in enumerate(row)
        if (name := cell.strip(" \ufeff").casefold()) in _NAMES
    }
    if _NAMES[0] not in places:
        return About()
    if len({number for number, _ in places.values()}) > 1:
        return _about({name: _cell(rows[row], at + 1) for name, (row, at) in places.items()})
    names_row = places[_NAMES[0]][0]
    values: Sequence[str] = rows[names_row + 1] if names_row + 1 < len(rows) else ()
    before: Sequence[str] = rows[names_row - 1] if names_row else ()
    if not values and all(_cell(before, at) for _, at in places.values()):
        values = before
    return _about({name: _cell(values, at) for name, (_, at) in places.items()})


def about_of_json(beginning: str) -> About:
    """By the first signs of a JSON file, which may break off anywhere."""
    import ijson
    from ijson.common import JSONError

    said: dict[str, str] = {}
    with suppress(JSONError, InvalidOperation):
        for place, kind, value in ijson.parse(beginning.encode()):
            if kind == "string":
                said.setdefault(place.removeprefix(_IN_A_LIST), value)
    return _about(said)


def about_with_end(about: About, end: str) -> About:
    """What the beginning of a JSON file did not say, as its last signs say it below the charges."""
    said = {name: json.loads(value, strict=False) for name, value in _NAMED.findall(end)}
    known = dict(zip(_NAMES, asdict(about).values(), strict=True))
    return _about(said | {name: value for name, value in known.items() if value})


def _about(said: Mapping[str, str]) -> About:
    return About(*(said.get(name, "") for name in _NAMES))


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if at < len(row) else ""
