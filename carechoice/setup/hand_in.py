"""A workbook that staff hand in on a page: previewed, then put into the centre's data folder."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from carechoice.catalog.in_use import using
from carechoice.catalog.load import shipped
from carechoice.language.sentences import say
from carechoice.setup.cells import NoWorkbookError
from carechoice.setup.checked import Checked, check
from carechoice.setup.folder import as_files, mark_of, problems_of, put_in_place
from carechoice.setup.mistakes import mistake_lines
from carechoice.setup.preview import preview_of
from carechoice.setup.template import template


class Outcome(NamedTuple):
    """What became of a workbook, with a sentence for each thing there is to say of it.

    ``compared_with`` is the mark of the folder that a preview compares with.
    """

    kind: Literal["refused", "mistakes", "preview", "in_place"]
    lines: tuple[str, ...]
    compared_with: str = ""


def empty_workbook() -> bytes:
    """A workbook to fill in."""
    with using(shipped()):
        return template()


def look_at(name: str, content: bytes, folder: Path, today: date) -> Outcome:
    """All mistakes of a workbook, or what clients would see with it; nothing changes."""
    checked = _checked(name, content, today)
    if isinstance(checked, Outcome):
        return checked
    if folder.is_dir() and (problems := problems_of(folder)):
        return _mistaken(problems)
    mark = mark_of(folder)
    return Outcome("preview", tuple(preview_of(checked, folder, today)), compared_with=mark)


def put(name: str, content: bytes, folder: Path, today: date, *, compared_with: str) -> Outcome:
    """Put the tables of a workbook into the folder, all of them or none.

    It is refused where its preview compared with another content, which somebody has replaced
    since: also the same person, whose browser sends a form again where the page is loaded again.
    """
    if mark_of(folder) != compared_with:
        return Outcome("refused", (say("hand_in.changed"),))
    checked = _checked(name, content, today)
    if isinstance(checked, Outcome):
        return checked
    with using(shipped()):
        files = as_files(checked)
    try:
        problems = put_in_place(folder, files)
    except OSError as error:
        return Outcome("refused", (say("hand_in.no_disk", why=error.strerror),))
    return _mistaken(problems) if problems else Outcome("in_place", (say("hand_in.soon"),))


def _checked(name: str, content: bytes, today: date) -> Checked | Outcome:
    """What a workbook says where it has no mistakes."""
    try:
        with using(shipped()):
            checked = check(name, content, today)
    except NoWorkbookError as error:
        return Outcome("refused", (str(error),))
    return _mistaken(mistake_lines(checked.mistakes)) if checked.mistakes else checked


def _mistaken(sentences: Iterable[str]) -> Outcome:
    return Outcome("mistakes", tuple(sentences))
