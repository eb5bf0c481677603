"""A centre's own data folder: its files, and which of them would not be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from carechoice.catalog.tables import TABLES
from carechoice.catalog.words import SHIPPED_LANGUAGE, WORDS

# The variable of the environment that names the folder.
NAMED_IN = "CARECHOICE_DATA"
CSV = ".csv"
# Where a centre's sentences stood before words had a folder: they are read as the files there.
OLD_SENTENCES = f"sentences{CSV}"
OURS = frozenset({f"{name}{CSV}" for name in TABLES} | {OLD_SENTENCES})
NAMES = frozenset(name.removesuffix(CSV) for name in OURS)
OF_WORDS = re.compile(rf"{WORDS}/[a-z]{{2}}/[^/]+{re.escape(CSV)}")


def unread(own: Path) -> list[str]:
    """Why the folder cannot be read, in a sentence for each reason.

    A mistyped name, or a file of another kind, must not silently leave our numbers in place of a
    centre's. Notes and pictures that lie beside the data are no data and are let be.
    """
    if not own.is_dir():
        return [f"{NAMED_IN} names no folder: {own}. Correct the path."]
    files = [path.relative_to(own).as_posix() for path in sorted(own.rglob("*"))]
    read = read_files(own)
    problems = [
        problem for name in files if name not in read for problem in _why_not(own / name, name)
    ]
    if not (read or problems):
        problems = [
            f"{NAMED_IN} names a folder without a data file: {own}. Put one there, such as "
            f"prices{CSV}, or leave the variable out for the data that comes along."
        ]
    return problems


def read_files(own: Path) -> list[str]:
    """The files of the folder that we read, by their names in order."""
    files = [path.relative_to(own).as_posix() for path in sorted(own.rglob("*"))]
    return [name for name in files if _is_read(name) and (own / name).is_file()]


def _is_read(name: str) -> bool:
    return name in OURS or bool(OF_WORDS.fullmatch(name))


def _why_not(path: Path, name: str) -> Iterator[str]:
    """Why a path that is not read stands in the way, if it looks like data."""
    last = path.name.lower()
    # Copies that editors and systems keep beside a file for themselves.
    if any(part.startswith((".", "~")) for part in Path(name).parts):
        return
    if path.is_dir():
        if last.endswith(CSV):
            yield f"{name}: this is a folder. A data file is a file."
        return
    stem, _, ending = last.partition(".")
    in_words = name.startswith(f"{WORDS}/") and last.endswith((".xlsx", ".xls", ".ods", ".tsv"))
    if last.endswith(CSV) and path.name.endswith(CSV):
        known = ", ".join(sorted(OURS))
        yield (
            f"{name}: no such data file. Files are {known}, and any of words in "
            f"{WORDS}/{SHIPPED_LANGUAGE}."
        )
    elif in_words or last.endswith(CSV) or (stem.strip() in NAMES and ending):
        whole = Path(name).with_name(f"{path.name.partition('.')[0].strip()}{CSV}").as_posix()
        yield f"{name}: only CSV files are read. Save it as {whole.lower()}."
