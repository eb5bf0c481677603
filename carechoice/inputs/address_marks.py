"""What an address asks for beside inputs: plain sliders, or a page inside a frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Pairs = Sequence[tuple[str, str]]

# The framework's own sliders, where a browser could not load ours.
PLAIN_SLIDERS = ("sliders", "ordinary")
# A page that another site shows in a frame. Not the framework's own word for it, `embed`, which it
# keeps from the session that draws the page.
FRAMED = ("shown", "framed")
MARKS = (PLAIN_SLIDERS, FRAMED)


def marks_in(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """Those that the parameters of an address ask for, as a page's own address repeats them."""
    return [pair for pair in pairs if pair in MARKS]


def without_marks(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """The other parameters. A word that is none of these stays, so that it is named as not used."""
    return [pair for pair in pairs if pair not in MARKS]
