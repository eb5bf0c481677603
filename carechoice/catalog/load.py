"""The numbers and words in data/: loaded once, checked, typed.

This is the only module that opens data/. A centre can point the environment variable
``CARECHOICE_DATA`` at a folder of its own: a file there replaces the file of the same name here.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from carechoice.catalog import rows
from carechoice.catalog.centre import Centre
from carechoice.catalog.decision_rows import AuditItem, Topic
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
    Sourced,
    Study,
    Term,
    Tracker,
)
from carechoice.catalog.values import NEXT_MONDAY, UnusableError, read

DEFAULT_FOLDER = Path(__file__).resolve().parents[2] / "data"

AnyRecord = TypeVar("AnyRecord", bound=Record)
AnyRow = TypeVar("AnyRow", bound=Row)


class BadDataError(Exception):
    """The files in data/ cannot be used. ``problems`` has one sentence for each error found."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True)
class Catalog:
    """Everything in data/, in the order of the files. Mappings are by ``key``."""

    parameters: Mapping[str, Parameter]
    prices: Mapping[str, Price]
    plans: Mapping[str, Plan]
    plan_terms: tuple[PlanTerm, ...]
    figures: Mapping[str, Figure]
    levels: Mapping[str, Level]
    services: Mapping[str, Service]
    features: Mapping[str, Feature]
    topics: Mapping[str, Topic]
    audit: Mapping[str, AuditItem]
    aspects: Mapping[str, Aspect]
    research: Mapping[str, Study]
    crisis: Mapping[str, CrisisLine]
    paths: Mapping[str, rows.Path]
    weeks: Mapping[str, ExampleWeek]
    glossary: Mapping[str, Term]
    sentences: Mapping[str, Sentence]
    sources: Mapping[str, Source]
    release: Mapping[str, ReleaseNote]
    trackers: Mapping[str, Tracker]
    centre: Centre

    def say(self, key: str, **values: object) -> str:
        """The sentence under ``key`` with its {blanks} filled.

        Raises KeyError when there is no such sentence or a blank has no value.
        """
        return self.sentences[key].text.format_map(values)

    def price(self, price_list: str, service: str, minutes: int) -> Price:
        """The price row of a service in a price list; ``minutes`` counts for therapy only."""
        return self._prices_by_use[price_list, service, minutes if service == "therapy" else None]

    @cached_property
    def _prices_by_use(self) -> Mapping[tuple[str, str, int | None], Price]:
        return {(row.price_list, row.service, row.minutes): row for row in self.prices.values()}

    def options(self, field: str) -> tuple[str, ...]:
        """The keys a choice can take, in the order they are offered."""
        listed: dict[str, Mapping[str, Row]] = {"plan": self.plans, "topics": self.topics}
        if field == "said":
            return self._said
        return tuple(listed[field]) if field in listed else self.parameters[field].options

    @cached_property
    def _said(self) -> tuple[str, ...]:
        return tuple(key for key, row in self.parameters.items() if row.is_said)

    def is_tracker(self, name: str) -> bool:
        """Whether a link's parameter is one that others add to see who followed the link."""
        lower = name.lower()
        return lower in self.trackers or lower.startswith(self._tracker_beginnings)

    @cached_property
    def _tracker_beginnings(self) -> tuple[str, ...]:
        return tuple(key.removesuffix("*") for key in self.trackers if key.endswith("*"))

    def terms_of(self, plan: str) -> Mapping[str, str]:
        """What an example plan says of the insurance fields, as text; the rest is default."""
        return self._terms_by_plan.get(plan, {})

    @cached_property
    def _terms_by_plan(self) -> Mapping[str, Mapping[str, str]]:
        return {
            plan: {term.field: term.value for term in self.plan_terms if term.plan == plan}
            for plan in self.plans
        }


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

    Raises BadDataError with every error found, each with file, row and column.
    """
    problems: list[str] = []

    def table(name: str, kind: type[AnyRow]) -> dict[str, AnyRow]:
        return _keyed(name, list(_rows(_find(folders, name), kind, problems)), problems)

    terms = list(_rows(_find(folders, "plan_terms.csv"), PlanTerm, problems))
    loaded = Catalog(
        parameters=table("parameters.csv", Parameter),
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
        paths=table("paths.csv", rows.Path),
        weeks=table("weeks.csv", ExampleWeek),
        glossary=table("glossary.csv", Term),
        sentences=table("sentences.csv", Sentence),
        sources=table("sources.csv", Source),
        release=table("release.csv", ReleaseNote),
        trackers=table("trackers.csv", Tracker),
        centre=_centre(list(_rows(_find(folders, "centre.csv"), Centre, problems)), problems),
    )
    # Rows that did not load would make other rows look dangling.
    problems = problems or list(_dangling(loaded))
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


def _dangling(loaded: Catalog) -> Iterator[str]:
    """What rows name and other files lack: sources, services, plans, fields."""
    for place, source in _named_sources(loaded):
        if source not in loaded.sources:
            yield f"{place}, column source: there is no {source!r} in sources.csv."
    yield from _dangling_services(loaded)
    yield from _dangling_figures(loaded)
    yield from _dangling_terms(loaded)
    yield from _dangling_phases(loaded)
    yield from _unusable_defaults(loaded)


def _dangling_services(loaded: Catalog) -> Iterator[str]:
    for level in loaded.levels.values():
        for column in ("includes", "may_include"):
            for service in getattr(level, column):
                if service not in loaded.services:
                    yield (
                        f"levels.csv, row {level.key!r}, column {column}: "
                        f"there is no {service!r} in services.csv."
                    )


def _dangling_figures(loaded: Catalog) -> Iterator[str]:
    for study in loaded.research.values():
        for figure in study.figures:
            if figure not in loaded.figures or loaded.figures[figure].value is None:
                yield (
                    f"research.csv, row {study.key!r}, column figures: "
                    f"there is no {figure!r} with a value in figures.csv."
                )


def _dangling_terms(loaded: Catalog) -> Iterator[str]:
    for term in loaded.plan_terms:
        place = f"plan_terms.csv, row {term.plan!r} {term.field!r}, column"
        row = loaded.parameters.get(term.field)
        if term.plan not in loaded.plans:
            yield f"{place} plan: there is no {term.plan!r} in plans.csv."
        if row is None:
            yield f"{place} field: there is no {term.field!r} in parameters.csv."
            continue
        yield from (f"{place} value: {why}" for why in _why_unusable(row, term.value, loaded))


def _dangling_phases(loaded: Catalog) -> Iterator[str]:
    for path in loaded.paths.values():
        for _, field in path.steps:
            row = loaded.parameters.get(field)
            if row is None or row.kind != "count":
                yield (
                    f"paths.csv, row {path.key!r}, column phases: there is no number {field!r} "
                    "in parameters.csv."
                )


def _unusable_defaults(loaded: Catalog) -> Iterator[str]:
    for row in loaded.parameters.values():
        if row.default != NEXT_MONDAY:
            place = f"parameters.csv, row {row.key!r}, column default"
            yield from (f"{place}: {why}" for why in _why_unusable(row, row.default, loaded))
    fixed = loaded.parameters.get("fixed_hours")
    for week in loaded.weeks.values():
        place = f"weeks.csv, row {week.key!r}, column fixed_hours"
        reasons = _why_unusable(fixed, week.fixed_hours, loaded) if fixed else ()
        yield from (f"{place}: {why}" for why in reasons)


def _why_unusable(row: Parameter, text: str, loaded: Catalog) -> Iterator[str]:
    try:
        read(row, text, loaded.options(row.key))
    except UnusableError as error:
        yield f"{text!r} cannot be used: {loaded.say(error.reason, **error.blanks)}."


def _named_sources(loaded: Catalog) -> Iterator[tuple[str, str]]:
    """(file and row, source key) for every fact in the catalog."""
    tables: dict[str, Mapping[str, Sourced]] = {
        "parameters.csv": loaded.parameters,
        "prices.csv": loaded.prices,
        "figures.csv": loaded.figures,
        "levels.csv": loaded.levels,
        "services.csv": loaded.services,
        "features.csv": loaded.features,
        "topics.csv": loaded.topics,
        "aspects.csv": loaded.aspects,
        "research.csv": loaded.research,
        "crisis.csv": loaded.crisis,
        "paths.csv": loaded.paths,
        "glossary.csv": loaded.glossary,
        "weeks.csv": loaded.weeks,
    }
    for name, table in tables.items():
        for key, row in table.items():
            yield from ((f"{name}, row {key!r}", source) for source in row.source)
    for term in loaded.plan_terms:
        place = f"plan_terms.csv, row {term.plan!r} {term.field!r}"
        yield from ((place, source) for source in term.source)
