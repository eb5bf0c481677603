"""Marks in a cell, such as two stars, and what the note says that they stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from carechoice.documents.summary.page import Page

_MARK = r"(?:\*+|[†‡§]+)"
_NOTE = re.compile(rf"(?:^|(?<=[\s.;]))({_MARK}) ?(?=[A-Za-z])")
_MARKED = re.compile(rf"(?<=[A-Za-z0-9%).]) ?({_MARK})(?![A-Za-z])")
# A note that goes on, "does not apply to preventive care", says something else.
_WAIVED = re.compile(
    r"(?:the |your )?deductible (?:does not apply|(?:is )?waived)(?=[.;*†‡§]|(?-i: [^a-z])|$)",
    re.IGNORECASE,
)
_ABOUT_THE_PLAN = re.compile(r"(?:for more information|see )", re.IGNORECASE)
_SEVERAL_SEPARATORS = re.compile(r"(?:\s*[;,])+\s*(?=;|$)[;\s]*")
_SAID_OF_WAIVED = "; deductible does not apply; "


def without_marks(text: str, notes: Sequence[str]) -> str | None:
    """The text with what its marks stand for in their place. None: a mark is not explained.

    ``notes`` are the places to look for the note in, after the text itself.
    """
    said, own = _own_note(text)
    meanings: dict[str, str] = {}
    for mark in {found[1] for found in _MARKED.finditer(said)}:
        note = next(filter(None, (_note(mark, place) for place in (own, *notes))), "")
        if _WAIVED.match(note):
            meanings[mark] = _SAID_OF_WAIVED
        elif _ABOUT_THE_PLAN.match(note):
            meanings[mark] = " "
        else:
            return None
    plain = _MARKED.sub(lambda found: meanings[found[1]], said)
    return _SEVERAL_SEPARATORS.sub("; ", plain).strip("; ")


def notes_of(page: Page) -> str:
    """Where a page's own notes are looked for: its words as they follow each other in the file."""
    return " ".join(word.text for word in page.words)


def _own_note(text: str) -> tuple[str, str]:
    """What a cell says, and the notes that end it."""
    found = _NOTE.search(text)
    return (text[: found.start()], text[found.start() :]) if found else (text, "")


def _note(mark: str, place: str) -> str:
    """What stands after this mark where a note begins with it."""
    found = next((each for each in _NOTE.finditer(place) if each[1] == mark), None)
    return place[found.end() :] if found else ""
