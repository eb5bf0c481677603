"""Scenarios kept by name, for as long as a visit lasts."""

from __future__ import annotations

from dataclasses import dataclass

from carechoice.catalog.in_use import catalog
from carechoice.inputs.scenario import Scenario
from carechoice.language.markup import on_one_line

MOST_PINS = 4
MOST_CHARACTERS = 40


@dataclass(frozen=True, slots=True)
class Pin:
    """A scenario under the name a person gave it, which may hold anything."""

    name: str
    scenario: Scenario


Pins = tuple[Pin, ...]


def pinned(pins: Pins, name: str, scenario: Scenario) -> Pins:
    """The pins with one more; the same name again takes the place of the one that had it.

    Without a name it gets its number as one. Where there is no room nothing changes.
    """
    # Twice as much is enough to find that many in, were every other one a gap.
    short = on_one_line(name[: 2 * MOST_CHARACTERS])[:MOST_CHARACTERS]
    pin = Pin(short or _free_name(pins), scenario)
    names = [each.name for each in pins]
    if pin.name in names:
        place = names.index(pin.name)
        return (*pins[:place], pin, *pins[place + 1 :])
    return pins if len(pins) >= MOST_PINS else (*pins, pin)


def without(pins: Pins, name: str) -> Pins:
    """The pins without the one of this name."""
    return tuple(pin for pin in pins if pin.name != name)


def _free_name(pins: Pins) -> str:
    taken = {pin.name for pin in pins}
    numbered = (catalog().say("pins.numbered", n=n) for n in range(1, MOST_PINS + 2))
    return next(name for name in numbered if name not in taken)
