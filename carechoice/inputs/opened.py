"""What is to be said of a link or a file that was opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from carechoice.catalog.in_use import catalog
from carechoice.inputs.link import NAMES, Opened, RefusedError, open_link, version
from carechoice.inputs.scenario import Problem, Scenario
from carechoice.language.markup import MOST_NAMED, name_from_outside, names_from_outside
from carechoice.language.sentences import say


def opened_address(
    pairs: Iterable[tuple[str, str]], *, today: date
) -> tuple[Scenario, tuple[str, ...]]:
    """The scenario of an address, and what is to be said of it.

    An address that is not used at all opens what the page starts with.
    """
    try:
        opened = open_link(pairs, today=today)
    except RefusedError as error:
        return Scenario.default(today), (refused(error),)
    return opened.scenario, opened_notes(opened, is_file=False)


def opened_notes(opened: Opened, *, is_file: bool) -> tuple[str, ...]:
    """What is to be said of a link or a file that was opened; nothing where all is well."""
    return tuple(_opened_notes(opened, "file" if is_file else "link"))


def _opened_notes(opened: Opened, kind: str) -> Iterator[str]:
    if opened.problems:
        yield unused(opened.problems, kind)
    if opened.missing:
        labels = [catalog().parameters[field].label for field in opened.missing]
        told = "; ".join(labels[:MOST_NAMED])
        key = "all" if len(labels) <= MOST_NAMED else "some"
        yield say(f"share.missing.{kind}.{key}", n=len(labels), list=told)
    if opened.data_changed:
        yield say("share.data_changed", then=opened.data, now=version())


def unused(problems: Sequence[Problem], kind: str) -> str:
    """One line that names what of a "link" or a "file" was not used, and why."""
    told = (
        say("note.unused_value", field=_shown_name(problem.field), reason=problem.reason)
        for problem in problems[:MOST_NAMED]
    )
    listed = "; ".join(told)
    more = len(problems) - MOST_NAMED
    if more > 0:
        return say(f"share.unused.{kind}.some", list=listed, n=more)
    return say("note.unused_values" if kind == "link" else "share.file.unused", list=listed)


def _shown_name(name: str) -> str:
    """The name of an input as it is; any other as its writer typed it."""
    return name if name in NAMES else name_from_outside(name)


def refused(error: RefusedError) -> str:
    """Why a link or a file was not used at all."""
    return say(error.reason, **{name: _blank(value) for name, value in error.blanks.items()})


def _blank(value: Any) -> Any:
    return names_from_outside(value) if isinstance(value, list) else value
