"""What is to be said of a link or a file that was opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from carechoice.catalog.in_use import catalog
from carechoice.inputs.kept_as_text import KeptInText, kept_in, without_kept
from carechoice.inputs.link import NAMES, Opened, RefusedError, open_link, version
from carechoice.inputs.scenario import Problem, Scenario
from carechoice.inputs.shown_screen import without_screen
from carechoice.language.formats import count, day
from carechoice.language.markup import MOST_NAMED, name_from_outside, names_from_outside
from carechoice.language.sentences import say


def opened_address(
    pairs: Iterable[tuple[str, str]], *, today: date
) -> tuple[Scenario, tuple[str, ...]]:
    """The scenario of an address, and what is to be said of it.

    An address that is not used at all opens what the page starts with.
    """
    pairs = list(pairs)
    try:
        opened = open_link(without_screen(without_kept(pairs)), today=today)
    except RefusedError as error:
        return Scenario.default(today), (refused(error),)
    about_kept = _kept_notes(kept_in(pairs, today=today), opened, today)
    return opened.scenario, (*opened_notes(opened, is_file=False), *about_kept)


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


def _kept_notes(kept: KeptInText, opened: Opened, today: date) -> Iterator[str]:
    """What a link with kept scenarios holds, and when it was made."""
    if kept.pins:
        made = say("share.kept.made", day=day(opened.made)) if opened.made else ""
        holds = say("share.kept.holds", scenarios=count(len(kept.pins), "scenario"))
        yield " ".join(filter(None, [made, holds, _differs(opened.scenario, today)]))
    if kept.lost:
        yield say("share.kept.lost")


def _differs(scenario: Scenario, today: date) -> str:
    """In which inputs a scenario differs from our starting values."""
    start = Scenario.default(today)
    labels = [
        row.label
        for row in catalog().parameters.values()
        if not (row.is_look or row.is_on_one_page_only)
        and scenario.value(row.key) != start.value(row.key)
    ]
    if not labels:
        return say("share.kept.start")
    told, more = "; ".join(labels[:MOST_NAMED]), len(labels) - MOST_NAMED
    key = "share.kept.differs.some" if more > 0 else "share.kept.differs"
    return say(key, list=told, n=more)


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
