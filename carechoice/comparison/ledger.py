"""What is read from the ledger of one option: its lines, what is paid by then, new plan years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, groupby, pairwise
from typing import Literal

from carechoice.catalog.rows import Care, Pathway
from carechoice.comparison.carried_over import counts_next_year_too, deductible_met_usd
from carechoice.comparison.compare import Comparison, Entry
from carechoice.comparison.course import counts_what_was_paid, first_visit, plan_year_start
from carechoice.inputs.coverage import is_in_other_network, limits_of
from carechoice.inputs.scenario import Scenario

HALF_A_CENT = 0.005


@dataclass(frozen=True, slots=True)
class Restart:
    """A new plan year within an option, and which limits the person starts again: one or both."""

    day: date
    deductible: bool
    maximum: bool

    @property
    def what(self) -> Literal["both", "deductible", "maximum"]:
        """The limits that start again, as the end of a key of a sentence."""
        return together([self])


def together(found: Sequence[Restart]) -> Literal["both", "deductible", "maximum"]:
    """The limits that start again in at least one of these new plan years."""
    deductible = any(restart.deductible for restart in found)
    maximum = any(restart.maximum for restart in found)
    if deductible and maximum:
        return "both"
    return "deductible" if deductible else "maximum"


def entries_of(comparison: Comparison, pathway: Pathway) -> list[Entry]:
    """The ledger's lines of one option."""
    return [entry for entry in comparison.ledger if entry.pathway == pathway]


def restarts(comparison: Comparison, pathway: Pathway) -> list[Restart]:
    """The new plan years within an option that take something from the person.

    One takes the deductible where something was paid toward it before that is not carried over, and
    something is paid after it. One takes what was paid toward the maximum where the visits after it
    cost more than was left of that. Each network has limits of its own.
    """
    scenario, found = comparison.scenario, list[Restart]()
    entries = entries_of(comparison, pathway)
    others = {care for care in {e.care for e in entries} if is_in_other_network(scenario, care)}
    for is_other in (False, True):
        there = [e for e in entries if (e.care in others) == is_other]
        found += _restarts(scenario, there, is_other=is_other)
    by_day = groupby(sorted(found, key=lambda each: each.day), key=lambda each: each.day)
    return [_both(day, list(restarts)) for day, restarts in by_day]


def _both(day: date, found: Sequence[Restart]) -> Restart:
    """What a new plan year takes in all networks."""
    return Restart(
        day,
        deductible=any(restart.deductible for restart in found),
        maximum=any(restart.maximum for restart in found),
    )


def _restarts(scenario: Scenario, entries: Sequence[Entry], *, is_other: bool) -> list[Restart]:
    """The new plan years within the visits of one network that take something from the person."""
    begins = scenario.plan.year_start
    by_year = [
        (start, list(group))
        for start, group in groupby(entries, key=lambda entry: plan_year_start(entry.date, begins))
    ]
    found = []
    met_usd = _lost_of_met_usd(scenario, entries[0].date, is_other=is_other) if entries else 0
    for (_, before), (day, after) in pairwise(by_year):
        taken = (e for e in before if not counts_next_year_too(scenario, e.date))
        lost_usd = met_usd + sum(entry.deductible_usd for entry in taken)
        # What was met belongs to the first of the years.
        met_usd = 0
        left_usd, shares_usd = before[-1].oop_left_usd, sum(map(cost_share, after))
        restart = Restart(
            day,
            deductible=lost_usd > HALF_A_CENT and any(entry.deductible_usd for entry in after),
            maximum=left_usd is not None and shares_usd > left_usd + HALF_A_CENT,
        )
        found += [restart] if restart.deductible or restart.maximum else []
    return found


def _lost_of_met_usd(scenario: Scenario, first_visit: date, *, is_other: bool) -> float:
    """What counts toward a network's deductible at the first visit, and no more a year later."""
    met_usd = deductible_met_usd(scenario, first_visit, is_other=is_other)
    is_of_this_year = counts_what_was_paid(scenario, first_visit)
    if is_of_this_year and scenario.plan.deductible_carries_over:
        return met_usd - limits_of(scenario, is_other=is_other).deductible_met_late_usd
    return met_usd


def left_at_first_visit_usd(scenario: Scenario, care: Care) -> tuple[float, float]:
    """What is left of the deductible and of the maximum at the first visit of this care."""
    is_other = is_in_other_network(scenario, care)
    limits = limits_of(scenario, is_other=is_other)
    counts = counts_what_was_paid(scenario, first_visit(scenario, care))
    met_usd = deductible_met_usd(scenario, first_visit(scenario, care), is_other=is_other)
    return (
        limits.deductible_usd - met_usd,
        limits.oop_max_usd - limits.oop_met_usd * counts,
    )


def running_usd(entries: Sequence[Entry]) -> list[float]:
    """What the patient has paid after each visit, in dollars."""
    return [round(paid, 2) for paid in accumulate(entry.patient_usd for entry in entries)]


def cost_share(entry: Entry) -> float:
    """What the plan's terms leave to the patient for a visit, in dollars."""
    return entry.deductible_usd + entry.copay_usd + entry.coinsurance_usd
