"""Which visits a plan pays for and on which terms, in many scenarios at once.

A plan year may have so many visits, a course so many until the plan stops paying, and the first
visits of a plan year terms of their own. Visits of one kind of care come in turn, so each of these
is a number of visits from the front, and no visit has to be looked at by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from carechoice.insurance.arrays import Counts


class PaidVisits(NamedTuple):
    """Of the visits of a phase in a plan year: those on the first terms, and all others paid."""

    first: Counts
    others: Counts


@dataclass(slots=True)
class VisitsInTurn:
    """The visits of one kind of care, as they come in: an array of one number a scenario each.

    ``limit``, ``stops_after`` and ``first_visits`` are 0 where there is none. So many visits are
    ``used`` before the first day, in the first plan year.
    """

    limit: Counts
    used: Counts
    stops_after: Counts
    first_visits: Counts
    _in_course: Counts | int = 0
    _in_year: dict[int, Counts] = field(default_factory=dict)

    def add(self, visits: Counts, *, year: int) -> PaidVisits:
        """How many of further ``visits`` in a plan year the plan pays for."""
        before = self._in_year.get(year, self.used if year == 0 else np.zeros_like(self.used))
        left_in_year = np.where(self.limit > 0, self.limit - before, np.inf)
        left_in_course = np.where(self.stops_after > 0, self.stops_after - self._in_course, np.inf)
        paid = np.clip(np.minimum(left_in_year, left_in_course), 0, visits)
        first = np.clip(self.first_visits - before, 0, paid)
        self._in_course = self._in_course + visits
        self._in_year[year] = before + paid
        return PaidVisits(first, paid - first)
