"""Sentences by their key, with their blanks filled, how they are read, and the options' names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import reduce
from itertools import groupby
from string import punctuation

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Pathway
from carechoice.language.markup import JOINER

# What markdown takes out of a text, ours and what a person typed; an escaped mark is met first.
MARKS = re.compile(rf"\\([{re.escape(punctuation)}])|\*\*|{JOINER}")


def say(key: str, **values: object) -> str:
    """The sentence under ``key`` with its blanks filled."""
    return catalog().say(key, **values)


def as_text(markdown: str) -> str:
    """A sentence as it is read: without its marks, what a person typed as it was typed."""
    return MARKS.sub(r"\1", markdown)


def by_bold(markdown: str) -> list[str]:
    """A sentence as text, cut where bold begins and ends: plain, bold, plain and so on."""
    return [as_text(part) for part in markdown.split("**")]


def option_name(pathway: Pathway) -> str:
    """The option's full name."""
    return say(f"option.{pathway}")


def short_name(pathway: Pathway) -> str:
    """The option's short name, for where its full name stands near by."""
    return say(f"option.{pathway}.short")


def in_order(parts: Iterable[str]) -> str:
    """What is told of one part after the other, once where it is the same of parts in a row."""
    return reduce(_then, (each for each, _ in groupby(parts)))


def _then(first: str, then: str) -> str:
    return say("figures.then", first=first, then=then)
