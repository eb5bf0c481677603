"""Whose price file it is and how old, by its beginning."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise

from carechoice.price_files.rate import About

_NAMES = ("hospital_name", "last_updated_on", "version")
# Some files stand in a list as a whole.
_IN_A_LIST = "item."


def about_of_rows(above: Sequence[Sequence[str]]) -> About:
    """By the rows above the headings of a CSV file: names in one, their values in the next."""
    for names, values in pairwise(above):
        said = {
            name.strip(" \ufeff").casefold(): value.strip()
            for name, value in zip(names, values, strict=False)
        }
        if _NAMES[0] in said:
            return _about(said)
    return About()


def about_of_json(beginning: str) -> About:
    """By the first signs of a JSON file, which may break off anywhere."""
    import ijson
    from ijson.common import JSONError

    said: dict[str, str] = {}
    with suppress(JSONError):
        for place, kind, value in ijson.parse(beginning.encode()):
            if kind == "string":
                said[place.removeprefix(_IN_A_LIST)] = value
    return _about(said)


def _about(said: dict[str, str]) -> About:
    return About(*(said.get(name, "") for name in _NAMES))
