"""Whether an address asks for the framework's own sliders, where a browser could not load ours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

ORDINARY = ("sliders", "ordinary")

Pairs = Sequence[tuple[str, str]]


def wants_ordinary(pairs: Iterable[tuple[str, str]]) -> bool:
    """Whether the parameters of an address ask for them."""
    return ORDINARY in pairs


def ordinary_pairs(*, is_plain: bool) -> Pairs:
    """What an address says beside the inputs, so that a reload brings the same sliders."""
    return [ORDINARY] if is_plain else []


def without_ordinary(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """The other parameters."""
    return [pair for pair in pairs if pair != ORDINARY]
