"""Inputs and kept scenarios moved to another catalog, as if opened from a link there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from carechoice.catalog.in_use import using
from carechoice.catalog.tables import Catalog
from carechoice.inputs.handed_on.kept import KeptScenarios
from carechoice.inputs.handed_on.kept_as_text import KeptInText, read_scenarios, write_scenarios
from carechoice.inputs.handed_on.link import Frozen, Opened, open_link, version
from carechoice.inputs.handed_on.opened_words import unused
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say


class Moved(NamedTuple):
    """What another catalog makes of them, and what is to be said of it."""

    scenario: Scenario
    kept: KeptScenarios
    notes: tuple[str, ...]


def moved_to(scenario: Scenario, kept: KeptScenarios, new: Catalog, *, today: date) -> Moved:
    """A scenario and kept ones in a new catalog, with notes on what it has no place for."""
    query, entries = Frozen(scenario, version(), today).to_query(), write_scenarios(kept)
    with using(new):
        opened = open_link(query.items(), today=today)
        read = read_scenarios(entries, today=today)
        return Moved(opened.scenario, read.scenarios, tuple(_notes(opened, read)))


def _notes(opened: Opened, kept: KeptInText) -> Iterator[str]:
    yield say("page.data_changed", now=version())
    if opened.problems:
        yield unused(opened.problems, "link")
    if kept.lost:
        yield say("visit.lost_pins")
