"""Rounding that people expect: a half goes up, and parts add up to their total."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, pairwise

# What binary fractions leave of a half, such as 2.675 x 100.
DUST = 1e-7


def half_up(number: float) -> int:
    """The nearest whole number; a half rounds up, where Python's own rounding goes to even."""
    return int(number + 0.5 + DUST)


def whole_parts(parts: Iterable[float]) -> list[int]:
    """Parts of a total, none below zero, as whole numbers that add up to the total's whole number.

    Each is what the sum so far, rounded, grows by. So the first is rounded as if it stood alone,
    every sum on the way is right, nothing stays nothing, and no part is off by more than one.
    """
    sums = [0, *map(half_up, accumulate(parts))]
    return [later - earlier for earlier, later in pairwise(sums)]
