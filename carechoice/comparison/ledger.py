"""What is read from the ledger of one option: its lines, what is paid by then, new plan years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, groupby, pairwise

from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import Comparison, Entry
from carechoice.comparison.course import plan_year_start

HALF_A_CENT = 0.005


@dataclass(frozen=True, slots=True)
class Restart:
    """A new plan year within an option, and what it costs the person that it starts again."""

    day: date
    deductible: bool
    maximum: bool


def entries_of(comparison: Comparison, pathway: Pathway) -> list[Entry]:
    """The ledger's lines of one option."""
    return [entry for entry in comparison.ledger if entry.pathway == pathway]


def restarts(comparison: Comparison, pathway: Pathway) -> list[Restart]:
    """The new plan years within an option that take something from the person.

    One takes the deductible paid where more goes to a deductible after it, and what was paid toward
    the maximum where the visits after it cost more than was left of that.
    """
    entries, begins = entries_of(comparison, pathway), comparison.scenario.plan.year_start
    by_year = [
        (start, list(group))
        for start, group in groupby(entries, key=lambda entry: plan_year_start(entry.date, begins))
    ]
    found = []
    for (_, before), (day, after) in pairwise(by_year):
        left_usd, shares_usd = before[-1].oop_left_usd, sum(map(cost_share, after))
        restart = Restart(
            day,
            deductible=any(entry.deductible_usd for entry in after),
            maximum=left_usd is not None and shares_usd > left_usd + HALF_A_CENT,
        )
        found += [restart] if restart.deductible or restart.maximum else []
    return found


def running_usd(entries: Sequence[Entry]) -> list[float]:
    """What the patient has paid after each visit, in dollars."""
    return [round(paid, 2) for paid in accumulate(entry.patient_usd for entry in entries)]


def cost_share(entry: Entry) -> float:
    """What the plan's terms leave to the patient for a visit, in dollars."""
    return entry.deductible_usd + entry.copay_usd + entry.coinsurance_usd
