"""Commands for staff who set up a centre: template, check, preview, new numbers put in place."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from carechoice.catalog.in_use import using
from carechoice.catalog.load import DEFAULT_FOLDER, shipped, tables_in
from carechoice.inputs.clock import today
from carechoice.setup.cells import NoWorkbookError
from carechoice.setup.checked import Checked, check
from carechoice.setup.folder import BEFORE, as_files, problems_of, put_in_place
from carechoice.setup.mistakes import mistake_lines
from carechoice.setup.outdated_tables import outdated_tables
from carechoice.setup.preview import preview_of
from carechoice.setup.template import template

DONE, MISTAKEN, REFUSED = 0, 1, 2
WORKBOOK = ".xlsx"


def write_template(file: Path) -> int:
    """Write an empty workbook. The exit code is 2 where there is a file, or none can be."""
    if file.suffix.lower() != WORKBOOK:
        return _refuse(f"{file}: a workbook ends in {WORKBOOK}. Name it {file.stem}{WORKBOOK}.")
    try:
        with using(shipped()), file.open("xb") as new:
            new.write(template())
    except FileExistsError:
        return _refuse(f"{file}: this file exists, and it stays. Choose another name.")
    except OSError as error:
        return _refuse(f"{file}: {error.strerror}. Check the path.")
    _say(f"{file}: written. Fill it in, then: {_typed()} check {file}")
    return DONE


def check_path(path: Path) -> int:
    """Name every mistake of a workbook or a folder; the exit code is 1 where there are any."""
    if path.is_dir():
        problems = problems_of(path)
        copied = outdated_tables(tables_in(path), tables_in(DEFAULT_FOLDER), problems)
        return _done(path, problems, copied)
    checked = _checked(path)
    return checked if isinstance(checked, int) else _done(path, mistake_lines(checked.mistakes))


def show_preview(file: Path, folder: Path) -> int:
    """Print what clients would see with the workbook, beside what they see with the folder."""
    checked = _checked(file)
    if isinstance(checked, int):
        return checked
    if checked.mistakes:
        return _done(file, mistake_lines(checked.mistakes))
    if folder.is_dir() and (problems := problems_of(folder)):
        return _done(folder, problems)
    instead = f" in place of {folder.name}" if folder.is_dir() else ""
    _say(f"What clients would see, with {file.name}{instead}:")
    for line in preview_of(checked, folder, today()):
        _say(f"  {line}")
    return DONE


def use(file: Path, folder: Path) -> int:
    """Put the tables of a workbook into a data folder, all of them or none."""
    checked = _checked(file)
    if isinstance(checked, int):
        return checked
    if checked.mistakes:
        return _done(file, mistake_lines(checked.mistakes))
    with using(shipped()):
        files = as_files(checked)
    was_there = folder.is_dir()
    try:
        problems = put_in_place(folder, files)
    except OSError as error:
        return _refuse(f"{folder}: {error.strerror}. Nothing has changed. Choose another folder.")
    if problems:
        return _done(folder, problems)
    kept = f"What was there before is in {folder.name}{BEFORE}. " if was_there else ""
    start = f"Start the server with CARECHOICE_DATA={folder}"
    _say(f"{folder}: in place. {kept}{start}, or leave it running: it takes this over by itself.")
    return DONE


def _checked(file: Path) -> Checked | int:
    """What a workbook says, or the exit code where there is none to read."""
    try:
        content = file.read_bytes()
    except OSError as error:
        return _refuse(f"{file}: {error.strerror}. Check the path.")
    try:
        with using(shipped()):
            return check(file.name, content, today())
    except NoWorkbookError as error:
        return _refuse(f"{file}: {error}")


def _done(path: Path, mistakes: Sequence[str], copied: Sequence[str] = ()) -> int:
    """Say what is wrong, and what of our tables would put it right; the exit code."""
    if not mistakes:
        _say(f"{path}: no errors.")
        return DONE
    head = "1 error" if len(mistakes) == 1 else f"{len(mistakes)} errors"
    sys.stderr.write(f"{path}: {head}. Nothing has changed.\n")
    sys.stderr.writelines(f"  {mistake}\n" for mistake in mistakes)
    if copied:
        sys.stderr.write("If it was made for an older version (docs/upgrading.md):\n")
        sys.stderr.writelines(f"  {what}\n" for what in copied)
    return MISTAKEN


def _typed() -> str:
    """How this command began, so that the next one can be typed alike."""
    python = Path(sys.executable)
    here = Path.cwd()
    name = python.relative_to(here) if python.is_relative_to(here) else python
    return f"{name} -m carechoice"


def _refuse(said: str) -> int:
    sys.stderr.write(f"{said}\n")
    return REFUSED


def _say(said: str) -> None:
    sys.stdout.write(f"{said}\n")
