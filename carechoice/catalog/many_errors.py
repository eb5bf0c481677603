"""Many errors in data files, told in few lines: a wrong column is one error, not one per row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

# Whoever corrects these sees the others at the next start.
MOST_OF_A_FILE = 5
MOST = 20
# A row goes by its number, or by its key and what else names it.
ROW = re.compile(r"(?<=, row )(\d+|'[^']*'( '[^']*')*)")


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
    told = [line for file, lines in of_file.items() for line in _first(file, lines)]
    return told if len(told) <= MOST else [*told[:MOST], "There is more. Correct these first."]


def _file(problem: str) -> str:
    return re.split("[,:]", problem, maxsplit=1)[0]


def _first(file: str, lines: list[str]) -> list[str]:
    told, others = lines[:MOST_OF_A_FILE], lines[MOST_OF_A_FILE:]
    return [*told, f"{file}: {_more(others, 'error')}. Correct these first."] if others else told


def _more(others: Sequence[str], one: str) -> str:
    return f"{len(others)} more {one}{'' if len(others) == 1 else 's'}"
