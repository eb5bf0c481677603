"""The frozen scenario: every input, the data's version and the day; as a link and as a file.

Link and file have the same names, but for the short form of a link, for where there is little room.
None of them holds anything about a person but the inputs.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import parse_qsl, urlencode, urljoin

from carechoice.catalog.answers import day_of
from carechoice.catalog.in_use import catalog
from carechoice.catalog.values import NotUsedError, UnusableError, read_day, write
from carechoice.inputs.handed_on.json_pairs import json_pairs
from carechoice.inputs.handed_on.short_link import DATA, MADE, is_short, lengthened, shortened
from carechoice.inputs.scenario import EXPLORE, FIELDS, Problem, Reading, Scenario

# What a link had no name for once, so that it is not missed: whose a value is, and what was picked
# of a centre.
SINCE_THEN = ("said", "filled_by", "program", "payer")
ABOUT = (DATA, MADE)
# What a link or a file may hold beside the inputs: the kept scenarios.
KEPT = "kept"
# Where a link was made it may be tomorrow already.
A_DAY = timedelta(days=1)
# What a link has at its end that holds only what differs from our starting values.
ENDS_SHORT = ("start_date",)
# What only an address of ours begins with: whose its values are.
OURS = "said"
# What plans have said, each with the day.
ANSWERS = "confirmed"
# What a link or a file is about comes first, so that of one that breaks off the rest is missed.
NAMES = (*ABOUT, *FIELDS)
LARGEST_FILE_BYTES = 100_000
# A link with every input filled to the brim has less than half of both.
LONGEST_LINK = 8_000
MOST_NAMES = 200
# A version is shown as it stands in the link, so it must be nothing that a page would read as more.
VERSION = re.compile(r"(?!.{28})(?!(?i:www)\.)[0-9A-Za-z]+(?:[._-][0-9A-Za-z]+)*")
# What a sentence around a link ends with, and a program takes along as a part of it.
AROUND = ".,;:!?)>]\"'\u201d\u2019\u00bb"
# What a value of ours is made of that stands last; any other is shown as it was typed.
PLAIN = re.compile(r"[\w:|.-]*", re.ASCII)
AMPERSANDS = re.compile(r"^(?:amp;)+", re.IGNORECASE)
# What a mail that was never decoded has behind each "=". No value of ours begins with it.
CODE_OF_EQUALS = "3D"


class RefusedError(NotUsedError):
    """A link or a file that is not used at all."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """A scenario with the version of the data it was seen with, and the day."""

    scenario: Scenario
    data: str
    made: date

    def to_query(self) -> dict[str, str]:
        """Everything as URL parameters, also values that equal their default."""
        return {**self._about(), **self.scenario.to_query()}

    def to_link(self, page_address: str) -> str:
        """A link to the comparison on the server that has a page at this address."""
        return f"{urljoin(page_address, '.')}?{urlencode(self.to_query(), safe=':')}"

    def to_short_link(self, page_address: str) -> str:
        """The short form of the link: what differs from our starting values of that day."""
        query = {**self._about(), **self.scenario.to_short_query(read_on=self.made)}
        return f"{urljoin(page_address, '.')}?{urlencode(shortened(query), safe=':')}"

    def to_json(self) -> str:
        """Everything as a JSON object with a value a line."""
        return json.dumps({**self._about(), **json.loads(self.scenario.to_json())}, indent=1)

    def _about(self) -> dict[str, str]:
        return {DATA: self.data, MADE: write(self.made)}


@dataclass(frozen=True, slots=True)
class Opened:
    """What was read from a frozen scenario, what of it could not be used, and what it lacks.

    ``data`` is the version it names, empty where it names none; only then can nothing be missing.
    ``made`` is the day it names.
    """

    scenario: Scenario
    problems: tuple[Problem, ...]
    missing: tuple[str, ...]
    data: str
    made: date | None

    @property
    def data_changed(self) -> bool:
        """Whether the data has changed since the scenario was frozen."""
        return bool(self.data) and self.data != version()


def version() -> str:
    """The version of the data here; where a centre has data of its own, with what marks that."""
    version = catalog().release["version"].value
    return f"{version}-{catalog().mark}" if catalog().mark else version


def freeze(scenario: Scenario, today: date) -> Frozen:
    """The scenario as it is shown today, for whoever gets it.

    It opens as a page to look around: help for staff, or a presentation, belongs to the visit it
    was made in and not to the person it is handed to.
    """
    return Frozen(scenario.but(mode=EXPLORE), version(), today)


def open_link(pairs: Iterable[tuple[str, str]], *, today: date) -> Opened:
    """Read the parameters of an address: those of a frozen link, or only some inputs.

    ``pairs`` have the names that are meant (``spelled``). Raises RefusedError where they are far
    more than our links have.
    """
    pairs = list(pairs)
    characters = sum(len(name) + len(text) for name, text in pairs)
    if len(pairs) > MOST_NAMES or characters > LONGEST_LINK:
        raise RefusedError("share.refused.long")
    if is_short(pairs):
        return _opened_short(_as_meant(lengthened(pairs)), today)
    meant = _as_meant(pairs)
    whole = _whole(meant)
    broken_off = _broken_off(meant, whole) if _is_ours(meant) else ()
    return _opened(whole, needed=FIELDS if _is_frozen(meant) else broken_off, today=today)


def query_pairs(query: str) -> list[tuple[str, str]]:
    """The parameters of an address from the text behind its question mark.

    Raises RefusedError where it is too long to be looked at.
    """
    if len(query) > LONGEST_LINK:
        raise RefusedError("share.refused.long")
    return spelled(parse_qsl(query, keep_blank_values=True))


def spelled(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The parameters of an address with the names, and the end, that a mail has spoiled.

    Where a link was written as HTML once too often, "&amp;" stands for the "&" before a name, and
    for the one that nothing follows; so does "=3D" for each "=" of a mail that was not decoded. No
    value of ours ends with what may stand behind a link.
    """
    meant = [(AMPERSANDS.sub("", name), text) for name, text in pairs]
    if all(text.startswith(CODE_OF_EQUALS) for name, text in meant if name):
        meant = [(name, text.removeprefix(CODE_OF_EQUALS)) for name, text in meant]
    if meant:
        name, text = meant[-1]
        alone = text.rstrip(AROUND)
        meant[-1] = (name, alone if PLAIN.fullmatch(alone) else text)
    return [(name, text) for name, text in meant if name or text]


def _as_meant(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The parameters without what others added on the way."""
    return [(name, text) for name, text in pairs if not catalog().is_tracker(name)]


def _is_frozen(pairs: Sequence[tuple[str, str]]) -> bool:
    return any(name in ABOUT for name, _ in pairs)


def _is_ours(pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether no person wrote the address: then it has a first day at its end, or breaks off."""
    return bool(pairs) and pairs[0][0] == OURS


def _whole(pairs: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
    """The parameters of a link; of one that breaks off without the last, which may be half a value.

    Links once had what they are about at their end.
    """
    names = [name for name, _ in pairs]
    if _is_frozen(pairs):
        end = FIELDS[-1] if names[0] in ABOUT else MADE
        return pairs if end in names else pairs[:-1]
    is_whole = not _is_ours(pairs) or any(name in ENDS_SHORT for name in names)
    # Of whose the values are a part is as good as the whole, and half a name is none.
    return pairs if is_whole or names == [OURS] else pairs[:-1]


def _broken_off(
    pairs: Sequence[tuple[str, str]], whole: Sequence[tuple[str, str]]
) -> tuple[str, ...]:
    """What a link that breaks off is seen to lack: what its last value is of, and its end."""
    last = (name for name, _ in pairs[len(whole) :] if name in FIELDS)
    return (*last, *ENDS_SHORT)


def _opened_short(pairs: Sequence[tuple[str, str]], today: date) -> Opened:
    """Read the short form; of one that breaks off without the last, which may be half a value.

    What it lacks was ours on the day it was made, so it is read as on that day.
    """
    is_whole = any(name in ENDS_SHORT for name, _ in pairs)
    whole = pairs if is_whole else pairs[:-1]
    made = next((text for name, text in pairs if name == MADE), "")
    row = catalog().parameters["start_date"]
    is_usual = not _why_unusable(MADE, made, today) and row.minimum <= made <= row.maximum
    return _opened(
        whole,
        needed=_broken_off(pairs, whole),
        today=today,
        made=read_day(made) if is_usual else today,
    )


def _opened(
    pairs: Sequence[tuple[str, str]],
    *,
    needed: Sequence[str],
    today: date,
    made: date | None = None,
) -> Opened:
    """Read parameters; which of the ``needed`` inputs are missing is told.

    ``made`` is the day whose starting values they lack, where that is not today.
    """
    about = [pair for pair in pairs if pair[0] in ABOUT]
    inputs = [pair for pair in pairs if pair[0] not in ABOUT]
    given = {name for name, _ in pairs}
    if "said" in needed and "said" not in given:
        # Made before a link said which of its values were the person's: those unlike ours.
        inputs.append(("said", ""))
    reading = _with_no_answer_ahead(inputs, today=today, made=made or today)
    problems = (*reading.problems, *_problems(about, today).values())
    known = (*given, *SINCE_THEN)
    missing = tuple(field for field in needed if field not in known)
    unusable = {problem.field for problem in problems}
    usable = {name: text for name, text in about if name not in unusable}
    named = read_day(usable[MADE]) if MADE in usable else None
    return Opened(reading.scenario, problems, missing, usable.get(DATA, ""), named)


def _with_no_answer_ahead(pairs: Sequence[tuple[str, str]], *, today: date, made: date) -> Reading:
    """The inputs as on the day they were ``made``; what is said later than today is not used.

    No plan has confirmed on a day that is still to come.
    """
    reading = Scenario.from_pairs(pairs, today=made)
    answers = reading.scenario.origins.confirmed
    if all(day_of(answer) <= today for _, answer in answers):
        return reading
    ahead = Problem(ANSWERS, dict(pairs)[ANSWERS], catalog().say("problem.day_ahead"))
    others = [pair for pair in pairs if pair[0] != ANSWERS]
    without = Scenario.from_pairs(others, today=made)
    return Reading(without.scenario, (*without.problems, ahead))


def open_file(content: bytes, *, today: date) -> Opened:
    """Read what ``to_json`` wrote, as far as it goes.

    Raises RefusedError where the file is too large, has fields we do not know, none we do or
    far more than ours have.
    """
    pairs = [pair for pair in file_pairs(content) if pair[0] != KEPT]
    unknown = list(dict.fromkeys(name for name, _ in pairs if name not in NAMES))
    if not any(name in NAMES for name, _ in pairs):
        raise RefusedError("share.refused.foreign", save=_saved_by())
    if unknown:
        raise RefusedError("share.refused.unknown", fields=unknown, save=_saved_by())
    if len(pairs) > MOST_NAMES:
        raise RefusedError("share.refused.many", most=MOST_NAMES)
    # Without its version a file still is one of ours, so what it lacks is named.
    return _opened(pairs, needed=FIELDS, today=today)


def _saved_by() -> str:
    """The button that saves a file of ours."""
    return catalog().say("share.file.save")


def file_pairs(content: bytes) -> list[tuple[str, str]]:
    """Names and values of a file, as far as it goes.

    Raises RefusedError where the file is too large to be looked at.
    """
    if len(content) > LARGEST_FILE_BYTES:
        raise RefusedError("share.refused.large", kilobytes=LARGEST_FILE_BYTES // 1000)
    return json_pairs(content.decode("utf-8-sig", errors="replace"))


def _problems(about: Sequence[tuple[str, str]], today: date) -> dict[str, Problem]:
    """What is wrong with the version and the day, by their name."""
    times = Counter(name for name, _ in about)
    reasons = {
        name: "problem.repeated" if times[name] > 1 else _why_unusable(name, text, today)
        for name, text in about
    }
    return {
        name: Problem(name, text, catalog().say(reasons[name]))
        for name, text in about
        if reasons[name]
    }


def _why_unusable(name: str, text: str, today: date) -> str:
    """The key of the sentence that says what is wrong; empty where nothing is."""
    if name == DATA:
        return "" if VERSION.fullmatch(text) else "problem.not_a_version"
    try:
        return "problem.day_ahead" if read_day(text) > today + A_DAY else ""
    except UnusableError as error:
        return error.reason
