"""The short form of a link: two letters for each input, so that its QR code is small."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from carechoice.catalog.in_use import catalog

DATA, MADE = "data", "made"
# What a link is about. The version marks the short form; no input has a name of one letter.
MARK, DAY = "v", "m"
ABOUT = {MARK: DATA, DAY: MADE}
# Kinds of inputs whose values name other inputs, alone or before a colon.
NAMING = ("fields", "answers")

Pairs = Sequence[tuple[str, str]]


def shortened(query: Mapping[str, str]) -> dict[str, str]:
    """The parameters of a link by their short names."""
    shorts = {long: short for short, long in ABOUT.items()}
    rows = catalog().parameters

    def short(name: str) -> str:
        return shorts.get(name) or rows[name].link_name

    return {short(name): _renamed(name, text, short) for name, text in query.items()}


def lengthened(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The parameters by their own names; what is no short name stays as it is."""
    longs = [(long_name(name), text) for name, text in pairs]
    return [(long, _renamed(long, text, long_name)) for long, text in longs]


def long_name(name: str) -> str:
    """What a short name stands for; what is no short name stays as it is."""
    return ABOUT.get(name) or catalog().inputs.by_link_name.get(name, name)


def is_short(pairs: Iterable[tuple[str, str]]) -> bool:
    """Whether these are the parameters of a link in its short form, which has no long names."""
    names = {name for name, _ in pairs}
    return MARK in names and not names & catalog().parameters.keys()


def _renamed(field: str, text: str, rename: Callable[[str], str]) -> str:
    """A value with the inputs that it names by other names, as values of such inputs list them."""
    row = catalog().parameters.get(field)
    if row is None or row.kind not in NAMING or not text:
        return text
    parts = (part.partition(":") for part in text.split("|"))
    return "|".join(f"{rename(name)}{colon}{day}" for name, colon, day in parts)
