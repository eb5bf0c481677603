"""Scenarios kept by name, for as long as a visit lasts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from carechoice.catalog.in_use import catalog
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.value_text import value_text
from carechoice.language.formats import in_a_row
from carechoice.language.markup import JOINS_LETTERS, on_one_line

MOST_KEPT = 4
MOST_CHARACTERS = 40


@dataclass(frozen=True, slots=True)
class KeptScenario:
    """A scenario under the name a person gave it, which may hold anything."""

    name: str
    scenario: Scenario

    def holds(self, scenario: Scenario) -> bool:
        """Whether it has the same inputs, however the pages are shown."""
        return self.scenario == scenario.but(mode=self.scenario.view.mode)


KeptScenarios = tuple[KeptScenario, ...]


def with_kept(kept: KeptScenarios, name: str, scenario: Scenario) -> KeptScenarios:
    """The kept ones and one more; the same name again takes the place of the one that had it.

    Without a name it gets its number as one. Where there is no room nothing changes.
    """
    new = KeptScenario(_short(name) or _free_name(kept), scenario)
    names = [each.name for each in kept]
    if new.name in names:
        place = names.index(new.name)
        return (*kept[:place], new, *kept[place + 1 :])
    return kept if len(kept) >= MOST_KEPT else (*kept, new)


def without(kept: KeptScenarios, name: str) -> KeptScenarios:
    """The kept ones without the one of this name."""
    return tuple(each for each in kept if each.name != name)


def joined(kept: KeptScenarios, others: KeptScenarios) -> KeptScenarios:
    """The kept ones with others behind them, as far as there is room; none is there twice.

    One whose name another has gets a number behind its own.
    """
    for each in others:
        if each not in kept and len(kept) < MOST_KEPT:
            kept = (*kept, replace(each, name=_name_beside(kept, each.name)))
    return kept


def joined_or_replaced(kept: KeptScenarios, others: KeptScenarios) -> KeptScenarios:
    """Those that a tab keeps, once a link brings others: both, where all of them have a place.

    Else the others alone, since they are what the link was opened for.
    """
    both = joined(kept, others)
    has_all = {each.scenario for each in others} <= {each.scenario for each in both}
    return both if has_all else others


def without_step(before: KeptScenarios, after: KeptScenarios, now: KeptScenarios) -> KeptScenarios:
    """Those of ``before`` a step, with what was kept, renamed or let go since ``after`` it."""
    stay = tuple(each for each in now if each in before or each not in after)
    back = tuple(each for each in before if each in stay or each not in after)
    return joined(back, stay)


def renamed(kept: KeptScenarios, name: str, new: str) -> KeptScenarios:
    """The kept ones with another name for one; as they are where the name is empty or another's."""
    short = _short(new)
    if not short or short in {each.name for each in kept}:
        return kept
    return tuple(replace(each, name=short) if each.name == name else each for each in kept)


def name_by_difference(kept: KeptScenarios, scenario: Scenario, start: Scenario) -> str:
    """A name made of what differs from the first one kept, such as "10 sessions, 6 weeks".

    Where none is kept it is what differs from ``start``. Only the main inputs make a name, as many
    as there is room for. It is empty where none differs, or where another has that name.
    """
    for each in kept:
        if each.holds(scenario):
            return each.name
    first = kept[0].scenario if kept else start
    name = ""
    for part in _differing(first, scenario):
        longer = in_a_row(filter(None, [name, part]))
        if len(longer) > MOST_CHARACTERS:
            break
        name = longer
    return "" if name in {each.name for each in kept} else name


def _differing(first: Scenario, other: Scenario) -> Iterator[str]:
    """The values of main inputs that differ in ``other``; an amount says what it is of."""
    for row in catalog().parameters.values():
        value = other.value(row.key)
        if row.place != "main" or row.is_look or value == first.value(row.key):
            continue
        text = value_text(row, value)
        is_amount = row.kind == "amount"
        yield catalog().say("pins.part", label=row.short, value=text) if is_amount else text


def _short(name: str) -> str:
    # Twice as much is enough to find that many in, were every other one a gap.
    start = on_one_line(name[: 2 * MOST_CHARACTERS])[:MOST_CHARACTERS]
    # What would join signs that were cut off is no part of a name.
    return start.rstrip(f" {JOINS_LETTERS}")


def _name_beside(kept: KeptScenarios, first: str) -> str:
    """The name, or the first like it that none of them has."""
    name = first
    taken = {each.name for each in kept}
    for n in range(2, MOST_KEPT + 2):
        if name not in taken:
            break
        end = catalog().say("pins.again", name="", n=n)
        room = MOST_CHARACTERS - len(end)
        name = catalog().say("pins.again", name=first[:room], n=n)
    return name


def _free_name(kept: KeptScenarios) -> str:
    taken = {each.name for each in kept}
    numbered = (catalog().say("pins.numbered", n=n) for n in range(1, MOST_KEPT + 2))
    return next(name for name in numbered if name not in taken)
