"""Which cases are tried by night alone, so that all checks take minutes by day.

A test that tries the same in several sizes, colours, pages or ways of running tries one of them by
day, that in which it is likeliest to fail. ``make night`` tries each.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from typing import Any

import pytest

VARIABLE = "CARECHOICE_BY_NIGHT"
IS_NIGHT = bool(os.environ.get(VARIABLE))


def by_night(*values: Any) -> Any:
    """A case for ``parametrize`` that is tried by night alone."""
    return pytest.param(*values, marks=pytest.mark.by_night)


def mostly_by_night(cases: Iterable[Any], *, by_day: Collection[Any]) -> list[Any]:
    """All cases for ``parametrize``, of one value each, those of the day and the others."""
    return [case if case in by_day else by_night(case) for case in cases]


def split(items: Iterable[pytest.Item]) -> tuple[list[pytest.Item], list[pytest.Item]]:
    """The collected tests that are for now, and those that are kept for the night."""
    now, later = list[pytest.Item](), list[pytest.Item]()
    for item in items:
        waits = not IS_NIGHT and item.get_closest_marker("by_night")
        (later if waits else now).append(item)
    return now, later
