"""Parameters of an address that are no inputs: a screen, plain sliders, a page in a frame."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from carechoice.inputs.scenario import PRESENT, Scenario

Pairs = Sequence[tuple[str, str]]

# The framework's own sliders, where a browser could not load ours.
PLAIN_SLIDERS = ("sliders", "ordinary")
# A page that another site shows in a frame. Not the framework's own word for it, `embed`, which it
# keeps from the session that draws the page.
FRAMED = ("shown", "framed")
MARKS = (PLAIN_SLIDERS, FRAMED)
SCREEN = "screen"
NUMBER = re.compile("[1-9][0-9]?")


def marks_in(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """Those that the parameters of an address ask for, as a page's own address repeats them."""
    return [pair for pair in pairs if pair in MARKS]


def without_marks(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """The other parameters. A word that is none of these stays, so that it is named as not used."""
    return [pair for pair in pairs if pair not in MARKS]


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
