"""The numbers and words in data/: read, checked, typed.

This is the only module that opens data/. A centre can point the environment variable
``CARECHOICE_DATA`` at a folder of its own: a table there replaces the one of the same name here,
and words there are added to ours, or take the place of those with their key.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from carechoice.catalog.centre.centre import OF_A_CENTRE, Centre, Own
from carechoice.catalog.centre.logo import Logo
from carechoice.catalog.error_lines import refusal
from carechoice.catalog.folder import NAMED_IN, OLD_SENTENCES, read_files, unread
from carechoice.catalog.inputs import with_traits
from carechoice.catalog.problems.consistency import inconsistencies
from carechoice.catalog.rows import Parameter, PlanTerm, Record, Row, Text
from carechoice.catalog.sheet import NotASheetError, Sheet, parse
from carechoice.catalog.tables import KEYED, NEVER_EMPTY, TABLES, Catalog
from carechoice.catalog.words import (
    SHIPPED_LANGUAGE,
    WORDS,
    Layer,
    Phrase,
    columns_of_words,
    in_files,
    in_table,
    key_of,
    laid_over,
    language_of,
)

# The catalogs that a server shows, by the path of the centre's own folder.
_SERVED: dict[str, Catalog] = {}
MARK_SIGNS = 6

DEFAULT_FOLDER = Path(__file__).resolve().parents[2] / "data"

AnyRecord = TypeVar("AnyRecord", bound=Record)
AnyRow = TypeVar("AnyRow", bound=Row)


class BadDataError(Exception):
    """The files in data/ cannot be used. ``problems`` has one sentence for each error found."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class _Folder:
    """What stands in a data folder: its tables by name, and its files of words by language."""

    tables: Mapping[str, Sheet]
    words: Mapping[str, Sequence[Sheet]]


def served() -> Catalog:
    """The catalog that a server shows: data/ with the folder ``CARECHOICE_DATA`` laid over it.

    A folder is read once, and another one is another catalog. Raises BadDataError.
    """
    own = own_folder()
    if own not in _SERVED:
        _SERVED[own] = read_anew()
    return _SERVED[own]


def read_anew() -> Catalog:
    """The served catalog as its files are now, for ``serve``. Raises BadDataError."""
    if not own_folder():
        return load([DEFAULT_FOLDER])
    own = Path(own_folder())
    if problems := unread(own):
        raise BadDataError(problems)
    data = load([own, DEFAULT_FOLDER])
    return replace(data, mark=_mark(own, filter(None, [*read_files(own), data.centre.logo])))


def serve(data: Catalog) -> None:
    """Serve this catalog from now on."""
    _SERVED[own_folder()] = data


def own_folder() -> str:
    """The path of the centre's own folder; "" if there is none."""
    return os.environ.get(NAMED_IN, "")


def _mark(own: Path, names: Iterable[str]) -> str:
    """A few signs that are others once one of these files of the folder says something else."""
    said = sha256()
    for name in names:
        said.update(f"{name}\0".encode() + (own / name).read_bytes())
    return said.hexdigest()[:MARK_SIGNS]


def shipped() -> Catalog:
    """The catalog of data/ alone, which a centre's own files are compared with."""
    return load([DEFAULT_FOLDER])


def tables_in(folder: Path) -> Mapping[str, Sheet]:
    """The tables of a folder by name, as they stand, but for those in which no row can be read."""
    return {name: sheet for name, sheet in _read(folder, []).tables.items() if sheet.lines}


@dataclass(frozen=True, slots=True)
class _Data:
    """Tables as they stand, with the words of their rows; what is wrong goes to ``problems``."""

    sheets: Mapping[str, Sheet]
    words: Mapping[str, Phrase]
    problems: list[str]

    def rows(self, table: str, kind: type[AnyRecord]) -> list[tuple[int, AnyRecord]]:
        """The rows that are right, each with its number."""
        return list(_rows(table, self.sheets[table], kind, self.words, self.problems))

    def keyed(self, kinds: Mapping[str, type[AnyRow]]) -> dict[str, Any]:
        """The rows of some tables by their key."""
        return {
            table: _keyed(self.sheets[table].name, self.rows(table, kind), self.problems)
            for table, kind in kinds.items()
        }


def load(folders: Sequence[Path], *, locale: str = "") -> Catalog:
    """Read and check the data; a table in an earlier folder replaces one in a later.

    Words add to those of the later folder. ``locale`` is the language and region to speak, that of
    release.csv where there is none: the words of its language lie over those we ship.
    Raises BadDataError with every error found, each with file, row and column.
    """
    problems: list[str] = []
    read = [_read(folder, problems) for folder in folders]
    sheets = {name: _first(read, name, problems) for name in TABLES}
    locale = locale or _locale_in(sheets["release"])
    problems += _unspoken(read, locale)
    words = laid_over(_layers(read, language_of(locale), problems))
    data = _Data(sheets, words, problems)
    tables = data.keyed(KEYED)
    centre = _centre(data.rows("centre", Centre), problems)
    own = Own(**data.keyed(OF_A_CENTRE), logo=_logo(folders[0], centre.logo, problems))
    inputs = with_traits(tables["parameters"], _own_inputs(read[-1], words))
    tables["parameters"] = _beginning_with(centre, own, inputs)
    loaded = Catalog(
        **tables,
        plan_terms=tuple(term for _, term in data.rows("plan_terms", PlanTerm)),
        centre=centre,
        own=own,
        words=words,
        locale=locale,
    )
    # Rows that did not load would make others look as if they named what is not there.
    if problems := problems or list(inconsistencies(loaded)):
        raise BadDataError(problems)
    return loaded


def _logo(folder: Path, name: str, problems: list[str]) -> Logo | None:
    """The centre's logo if it names one; None and the reason if it cannot be shown."""
    if not name:
        return None
    try:
        return Logo.of((folder / name).read_bytes())
    except OSError:
        said = f"there is no {Path(name).name!r} in the data folder. Put it there."
    except ValueError as error:
        said = str(error)
    problems.append(f"centre.csv, row 2, column logo: {said}")
    return None


def _beginning_with(
    centre: Centre, own: Own, parameters: Mapping[str, Parameter]
) -> Mapping[str, Parameter]:
    """The inputs with what is picked of a centre where a visit begins, in place of nothing."""
    there = {"program": own.programs, "payer": own.coverages}
    begins = {
        choice: parameters[choice].model_copy(update={"default": option})
        for choice, option in centre.first_picks().items()
        if choice in parameters and option in there[choice]
    }
    return {**parameters, **begins}


def _read(folder: Path, problems: list[str]) -> _Folder:
    tables = {
        name: _sheet(folder, path, kind, problems)
        for name, kind in TABLES.items()
        if (path := folder / f"{name}.csv").is_file()
    }
    languages = sorted(path.name for path in (folder / WORDS).glob("*") if path.is_dir())
    words = {
        language: [
            _sheet(folder, path, Text, problems)
            for path in sorted((folder / WORDS / language).glob("*.csv"))
        ]
        for language in languages
    }
    if (folder / OLD_SENTENCES).is_file():
        old = _sheet(folder, folder / OLD_SENTENCES, Text, problems)
        words[SHIPPED_LANGUAGE] = [old, *words.get(SHIPPED_LANGUAGE, [])]
    return _Folder(tables, words)


def _own_inputs(folder: _Folder, words: Mapping[str, Phrase]) -> dict[str, Parameter]:
    """The inputs of the last folder, which say what an input is where an earlier one does not."""
    sheet = folder.tables.get("parameters", Sheet("parameters.csv"))
    return {row.key: row for _, row in _rows("parameters", sheet, Parameter, words, [])}


def _sheet(folder: Path, path: Path, kind: type[Record], problems: list[str]) -> Sheet:
    name = path.relative_to(folder).as_posix()
    try:
        return parse(name, path.read_bytes(), kind.model_fields)
    except NotASheetError as error:
        problems.append(f"{name}: {error}")
    return Sheet(name)


def _first(folders: Sequence[_Folder], name: str, problems: list[str]) -> Sheet:
    """The table of the first folder that has it."""
    for folder in folders:
        if name in folder.tables:
            sheet = folder.tables[name]
            if sheet.columns and not sheet.lines and name in NEVER_EMPTY:
                problems.append(
                    f"{sheet.name}: no row stands below its columns. Fill it in, or take it out."
                )
            return sheet
    problems.append(f"{name}.csv: the file is missing. Put it into the data folder.")
    return Sheet(f"{name}.csv")


def _locale_in(release: Sheet) -> str:
    values = {line.cells.get("key"): line.cells.get("value", "") for line in release.lines}
    return values.get("locale", "")


def _unspoken(folders: Sequence[_Folder], locale: str) -> Iterator[str]:
    """Words in a language that no page speaks: none of them would be shown, without a word."""
    spoken = {SHIPPED_LANGUAGE, language_of(locale)}
    stated = {name for folder in folders for name, sheets in folder.words.items() if sheets}
    for language in sorted(stated - spoken):
        yield (
            f"{WORDS}/{language}: the pages speak {locale}, so none of these words is shown. In "
            f"release.csv, row 'locale', write {language}_US, or take the folder out."
        )


def _layers(folders: Sequence[_Folder], language: str, problems: list[str]) -> Iterator[Layer]:
    """The words of all folders, those that others lie over first; another language at the end."""
    below: Mapping[str, Sheet] = {}
    for folder in reversed(folders):
        for name, sheet in folder.tables.items():
            yield in_table(name, TABLES[name], sheet, below.get(name))
        yield _in_files(folder, SHIPPED_LANGUAGE, problems)
        below = {**below, **folder.tables}
    if language != SHIPPED_LANGUAGE:
        yield from (_in_files(folder, language, problems) for folder in reversed(folders))


def _in_files(folder: _Folder, language: str, problems: list[str]) -> Layer:
    sheets = folder.words.get(language, ())
    for sheet in sheets:
        for line in sheet.lines:
            _checked(Text, line.cells, f"{sheet.name}, row {line.row}", {}, problems)
    return in_files(sheets, problems)


def _rows(
    table: str,
    sheet: Sheet,
    kind: type[AnyRecord],
    words: Mapping[str, Phrase],
    problems: list[str],
) -> Iterator[tuple[int, AnyRecord]]:
    """Yield (row number as a spreadsheet shows it, row); add errors to ``problems``."""
    columns = columns_of_words(kind)
    for line in sheet.lines:
        keys = {column: key_of(table, line.cells, column) for column in columns}
        texts = {column: words[key].text for column, key in keys.items() if key in words}
        values = {column: cell for column, cell in line.cells.items() if column not in columns}
        place = f"{sheet.name}, row {line.row}"
        row = _checked(kind, {**values, **texts}, place, keys, problems)
        if row is not None:
            yield line.row, row


def _checked(
    kind: type[AnyRecord],
    cells: Mapping[str, str],
    place: str,
    keys: Mapping[str, str],
    problems: list[str],
) -> AnyRecord | None:
    """The row, or None and what is wrong with it; ``keys`` are those of its words by column."""
    try:
        return kind.model_validate(cells)
    except ValidationError as error:
        problems += [f"{place}{_told(dict(one), keys)}" for one in error.errors()]
        return None


def _told(error: Mapping[str, Any], keys: Mapping[str, str]) -> str:
    column = ".".join(map(str, error["loc"]))
    if error["type"] == "missing" and column in keys:
        return (
            f": the words under {keys[column]!r} are missing. "
            f"Add a row with this key to a file in {WORDS}/{SHIPPED_LANGUAGE}."
        )
    # An error of several columns names them in its message.
    said = refusal(error)
    return f", column {column}: {said}" if column else f", {said}"


def _keyed(name: str, rows: Sequence[tuple[int, AnyRow]], problems: list[str]) -> dict[str, AnyRow]:
    table: dict[str, AnyRow] = {}
    for number, row in rows:
        if row.key in table:
            columns = ", ".join(row.named_by())
            problems.append(
                f"{name}, row {number}, column {columns}: {row.key!r} stands there twice."
            )
        table[row.key] = row
    return table


def _centre(lines: Sequence[tuple[int, Centre]], problems: list[str]) -> Centre:
    """The only line of its file; where that did not load, a nameless centre in its place."""
    if len(lines) > 1:
        problems.append(f"centre.csv, row {lines[1][0]}: there is one centre. Remove the row.")
    return lines[0][1] if lines else Centre()
