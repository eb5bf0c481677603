"""A part of the handout: a title with sentences below it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from carechoice.language.pieces import pieces


def part(title: str, sentences: Iterable[str]) -> dict[str, Any]:
    """A part of the handout: its title, and each sentence in pieces."""
    return {"title": title, "items": [pieces(sentence) for sentence in sentences]}
