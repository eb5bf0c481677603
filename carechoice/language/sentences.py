"""Sentences by their key, with their blanks filled, and the names of the options."""

from __future__ import annotations

from collections.abc import Sequence

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Pathway


def say(key: str, **values: object) -> str:
    """The sentence under ``key`` with its blanks filled."""
    return catalog().say(key, **values)


def option_name(pathway: Pathway) -> str:
    """The option's full name."""
    return say(f"option.{pathway}")


def short_name(pathway: Pathway) -> str:
    """The option's short name, for where its full name stands near by."""
    return say(f"option.{pathway}.short")


def in_order(told: Sequence[str]) -> str:
    """What is told of the one part, or of the first and then of the second where they differ."""
    return say("figures.then", first=told[0], then=told[1]) if len(set(told)) > 1 else told[0]
