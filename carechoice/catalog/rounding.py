"""Rounding that people expect: a half goes up, and parts add up to their total."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, pairwise
from math import floor

# More than binary fractions leave of a half, and less than any amount or time we show.
DUST = 1e-6


def half_up(number: float) -> int:
    """The nearest whole number; a half rounds up, where Python's own rounding goes to even."""
    return floor(number + 0.5 + DUST)


def whole_parts(parts: Iterable[float], total: int | None = None) -> list[int]:
    """Parts, none below zero, as whole numbers that add up to ``total``.

    That is less than one from their sum; left out, it is their sum rounded. Each part is what the
    sum so far, rounded, grows by: nothing stays nothing, no part is off by more than one, and
    without a ``total`` the first is rounded as if it stood alone.
    """
    sums = [0.0, *accumulate(parts)]
    up = 0.5 + DUST
    if total is not None:
        # The starting point of the sum that is rounded up, so that the last part makes the total.
        off = total - sums[-1]
        up = min(max(up, off + DUST), off + 1 - DUST)
    return [floor(later + up) - floor(earlier + up) for earlier, later in pairwise(sums)]
