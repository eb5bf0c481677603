"""The numbers and words in data/: loaded once, checked, typed.

This is the only module that opens data/. A centre can point the environment variable
``CARECHOICE_DATA`` at a folder of its own: a file there replaces the file of the same name here.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from carechoice.catalog.centre import Centre
from carechoice.catalog.dangling import dangling
from carechoice.catalog.decision_rows import AuditItem, Topic
from carechoice.catalog.inputs import with_traits
from carechoice.catalog.pathway_rows import PathwayRow
from carechoice.catalog.rows import (
    Aspect,
    CrisisLine,
    ExampleWeek,
    Feature,
    Figure,
    Level,
    Parameter,
    Plan,
    PlanTerm,
    Price,
    Record,
    ReleaseNote,
    Row,
    Sentence,
    Service,
    Source,
    Study,
    Term,
    Tracker,
)
from carechoice.catalog.tables import Catalog

SENTENCES = "sentences.csv"
PARAMETERS = "parameters.csv"
DEFAULT_FOLDER = Path(__file__).resolve().parents[2] / "data"

AnyRecord = TypeVar("AnyRecord", bound=Record)
AnyRow = TypeVar("AnyRow", bound=Row)


class BadDataError(Exception):
    """The files in data/ cannot be used. ``problems`` has one sentence for each error found."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


@cache
def catalog() -> Catalog:
    """The catalog of this process: data/ with the files of ``CARECHOICE_DATA`` laid over it."""
    own = os.environ.get("CARECHOICE_DATA")
    if not own:
        return load([DEFAULT_FOLDER])
    _refuse_unknown_files(Path(own))
    return load([Path(own), DEFAULT_FOLDER])


def shipped() -> Catalog:
    """The catalog of data/ alone: what a centre's own files are measured against."""
    return load([DEFAULT_FOLDER])


def load(folders: Sequence[Path]) -> Catalog:
    """Read and check the data files; a file in an earlier folder replaces one in a later.

    Sentences add to those of the later folder: a row takes the place of the one under its key.

    Raises BadDataError with every error found, each with file, row and column.
    """
    problems: list[str] = []

    def table(name: str, kind: type[AnyRow]) -> dict[str, AnyRow]:
        return _keyed(name, list(_rows(_find(folders, name), kind, problems)), problems)

    terms = list(_rows(_find(folders, "plan_terms.csv"), PlanTerm, problems))
    loaded = Catalog(
        parameters=with_traits(table(PARAMETERS, Parameter), _own_inputs(folders[-1])),
        prices=table("prices.csv", Price),
        plans=table("plans.csv", Plan),
        plan_terms=tuple(term for _, term in terms),
        figures=table("figures.csv", Figure),
        levels=table("levels.csv", Level),
        services=table("services.csv", Service),
        features=table("features.csv", Feature),
        topics=table("topics.csv", Topic),
        audit=table("audit.csv", AuditItem),
        aspects=table("aspects.csv", Aspect),
        research=table("research.csv", Study),
        crisis=table("crisis.csv", CrisisLine),
        paths=table("paths.csv", PathwayRow),
        weeks=table("weeks.csv", ExampleWeek),
        glossary=table("glossary.csv", Term),
        sentences=_sentences(folders, problems),
        sources=table("sources.csv", Source),
        release=table("release.csv", ReleaseNote),
        trackers=table("trackers.csv", Tracker),
        centre=_centre(list(_rows(_find(folders, "centre.csv"), Centre, problems)), problems),
    )
    # Rows that did not load would make other rows look dangling.
    problems = problems or list(dangling(loaded))
    if problems:
        raise BadDataError(problems)
    return loaded


def _refuse_unknown_files(own: Path) -> None:
    """A mistyped name must not silently leave our numbers in place of a centre's."""
    if not own.is_dir():
        raise BadDataError([f"CARECHOICE_DATA names no folder: {own}. Correct the path."])
    ours = {path.name for path in DEFAULT_FOLDER.glob("*.csv")}
    strange = sorted(path.name for path in own.glob("*.csv") if path.name not in ours)
    if strange:
        known = ", ".join(sorted(ours))
        raise BadDataError([f"{name}: no such data file. Files are {known}." for name in strange])


def _sentences(folders: Sequence[Path], problems: list[str]) -> dict[str, Sentence]:
    """The sentences of all folders, in the order of the last."""
    found: dict[str, Sentence] = {}
    places = [folder / SENTENCES for folder in folders if (folder / SENTENCES).is_file()]
    for path in reversed(places or [Path(SENTENCES)]):
        found |= _keyed(SENTENCES, list(_rows(path, Sentence, problems)), problems)
    return found


def _own_inputs(folder: Path) -> dict[str, Parameter]:
    """The inputs of the last folder, which say what an input is where an earlier one does not."""
    if not (folder / PARAMETERS).is_file():
        return {}
    return {row.key: row for _, row in _rows(folder / PARAMETERS, Parameter, [])}


def _find(folders: Sequence[Path], name: str) -> Path:
    return next((folder / name for folder in folders if (folder / name).is_file()), Path(name))


def _rows(
    path: Path, kind: type[AnyRecord], problems: list[str]
) -> Iterator[tuple[int, AnyRecord]]:
    """Yield (row number as a spreadsheet shows it, row); note what is wrong in ``problems``."""
    if not path.is_file():
        problems.append(f"{path.name}: the file is missing. Put it into the data folder.")
        return
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        problems.append(f"{path.name}: the file is not UTF-8. Save it as CSV UTF-8.")
        return
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey="(beyond the last column)")
    for number, cells in enumerate(reader, start=2):
        filled = {column: cell for column, cell in cells.items() if cell not in ("", None)}
        try:
            yield number, kind.model_validate(filled)
        except ValidationError as error:
            problems += [
                f"{path.name}, row {number}, {_columns(one['loc'])}"
                f"{one['msg'].removeprefix('Value error, ')}"
                for one in error.errors()
            ]


def _columns(location: tuple[int | str, ...]) -> str:
    """The column of an error; an error of several columns names them in its message."""
    return f"column {'.'.join(map(str, location))}: " if location else ""


def _keyed(name: str, rows: Sequence[tuple[int, AnyRow]], problems: list[str]) -> dict[str, AnyRow]:
    table: dict[str, AnyRow] = {}
    for number, row in rows:
        if row.key in table:
            problems.append(f"{name}, row {number}, column key: {row.key!r} stands there twice.")
        table[row.key] = row
    return table


def _centre(lines: Sequence[tuple[int, Centre]], problems: list[str]) -> Centre:
    """The only line of its file; where that did not load, a nameless centre in its place."""
    if len(lines) > 1:
        problems.append(f"centre.csv, row {lines[1][0]}: there is one centre. Remove the row.")
    return lines[0][1] if lines else Centre()
