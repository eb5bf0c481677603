"""Readings of the ledger of one option: its lines, what is paid by a day, new plan years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, groupby, pairwise
from math import inf
from typing import Literal

from carechoice.catalog.rows import CARES, Care, Pathway
from carechoice.comparison.compare import Comparison, Entry
from carechoice.comparison.visits.carried_over import (
    counts_at_first_visit,
    counts_next_year_too,
    counts_what_was_paid,
    deductible_met_usd,
)
from carechoice.comparison.visits.course import first_visit, new_plan_year_within, visits
from carechoice.inputs.coverage import is_in_other_network, limits_of
from carechoice.inputs.scenario import Scenario
from carechoice.insurance.plan_year import plan_year_start

HALF_A_CENT = 0.005

# The limits that start again.
Restarting = Literal["both", "deductible", "maximum"]


@dataclass(frozen=True, slots=True)
class Restart:
    """A new plan year within an option, and which limits the person starts again: one or both.

    ``carried`` says that a part of what was paid toward the deductible still counts.
    """

    day: date
    deductible: bool
    maximum: bool
    carried: bool = False

    @property
    def limits(self) -> Restarting:
        """The limits that start again, as the end of a key of a sentence."""
        if self.deductible and self.maximum:
            return "both"
        return "deductible" if self.deductible else "maximum"


def entries_of(comparison: Comparison, pathway: Pathway) -> list[Entry]:
    """The ledger's lines of one option."""
    return [entry for entry in comparison.ledger if entry.pathway == pathway]


def restarts(comparison: Comparison, pathway: Pathway) -> list[Restart]:
    """The new plan years within an option that take something from the person.

    One takes the deductible where something counted toward it before that is not carried over, and
    something is paid toward it after that. One takes what was paid toward the maximum where the
    visits after it cost more than was left of that. Each network has limits of its own, and loses
    them with each plan year of the whole option: also while its visits are all in the other one.
    """
    found = list[Restart]()
    for is_other in (False, True):
        found += _restarts(_counted_by_year(comparison, pathway, is_other=is_other))
    by_day = groupby(sorted(found, key=lambda each: each.day), key=lambda each: each.day)
    return [_in_all_networks(day, list(restarts)) for day, restarts in by_day]


def _in_all_networks(day: date, found: Sequence[Restart]) -> Restart:
    """What a new plan year takes in all networks."""
    return Restart(
        day,
        deductible=any(restart.deductible for restart in found),
        maximum=any(restart.maximum for restart in found),
        carried=any(restart.carried for restart in found),
    )


@dataclass(slots=True)
class _Counted:
    """What counts toward the limits of a network in a plan year of an option, in dollars.

    ``before_usd`` is what counted toward the deductible before the first visit of that year, and
    ``late_usd`` the part of all that counts in the next year, too. ``oop_left_usd`` is what is left
    of the maximum after the last visit; infinite without one.
    """

    start: date
    before_usd: float
    deductible_usd: float
    late_usd: float
    shares_usd: float
    oop_left_usd: float


def _counted_by_year(comparison: Comparison, pathway: Pathway, *, is_other: bool) -> list[_Counted]:
    """What counts toward a network's limits in each plan year from the option's first visit on."""
    scenario, entries = comparison.scenario, entries_of(comparison, pathway)
    first_day, begins = entries[0].date, scenario.plan.year_start
    limits = limits_of(scenario, is_other=is_other)
    # What was paid before the first day belongs to the first of the plan years.
    is_of_first_year = counts_what_was_paid(scenario, first_day)
    before_usd = deductible_met_usd(scenario, first_day, is_other=is_other)
    late_usd = limits.deductible_met_late_usd * is_of_first_year
    oop_left_usd = limits.oop_max_usd - limits.oop_met_usd * is_of_first_year
    cares = {care for care in CARES if is_in_other_network(scenario, care) == is_other}
    found = list[_Counted]()
    for start, group in groupby(entries, key=lambda entry: plan_year_start(entry.date, begins)):
        there = [entry for entry in group if entry.care in cares]
        late = (e.deductible_usd for e in there if counts_next_year_too(scenario, e.date))
        shares_usd = sum(map(cost_share, there))
        year = _Counted(
            start,
            before_usd=before_usd,
            deductible_usd=sum(entry.deductible_usd for entry in there),
            late_usd=(late_usd if scenario.plan.deductible_carries_over else 0) + sum(late),
            shares_usd=shares_usd,
            oop_left_usd=oop_left_usd - shares_usd if limits.oop_max_applies else inf,
        )
        found.append(year)
        before_usd, late_usd, oop_left_usd = year.late_usd, 0, limits.oop_max_usd
    return found


def _restarts(years: Sequence[_Counted]) -> Iterator[Restart]:
    """Which new plan years of a network take something from the person."""
    for place, (ended, begun) in enumerate(pairwise(years), start=1):
        paid_in = [year for year in years[place:] if year.shares_usd > HALF_A_CENT]
        if not paid_in:
            return
        # The first one in which the person pays again may be a later one.
        again = paid_in[0]
        lost_usd = ended.before_usd + ended.deductible_usd - ended.late_usd
        restart = Restart(
            begun.start,
            deductible=lost_usd > HALF_A_CENT and again.deductible_usd > HALF_A_CENT,
            maximum=again.shares_usd > max(ended.oop_left_usd, 0) + HALF_A_CENT,
            carried=again is begun and ended.late_usd > HALF_A_CENT,
        )
        if restart.deductible or restart.maximum:
            yield restart


def left_at_first_visit_usd(scenario: Scenario, care: Care) -> tuple[float, float]:
    """What is left of the deductible and of the maximum at the first visit of this care."""
    is_other = is_in_other_network(scenario, care)
    limits = limits_of(scenario, is_other=is_other)
    counts = counts_at_first_visit(scenario, care)
    met_usd = deductible_met_usd(scenario, first_visit(scenario, care), is_other=is_other)
    return (
        limits.deductible_usd - met_usd,
        limits.oop_max_usd - limits.oop_met_usd * counts,
    )


def deductible_again_on(scenario: Scenario, care: Care) -> date | None:
    """The new plan year in which a deductible that was met at the first visit comes first again.

    None where it was not met, where all visits of this care are in one plan year, and where what is
    carried over meets it.
    """
    first = first_visit(scenario, care)
    limits = limits_of(scenario, is_other=is_in_other_network(scenario, care))
    left_usd, _ = left_at_first_visit_usd(scenario, care)
    carries = scenario.plan.deductible_carries_over and counts_what_was_paid(scenario, first)
    carried_usd = limits.deductible_met_late_usd * carries
    if left_usd > HALF_A_CENT or limits.deductible_usd - carried_usd < HALF_A_CENT:
        return None
    last = visits(scenario, care)[-1].date
    return new_plan_year_within(scenario, first, last)


def running_usd(entries: Sequence[Entry]) -> list[float]:
    """What the patient has paid after each visit, in dollars."""
    return [round(paid, 2) for paid in accumulate(entry.patient_usd for entry in entries)]


def cost_share(entry: Entry) -> float:
    """What the plan's terms leave to the patient for a visit, in dollars."""
    return entry.deductible_usd + entry.copay_usd + entry.coinsurance_usd
