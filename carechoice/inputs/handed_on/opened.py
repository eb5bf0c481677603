"""What an address opens, and what to tell the person about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from carechoice.catalog.in_use import catalog
from carechoice.inputs.handed_on.kept_as_text import KeptInText, kept_in, without_kept
from carechoice.inputs.handed_on.link import Opened, RefusedError, open_link
from carechoice.inputs.handed_on.opened_words import lost_notes, opened_notes, refused
from carechoice.inputs.handed_on.view_parameters import without_marks, without_screen
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.value_text import value_text
from carechoice.language.formats import count, day
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


def _about(opened: Opened, kept: KeptInText, today: date) -> About | None:
    """When a link was made, how many scenarios it holds, and in what it differs from our start."""
    made = say("share.opened.made", day=day(opened.made)) if opened.made else ""
    scenarios = count(len(kept.scenarios), "scenario")
    holds = say("share.opened.holds", scenarios=scenarios) if kept.scenarios else ""
    if not (made or holds):
        return None
    differing = tuple(_differing(opened.scenario, today))
    differs = say("share.opened.differs" if differing else "share.opened.start")
    return About(" ".join(filter(None, [made, holds, differs])), differing)


def _differing(scenario: Scenario, today: date) -> Iterator[str]:
    """The inputs that differ from our starting values, each with its value."""
    start = Scenario.default(today)
    for row in catalog().parameters.values():
        value = scenario.value(row.key)
        is_told = not (row.is_look or row.is_on_one_page_only)
        if is_told and value != start.value(row.key):
            yield say("share.pair", label=row.label, value=value_text(row, value))
