"""Errors in data files as sentences: what to write in a cell, and many errors in few lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from carechoice.catalog.plain_numbers import EMPTY, PLAIN_NUMBER, no_number

# Whoever corrects these sees the others at the next start.
MOST_OF_A_FILE = 5
MOST = 20
# A row goes by its number, or by its key and what else names it.
ROW = re.compile(r"(?<=, row )(\d+|'[^']*'( '[^']*')*)")
# How an error of a whole row begins that names its columns.
COLUMNS = re.compile(r"^columns? (?P<names>\w+(?:, \w+)*): ")


def alike(problems: Iterable[str]) -> list[str]:
    """The errors, each as a sentence that begins with its file: those of other rows are one."""
    by_kind: dict[str, list[str]] = {}
    for problem in problems:
        by_kind.setdefault(ROW.sub("", problem), []).append(problem)
    return [
        f"{first} (and in {_more(others, 'row')})" if others else first
        for first, *others in by_kind.values()
    ]


def in_few_lines(problems: Iterable[str]) -> list[str]:
    """The errors, each as a sentence that begins with its file: like ones together, some a file."""
    of_file: dict[str, list[str]] = {}
    for problem in alike(problems):
        of_file.setdefault(_file(problem), []).append(problem)
    sentences = [line for file, lines in of_file.items() for line in _first(file, lines)]
    return (
        sentences
        if len(sentences) <= MOST
        else [*sentences[:MOST], "There is more. Correct these first."]
    )


def _file(problem: str) -> str:
    return re.split("[,:]", problem, maxsplit=1)[0]


def _first(file: str, lines: list[str]) -> list[str]:
    first, others = lines[:MOST_OF_A_FILE], lines[MOST_OF_A_FILE:]
    return [*first, f"{file}: {_more(others, 'error')}. Correct these first."] if others else first


def _more(others: Sequence[str], one: str) -> str:
    return f"{len(others)} more {one}{'' if len(others) == 1 else 's'}"


# What a cell is not, by how the kind of its error begins; it is said behind what stands there.
NOT_A: Mapping[str, str] = {
    "bool": "is neither yes nor no. Write yes or no.",
    "date": "is not a date. Write year-month-day, such as 2026-11-30.",
    "url": "is not a link. Write one that begins with https://.",
}


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
        return EMPTY
    if kind == "extra_forbidden":
        return "there is no such column. Remove it, or correct its name."
    if kind == "literal_error":
        return f"{found!r} is not known here. Write {error['ctx']['expected']}."
    if kind.startswith(("float", "int")):
        return _no_number(found, kind)
    instead = next((said for begins, said in NOT_A.items() if kind.startswith(begins)), "")
    return f"{found!r} {instead}" if instead else _message(error)


def _no_number(found: object, kind: str) -> str:
    if kind.startswith("int") and PLAIN_NUMBER.fullmatch(str(found)):
        return f"{found!r} has decimals. Write a whole number."
    return no_number(found)


def _message(error: Mapping[str, Any]) -> str:
    said: str = error["msg"].removeprefix("Value error, ")
    return said
