"""Which screen of a presentation an address shows, counted from 1 as people see it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from carechoice.inputs.scenario import PRESENT, Scenario

SCREEN = "screen"
NUMBER = re.compile("[1-9][0-9]?")

Pairs = Sequence[tuple[str, str]]


def screen_pairs(scenario: Scenario, screen: int) -> Pairs:
    """What the address of a presentation says beside the inputs; ``screen`` counts from 0.

    Nothing on the first screen, nor where the pages are shown in another way.
    """
    is_told = scenario.view.mode == PRESENT and screen > 0
    return [(SCREEN, str(screen + 1))] if is_told else []


def screen_in(pairs: Iterable[tuple[str, str]]) -> int:
    """The screen that an address shows, from 0; the first where it names none."""
    return named_screen(pairs) or 0


def named_screen(pairs: Iterable[tuple[str, str]]) -> int | None:
    """The screen that an address names, from 0, if it does."""
    return next((int(text) - 1 for name, text in pairs if _is_screen(name, text)), None)


def without_screen(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """The other parameters. A screen without a number stays, so that it is named as not used."""
    return [(name, text) for name, text in pairs if not _is_screen(name, text)]


def _is_screen(name: str, text: str) -> bool:
    return name == SCREEN and NUMBER.fullmatch(text) is not None
