"""In words: what a link or a file set, what of it was not used, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from carechoice.catalog.in_use import catalog
from carechoice.inputs.handed_on.kept_as_text import KeptInText
from carechoice.inputs.handed_on.link import ABOUT, Opened, RefusedError, version
from carechoice.inputs.handed_on.short_link import long_name
from carechoice.inputs.scenario import Problem
from carechoice.language.formats import count
from carechoice.language.markup import MOST_NAMED, name_from_outside, names_from_outside
from carechoice.language.sentences import say


def opened_notes(opened: Opened, *, is_file: bool) -> tuple[str, ...]:
    """What is to be said of a link or a file that was opened; nothing where all is well."""
    return tuple(_opened_notes(opened, "file" if is_file else "link"))


def file_in_place(kept: KeptInText) -> str:
    """What is done once a file was opened, with its kept scenarios where it has any."""
    if not kept.scenarios:
        return say("undo.file")
    return say("undo.file.kept", scenarios=count(len(kept.scenarios), "scenario"))


def lost_notes(kept: KeptInText, *, is_file: bool) -> tuple[str, ...]:
    """That kept scenarios of a link or a file cannot be used, where that is so."""
    return (say("share.kept.lost.file" if is_file else "share.kept.lost"),) if kept.lost else ()


def unused(problems: Sequence[Problem], kind: str) -> str:
    """One line that names what of a "link" or a "file" was not used, and why."""
    sentences = (
        say("note.unused_value", field=_shown_name(problem.field), reason=_why_unused(problem))
        for problem in problems[:MOST_NAMED]
    )
    listed = "; ".join(sentences)
    more = len(problems) - MOST_NAMED
    if more > 0:
        return say(f"share.unused.{kind}.some", list=listed, n=more)
    return say("note.unused_values" if kind == "link" else "share.file.unused", list=listed)


def refused(error: RefusedError) -> str:
    """Why a link or a file was not used at all."""
    return say(error.reason, **{name: _blank(value) for name, value in error.blanks.items()})


def _blank(value: Any) -> Any:
    return names_from_outside(value) if isinstance(value, list) else value


def _opened_notes(opened: Opened, kind: str) -> Iterator[str]:
    if opened.problems:
        yield unused(opened.problems, kind)
    if opened.missing:
        yield _missing(opened.missing, kind)
    if opened.data_changed:
        yield say("share.data_changed", then=opened.data, now=version())


def _missing(fields: Sequence[str], kind: str) -> str:
    """Which inputs a "link" or a "file" lacks, and what to do."""
    labels = [catalog().parameters[field].label for field in fields]
    key = "all" if len(labels) <= MOST_NAMED else "some"
    return say(f"share.missing.{kind}.{key}", n=len(labels), list="; ".join(labels[:MOST_NAMED]))


def _shown_name(name: str) -> str:
    """What an input is called, or what a link says of itself; any other name as it was typed."""
    long = long_name(name)
    row = catalog().parameters.get(long)
    if row:
        return row.label
    return say(f"share.about.{long}") if long in ABOUT else name_from_outside(name)


def _why_unused(problem: Problem) -> str:
    """Why a value was not used; in a link with long names a short one stands for nothing."""
    if long_name(problem.field) != problem.field:
        return say("problem.short_name.plainly")
    return problem.plainly or problem.reason
