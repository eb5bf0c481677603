"""A centre's data folder: checked as at startup; new tables replace the old ones all at once."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from carechoice.catalog.error_lines import alike
from carechoice.catalog.folder import CSV, unread
from carechoice.catalog.load import DEFAULT_FOLDER, BadDataError, load
from carechoice.setup.checked import Checked
from carechoice.setup.form import forms
from carechoice.web.checks.new_data import stamp, unserved

# How the folder is called that was there before, beside the one in its place.
BEFORE = ".before"


def problems_of(folder: Path) -> list[str]:
    """What a server that is to start with this folder would say, one sentence for many alike."""
    return alike(_each_problem_of(folder))


def _each_problem_of(folder: Path) -> list[str]:
    if problems := unread(folder):
        return problems
    try:
        data = load([folder, DEFAULT_FOLDER])
    except BadDataError as error:
        return list(error.problems)
    return unserved(data)


def mark_of(folder: Path) -> str:
    """What tells the folder, as it is, from what it was or will be."""
    return sha256(repr(stamp(folder)).encode()).hexdigest()


def as_files(checked: Checked) -> dict[str, str]:
    """The tables of a workbook as CSV files by name; an empty sheet is a table without rows."""
    return {
        f"{form.table}{CSV}": _csv(
            [column.key for column in form.columns],
            [filled.cells for filled in checked.tables[form.table]],
        )
        for form in forms()
    }


def put_in_place(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Give the folder these files, the others as they are; what stands in the way, if anything.

    The folder as it was stays beside it with ``.before`` at the end of its name. Where a sentence
    is returned, nothing has changed. Raises OSError where the disk does not let us.
    """
    if problem := _why_not_there(folder):
        return [problem]
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        if folder.is_dir():
            shutil.copytree(folder, new, dirs_exist_ok=True)
        for name, text in files.items():
            (new / name).write_text(text, encoding="utf-8")
        # With the usual permissions, so that a server of another user can read it.
        new.chmod(folder.stat().st_mode if folder.is_dir() else 0o755)
        problems = problems_of(new)
        if not problems:
            _exchange(folder, new)
        return problems
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _why_not_there(folder: Path) -> str:
    """Why the folder cannot be given another content, a sentence; "" where it can."""
    place = folder.resolve()
    if DEFAULT_FOLDER.resolve().is_relative_to(place):
        return (
            "this folder has the tables that come along, which the next version replaces. Name one "
            "of your own, such as ours."
        )
    if place == Path.cwd():
        return "this is the folder that you are in. Name one inside it, such as ours."
    return ""


def _exchange(folder: Path, new: Path) -> None:
    """Put the new folder into the place of the one that is there; on an error all is as before."""
    if not folder.is_dir():
        new.rename(folder)
        return
    before = folder.with_name(folder.name + BEFORE)
    shutil.rmtree(before, ignore_errors=True)
    folder.rename(before)
    try:
        new.rename(folder)
    except OSError:
        before.rename(folder)
        raise


def _csv(columns: list[str], rows: list[Mapping[str, str]]) -> str:
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()
