"""Scenarios kept by name, for as long as a visit lasts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from carechoice.catalog.in_use import catalog
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.shown import shown
from carechoice.language.formats import in_a_row
from carechoice.language.markup import JOINS_LETTERS, on_one_line

MOST_PINS = 4
MOST_CHARACTERS = 40


@dataclass(frozen=True, slots=True)
class Pin:
    """A scenario under the name a person gave it, which may hold anything."""

    name: str
    scenario: Scenario

    def holds(self, scenario: Scenario) -> bool:
        """Whether it has the same inputs, however the pages are shown."""
        return self.scenario == scenario.but(mode=self.scenario.view.mode)


Pins = tuple[Pin, ...]


def pinned(pins: Pins, name: str, scenario: Scenario) -> Pins:
    """The pins with one more; the same name again takes the place of the one that had it.

    Without a name it gets its number as one. Where there is no room nothing changes.
    """
    pin = Pin(_short(name) or _free_name(pins), scenario)
    names = [each.name for each in pins]
    if pin.name in names:
        place = names.index(pin.name)
        return (*pins[:place], pin, *pins[place + 1 :])
    return pins if len(pins) >= MOST_PINS else (*pins, pin)


def without(pins: Pins, name: str) -> Pins:
    """The pins without the one of this name."""
    return tuple(pin for pin in pins if pin.name != name)


def joined(pins: Pins, others: Pins) -> Pins:
    """The pins with others behind them, as far as there is room; none is there twice.

    One whose name another has gets a number behind its own.
    """
    for pin in others:
        if pin not in pins and len(pins) < MOST_PINS:
            pins = (*pins, replace(pin, name=_name_beside(pins, pin.name)))
    return pins


def met(pins: Pins, others: Pins) -> Pins:
    """The pins that a tab keeps, once a link brings others: both, where all of them have a place.

    Else the others alone, since they are what the link was opened for.
    """
    both = joined(pins, others)
    has_all = {pin.scenario for pin in others} <= {pin.scenario for pin in both}
    return both if has_all else others


def without_step(before: Pins, after: Pins, now: Pins) -> Pins:
    """The pins of ``before`` a step, with what was kept, renamed or let go since ``after`` it."""
    stay = tuple(pin for pin in now if pin in before or pin not in after)
    back = tuple(pin for pin in before if pin in stay or pin not in after)
    return joined(back, stay)


def renamed(pins: Pins, name: str, new: str) -> Pins:
    """The pins with another name for one; as they are where the name is empty or another's."""
    short = _short(new)
    if not short or short in {pin.name for pin in pins}:
        return pins
    return tuple(replace(pin, name=short) if pin.name == name else pin for pin in pins)


def name_by_difference(pins: Pins, scenario: Scenario, start: Scenario) -> str:
    """A name made of what differs from the first pin, such as "10 sessions, 6 weeks".

    Without a pin it is what differs from ``start``. Only the main inputs make a name, as many as
    there is room for. It is empty where none differs, or where another pin has that name.
    """
    for pin in pins:
        if pin.holds(scenario):
            return pin.name
    first = pins[0].scenario if pins else start
    name = ""
    for part in _differing(first, scenario):
        longer = in_a_row(filter(None, [name, part]))
        if len(longer) > MOST_CHARACTERS:
            break
        name = longer
    return "" if name in {pin.name for pin in pins} else name


def _differing(first: Scenario, other: Scenario) -> Iterator[str]:
    """The values of main inputs that are another in ``other``; an amount says what it is of."""
    for row in catalog().parameters.values():
        value = other.value(row.key)
        if row.place != "main" or row.is_look or value == first.value(row.key):
            continue
        told = shown(row, value)
        is_amount = row.kind == "amount"
        yield catalog().say("pins.part", label=row.short, value=told) if is_amount else told


def _short(name: str) -> str:
    # Twice as much is enough to find that many in, were every other one a gap.
    start = on_one_line(name[: 2 * MOST_CHARACTERS])[:MOST_CHARACTERS]
    # What would join signs that were cut off is no part of a name.
    return start.rstrip(f" {JOINS_LETTERS}")


def _name_beside(pins: Pins, first: str) -> str:
    """The name, or the first like it that none of the pins has."""
    name = first
    taken = {pin.name for pin in pins}
    for n in range(2, MOST_PINS + 2):
        if name not in taken:
            break
        end = catalog().say("pins.again", name="", n=n)
        room = MOST_CHARACTERS - len(end)
        name = catalog().say("pins.again", name=first[:room], n=n)
    return name


def _free_name(pins: Pins) -> str:
    taken = {pin.name for pin in pins}
    numbered = (catalog().say("pins.numbered", n=n) for n in range(1, MOST_PINS + 2))
    return next(name for name in numbered if name not in taken)
