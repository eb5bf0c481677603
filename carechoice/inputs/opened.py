"""What is to be said of a link or a file that was opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from carechoice.catalog.in_use import catalog
from carechoice.inputs.address_marks import without_marks
from carechoice.inputs.kept_as_text import KeptInText, kept_in, without_kept
from carechoice.inputs.link import NAMES, Opened, RefusedError, open_link, version
from carechoice.inputs.scenario import Problem, Scenario
from carechoice.inputs.shown import shown
from carechoice.inputs.shown_screen import without_screen
from carechoice.language.formats import count, day
from carechoice.language.markup import MOST_NAMED, name_from_outside, names_from_outside
from carechoice.language.sentences import say


class About(NamedTuple):
    """What a link that was handed on is, in one line; then each input unlike ours with its value.

    Without such an input the line says so.
    """

    line: str
    differing: tuple[str, ...]


class OpenedAddress(NamedTuple):
    """The scenario of an address, what of it was not used or has changed, and what link it is.

    ``about`` is None for an address that says neither when it was made nor what is kept, and
    ``made`` for one that does not say when it was made.
    """

    scenario: Scenario
    notes: tuple[str, ...]
    about: About | None
    made: date | None = None


def opened_address(pairs: Iterable[tuple[str, str]], *, today: date) -> OpenedAddress:
    """The scenario of an address, and what is to be said of it.

    An address that is not used at all opens what the page starts with.
    """
    pairs = list(pairs)
    try:
        opened = open_link(without_marks(without_screen(without_kept(pairs))), today=today)
    except RefusedError as error:
        return OpenedAddress(Scenario.default(today), (refused(error),), None)
    kept = kept_in(pairs, today=today)
    notes = (*opened_notes(opened, is_file=False), *lost_notes(kept, is_file=False))
    about = _about(opened, kept, today)
    return OpenedAddress(opened.scenario, notes, about, opened.made)


def opened_notes(opened: Opened, *, is_file: bool) -> tuple[str, ...]:
    """What is to be said of a link or a file that was opened; nothing where all is well."""
    return tuple(_opened_notes(opened, "file" if is_file else "link"))


def file_in_place(kept: KeptInText) -> str:
    """What is done once a file was opened, with its kept scenarios where it has any."""
    if not kept.pins:
        return say("undo.file")
    return say("undo.file.kept", scenarios=count(len(kept.pins), "scenario"))


def lost_notes(kept: KeptInText, *, is_file: bool) -> tuple[str, ...]:
    """That kept scenarios of a link or a file cannot be used, where that is so."""
    return (say("share.kept.lost.file" if is_file else "share.kept.lost"),) if kept.lost else ()


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


def _about(opened: Opened, kept: KeptInText, today: date) -> About | None:
    """When a link was made, how many scenarios it holds, and in what it differs from our start."""
    made = say("share.opened.made", day=day(opened.made)) if opened.made else ""
    scenarios = count(len(kept.pins), "scenario")
    holds = say("share.opened.holds", scenarios=scenarios) if kept.pins else ""
    if not (made or holds):
        return None
    differing = tuple(_differing(opened.scenario, today))
    differs = say("share.opened.differs" if differing else "share.opened.start")
    return About(" ".join(filter(None, [made, holds, differs])), differing)


def _differing(scenario: Scenario, today: date) -> Iterator[str]:
    """The inputs that are another than our starting values, each with its value."""
    start = Scenario.default(today)
    for row in catalog().parameters.values():
        value = scenario.value(row.key)
        is_told = not (row.is_look or row.is_on_one_page_only)
        if is_told and value != start.value(row.key):
            yield say("share.pair", label=row.label, value=shown(row, value))


def unused(problems: Sequence[Problem], kind: str) -> str:
    """One line that names what of a "link" or a "file" was not used, and why."""
    told = (
        say(
            "note.unused_value",
            field=_shown_name(problem.field),
            reason=problem.plainly or problem.reason,
        )
        for problem in problems[:MOST_NAMED]
    )
    listed = "; ".join(told)
    more = len(problems) - MOST_NAMED
    if more > 0:
        return say(f"share.unused.{kind}.some", list=listed, n=more)
    return say("note.unused_values" if kind == "link" else "share.file.unused", list=listed)


def _shown_name(name: str) -> str:
    """An input's label; any other name as its writer typed it."""
    row = catalog().parameters.get(name)
    if row:
        return row.label
    return name if name in NAMES else name_from_outside(name)


def refused(error: RefusedError) -> str:
    """Why a link or a file was not used at all."""
    return say(error.reason, **{name: _blank(value) for name, value in error.blanks.items()})


def _blank(value: Any) -> Any:
    return names_from_outside(value) if isinstance(value, list) else value
