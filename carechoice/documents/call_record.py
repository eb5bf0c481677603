"""The record of a call to a plan: who said what, and when. It holds no name of the client."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

# What is said of the call itself, in the order in which it stands on the sheet.
Head = Literal["date", "number", "person", "reference", "check_by"]
HEAD: tuple[Head, ...] = get_args(Head)
# What became of a question.
Status = Literal["answered", "unclear", "open"]
STATUSES: tuple[Status, ...] = get_args(Status)
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_MONTH_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of the call. ``key`` is an input, or a name among the questions without one."""

    key: str
    question: str
    answer: str = ""
    status: Status = "open"
    note: str = ""


@dataclass(frozen=True, slots=True)
class CallRecord:
    """What was written down: of the call itself by its names, and question by question.

    ``is_out_of_network``: all answers are for care out of network.
    """

    head: Mapping[Head, str]
    asked: tuple[Asked, ...]
    is_out_of_network: bool = False

    @property
    def day(self) -> date | None:
        """The day of the call; None where it was not written as year-month-day or month/day/year.

        On paper in the United States the month stands first.
        """
        text = self.head.get("date", "")
        if found := _YEAR_FIRST.fullmatch(text):
            year, month, day = map(int, found.groups())
        elif found := _MONTH_FIRST.fullmatch(text):
            month, day, year = map(int, found.groups())
        else:
            return None
        try:
            return date(year, month, day)
        except ValueError:
            return None


def with_head(record: CallRecord | None, typed: Mapping[Head, str]) -> CallRecord:
    """The record of a sheet that was brought back, if any, with what was typed of the call."""
    of_sheet = record.head if record else {}
    head = {name: typed.get(name) or of_sheet.get(name, "") for name in HEAD}
    return CallRecord(head, record.asked if record else ())
