"""How many pages were opened and files downloaded, in tens a day: for a centre, about nobody.

In memory, off unless an operator gives it an address. Of today nothing is told, or who looks often
would see when the fifth came.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from carechoice.catalog.rounding import half_up
from carechoice.inputs import clock
from carechoice.ui import pages
from carechoice.web.operating.observed import SentAnswer

# Long enough that nobody can guess one.
ADDRESS = re.compile(r"/[A-Za-z0-9_-]{20,100}")
HEADER = "day,kind,what,language,number"
# What people take along; pictures that a page shows are none of it.
FILES = ("csv", "docx", "ics", "json", "pdf", "pptx", "txt", "xlsx")
STEP = 10
MOST_DAYS = 400
OK = 200


class Counts:
    """Counts what was answered, by day, and nothing about who asked.

    ``address`` is where it tells that. Raises ValueError where that could be guessed.
    """

    content_type = "text/csv; charset=utf-8"

    def __init__(
        self, address: str, *, language: str, today: Callable[[], date] = clock.today
    ) -> None:
        if not ADDRESS.fullmatch(address):
            raise ValueError(
                "must be / with 20 to 100 letters, digits, - or _ behind it, which nobody can "
                "guess: it is the address of the counts."
            )
        self.address = address
        self._language = language
        self._today = today
        self._by_day: dict[date, Counter[tuple[str, str]]] = {}

    def answered(self, answer: SentAnswer) -> None:
        """Count a page or a file that went out whole."""
        what = _counted(answer)
        if what is None:
            return
        day = self._today()
        self._by_day.setdefault(day, Counter())[what] += 1
        for old in [each for each in self._by_day if each <= day - timedelta(days=MOST_DAYS)]:
            del self._by_day[old]

    def opened(self) -> None:
        """Nothing: a live connection is a person's visit."""

    def said(self) -> None:
        """Nothing: what is said are inputs."""

    def as_text(self) -> str:
        """The rows of days that are over; a number that rounds to none has no row."""
        return "\n".join([HEADER, *self._rows()]) + "\n"

    def _rows(self) -> Iterator[str]:
        today = self._today()
        for day in sorted(each for each in self._by_day if each < today):
            for (kind, what), number in sorted(self._by_day[day].items()):
                shown = half_up(number / STEP) * STEP
                if shown:
                    yield f"{day},{kind},{what},{self._language},{shown}"


def _counted(answer: SentAnswer) -> tuple[str, str] | None:
    """As what an answer counts: a page by its name, a file by its kind; None as nothing."""
    if answer.method != "GET" or answer.status != OK:
        return None
    if answer.kind == "page":
        return "page", answer.path.strip("/") or pages.FIRST
    if answer.kind == "download" and answer.ending in FILES:
        return "file", answer.ending
    return None
