"""Sentences by their key, with their blanks filled, and the names of the options."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from itertools import groupby

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


def in_order(told: Iterable[str]) -> str:
    """What is told of one part after the other, once where it is the same of parts in a row."""
    return reduce(_then, (part for part, _ in groupby(told)))


def _then(first: str, then: str) -> str:
    return say("figures.then", first=first, then=then)
