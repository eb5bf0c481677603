"""The frozen scenario: every input, the data's version and the day; as a link and as a file.

Link and file have the same names. Neither holds anything about a person but the inputs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode, urljoin

from carechoice.catalog import catalog
from carechoice.scenario import EXPLORE, FIELDS, Problem, Scenario
from carechoice.values import write

DATA, MADE = "data", "made"
NAMES = (*FIELDS, DATA, MADE)
LARGEST_FILE_BYTES = 100_000
VERSION = re.compile(r"[\w.-]{1,20}")
# In a file that breaks off, a value counts only where what follows it shows that it is whole.
WHOLE_PAIR = re.compile(
    r'"(?P<name>[^"\\]*)"\s*:\s*(?:"(?P<text>[^"\\]*)"|(?P<bare>[^\s,{}\[\]":]+))\s*(?=[,}])'
)


class RefusedError(ValueError):
    """A file that is not used at all: the key of the sentence that says why, and its blanks."""

    def __init__(self, reason: str, **blanks: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.blanks = blanks


@dataclass(frozen=True, slots=True)
class Frozen:
    """A scenario with the version of the data it was seen with, and the day."""

    scenario: Scenario
    data: str
    made: date

    def to_query(self) -> dict[str, str]:
        """Everything as URL parameters, also values that equal their default."""
        return {**self.scenario.to_query(), DATA: self.data, MADE: write(self.made)}

    def to_link(self, page_address: str) -> str:
        """A link to the comparison on the server that has a page at this address."""
        return f"{urljoin(page_address, '.')}?{urlencode(self.to_query(), safe=':')}"

    def to_json(self) -> str:
        """Everything as a JSON object with a value a line."""
        values = json.loads(self.scenario.to_json())
        return json.dumps({**values, DATA: self.data, MADE: write(self.made)}, indent=1)


@dataclass(frozen=True, slots=True)
class Opened:
    """What was read from a frozen scenario, what of it could not be used, and what it lacks.

    ``data`` is the version it names, empty where it names none; only then can nothing be missing.
    """

    scenario: Scenario
    problems: tuple[Problem, ...]
    missing: tuple[str, ...]
    data: str

    @property
    def data_changed(self) -> bool:
        """Whether the data is another now than when the scenario was frozen."""
        return bool(self.data) and self.data != version()


def version() -> str:
    """The version of the data here."""
    return catalog().release["version"].value


def freeze(scenario: Scenario, today: date) -> Frozen:
    """The scenario as it is shown today, for whoever gets it.

    It opens as a page to look around: help for staff, or a presentation, belongs to the visit it
    was made in and not to the person it is handed to.
    """
    return Frozen(replace(scenario, mode=EXPLORE), version(), today)


def open_link(pairs: Iterable[tuple[str, str]], *, today: date) -> Opened:
    """Read the parameters of an address: those of a frozen link, or only some inputs."""
    pairs = list(pairs)
    about = [pair for pair in pairs if pair[0] in (DATA, MADE)]
    reading = Scenario.from_pairs(
        (pair for pair in pairs if pair[0] not in (DATA, MADE)), today=today
    )
    problems = (*reading.problems, *_problems(about))
    given = {name for name, _ in pairs}
    missing = tuple(field for field in FIELDS if about and field not in given)
    unusable = {problem.field for problem in problems}
    data = "" if DATA in unusable else dict(about).get(DATA, "")
    return Opened(reading.scenario, problems, missing, data)


def open_file(content: bytes, *, today: date) -> Opened:
    """Read what ``to_json`` wrote, as far as it goes.

    Raises RefusedError where the file is too large, has fields we do not know or none we do.
    """
    if len(content) > LARGEST_FILE_BYTES:
        raise RefusedError("share.refused.large", kilobytes=LARGEST_FILE_BYTES // 1000)
    pairs = _pairs(content.decode("utf-8-sig", errors="replace"))
    unknown = [name for name, _ in pairs if name not in NAMES]
    if len(unknown) == len(pairs):
        raise RefusedError("share.refused.foreign")
    if unknown:
        raise RefusedError("share.refused.unknown", fields=unknown)
    # Without its version a file still is one of ours, so what it lacks is named.
    return open_link(pairs if DATA in dict(pairs) else [*pairs, (DATA, version())], today=today)


def _problems(about: Sequence[tuple[str, str]]) -> Iterable[Problem]:
    """What is wrong with the version and the day."""
    names = [name for name, _ in about]
    for name, text in about:
        if names.count(name) > 1:
            yield Problem(name, text, catalog().say("problem.repeated"))
        elif name == DATA and not VERSION.fullmatch(text):
            yield Problem(name, text, catalog().say("problem.not_a_version"))
        elif name == MADE and not _is_day(text):
            yield Problem(name, text, catalog().say("problem.not_a_date"))


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


class _Object(list[tuple[str, Any]]):
    """The pairs of a JSON object in their order, where a name can stand twice."""


def _pairs(text: str) -> list[tuple[str, str]]:
    """Names and values of the object in the text; of a broken one those that are whole."""
    try:
        loaded = json.loads(text, object_pairs_hook=_Object, parse_constant=str)
        pairs = loaded if isinstance(loaded, _Object) else ()
        return [(name, write(value)) for name, value in pairs]
    except (ValueError, RecursionError):
        found = WHOLE_PAIR.finditer(text)
        return [(pair["name"], pair["text"] or pair["bare"] or "") for pair in found]
