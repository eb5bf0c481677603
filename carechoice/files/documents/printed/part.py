"""A part of the handout: a title with sentences below it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from carechoice.language.pieces import pieces


def part(title: str, sentences: Iterable[str], *, lead: str = "") -> dict[str, Any]:
    """A part of the handout: its title, what is said of all its sentences, and each in pieces."""
    items = [pieces(sentence) for sentence in sentences]
    return {"title": title, "lead": pieces(lead), "items": items}
