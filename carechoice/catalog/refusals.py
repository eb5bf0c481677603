"""Why a cell was refused, as a sentence: what stands there, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from carechoice.catalog.plain_numbers import no_number

# How an error of a whole row begins that names its columns.
COLUMNS = re.compile(r"^columns? (?P<names>\w+(?:, \w+)*): ")


def refused_column(error: Mapping[str, Any]) -> str:
    """The column that a row's error names, or the first of several; "" if it names none."""
    if error["loc"]:
        return ".".join(map(str, error["loc"]))
    named = COLUMNS.match(_message(error))
    return named["names"].split(", ")[0] if named else ""


def refusal(error: Mapping[str, Any]) -> str:
    """What is wrong with the cell, without its place."""
    found, kind = error["input"], error["type"]
    if kind == "missing":
        return "the cell is empty. Fill it in."
    if kind == "extra_forbidden":
        return "there is no such column. Remove it, or correct its name."
    if kind in ("float_parsing", "int_parsing", "int_from_float"):
        return no_number(found)
    if kind in ("bool_parsing", "bool_type"):
        return f"{found!r} is neither yes nor no. Write yes or no."
    if kind == "literal_error":
        return f"{found!r} is not known here. Write {error['ctx']['expected']}."
    return _message(error)


def _message(error: Mapping[str, Any]) -> str:
    said: str = error["msg"].removeprefix("Value error, ")
    return said
