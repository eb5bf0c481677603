"""What an option costs the patient in many scenarios at once: patient_usd(values, paid, phases).

The array form of the bill for scenarios that differ in anything but the way of paying. It is equal
to the bill of each scenario alone, to the cent (tests/laws/test_costs_laws.py).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise, zip_longest
from typing import Any, NamedTuple

import numpy as np

from carechoice.catalog.in_use import catalog, remembered
from carechoice.catalog.inputs import Role
from carechoice.catalog.rows import CARES, Care, Pathway
from carechoice.comparison.draws.paid_visits import VisitsInTurn
from carechoice.comparison.visits.carried_over import period_starts
from carechoice.comparison.visits.course import visits
from carechoice.inputs.coverage import (
    counts_paid_visits_only,
    has_plan,
    is_in_other_network,
    limit_field,
    network_of,
)
from carechoice.inputs.scenario import OUT_OF_NETWORK, Scenario, field_of
from carechoice.insurance.arrays import (
    Amounts,
    Counts,
    Limits,
    PaidLimit,
    Run,
    Service,
    patient_total_usd,
    within,
)

# A course is less than a kilobyte; one look at what is not known needs a handful.
CACHED_COURSES = 500

# The values of an input, one a scenario; yes is 1 and no is 0.
ValuesOf = Callable[[str], Amounts]


@dataclass(frozen=True, slots=True)
class PhaseVisits:
    """How many visits a phase of care has in each plan year: an array of one count a scenario.

    Where a deductible may be carried over, each plan year is two periods: without its last months,
    and those.
    """

    care: Care
    by_period: Sequence[Counts]

    @property
    def count(self) -> Counts:
        """The visits of the whole phase."""
        return np.asarray(sum(self.by_period))


def counts_by_period(scenario: Scenario, care: Care, *, last_months_apart: bool) -> tuple[int, ...]:
    """How many visits of one of the two options lie in each plan year, or in each part of one."""
    inputs = tuple(map(scenario.value, _fields(care)))
    return _by_period(inputs, care, scenario.plan.year_start, last_months_apart)


def phase_of(by_period: Iterable[tuple[int, ...]], care: Care) -> PhaseVisits:
    """The visits of one of the two options, as one count a scenario."""
    counts = zip_longest(*by_period, fillvalue=0)
    return PhaseVisits(care, [np.array(each) for each in counts])


def decides_on_days(field: str, care: Care) -> bool:
    """Whether an input decides on which days the visits are, or in which plan year."""
    return field in _fields(care) or catalog().parameters[field].role == "plan_year"


def visits_by_phase(scenario: Scenario, pathway: Pathway) -> list[PhaseVisits]:
    """How many visits of each phase lie in each plan year, or in each part of one.

    The first is the one in which the person paid something already.
    """
    course = visits(scenario, pathway)
    starts = period_starts(
        scenario.start_date,
        course[-1].date,
        scenario.plan.year_start,
        last_months_apart=scenario.plan.deductible_carries_over,
    )
    phases = []
    for care, phase in groupby(course, key=lambda visit: visit.care):
        counts = _counts_between(starts, [visit.date for visit in phase])
        phases.append(PhaseVisits(care, [np.array(count) for count in counts]))
    return phases


def _counts_between(starts: Sequence[date], days: Sequence[date]) -> Iterator[int]:
    """How many of the days, which are in order, lie from each start on and before the next."""
    before = (bisect_left(days, start) for start in starts)
    return (later - earlier for earlier, later in pairwise(before))


def may_be_highest_between(scenario: Scenario) -> bool:
    """Whether a bill may be higher at an amount of an input than at one on either side of it.

    It may where only paid visits count toward a limit: what a deductible leaves of a visit decides
    whether that visit counts.
    """
    return any(counts_paid_visits_only(scenario, care) for care in CARES)


def patient_usd(values: ValuesOf, paid: Scenario, phases: Sequence[PhaseVisits]) -> Amounts:
    """What the patient pays in each scenario for these phases in order, in dollars.

    All phases have the same number of periods. ``paid`` is a scenario that says how each kind of
    care is paid. What counts toward the limits of another network is worked out by itself.
    """
    without_plan = (phase for phase in phases if not has_plan(paid, phase.care))
    found = [_price_usd(values, phase.care) * phase.count for phase in without_plan]
    for is_other in (False, True):
        there = [
            phase
            for phase in phases
            if has_plan(paid, phase.care) and is_in_other_network(paid, phase.care) == is_other
        ]
        found += [_patient_usd_in(values, paid, there, is_other=is_other)] if there else []
    return np.asarray(sum(found))


def _patient_usd_in(
    values: ValuesOf, paid: Scenario, phases: Sequence[PhaseVisits], *, is_other: bool
) -> Amounts:
    """What the patient pays for phases that count toward the same limits of a plan."""
    networks = {phase.care: network_of(paid, phase.care) for phase in phases}
    terms = {care: _terms(values, network, care) for care, network in networks.items()}
    periods = 2 if np.any(values("deductible_carries_over")) else 1
    plan_years: list[list[Run]] = [[] for _ in phases[0].by_period[::periods]]
    beside: Amounts = np.zeros(1)
    for phase in phases:
        care, paid_for = phase.care, np.zeros(1)
        for period, count in enumerate(phase.by_period):
            year, part = divmod(period, periods)
            runs = terms[care].runs(count, year=year, is_late=part > 0)
            plan_years[year] += runs
            paid_for = paid_for + sum(run.claims for run in runs)
        # What the plan does not pay for is owed as billed, as is what is charged above its price.
        billed_usd = phase.count * _billed_usd(values, networks[care], care)
        beside = beside + billed_usd - paid_for * terms[care].service.allowed_usd
    return patient_total_usd(_limits(values, is_other=is_other), plan_years) + beside


class _Terms(NamedTuple):
    """On which terms a kind of care is paid for in each scenario, and which of its visits.

    ``paid_limits`` are those of the first plan year and of each later one.
    """

    service: Service
    first_service: Service
    is_covered: Counts
    in_turn: VisitsInTurn
    paid_limits: tuple[PaidLimit | None, PaidLimit | None]

    def runs(self, visits: Counts, *, year: int, is_late: bool) -> list[Run]:
        """Runs of those of further ``visits`` in a part of a plan year that the plan pays for."""
        first, others = self.in_turn.add(visits * self.is_covered, year=year)
        limit = self.paid_limits[year > 0]
        by_terms = (first, self.first_service), (others, self.service)
        return [Run(claims, terms, is_late, limit) for claims, terms in by_terms if np.any(claims)]


def _terms(values: ValuesOf, network: str, care: Care) -> _Terms:
    service = _service(values, network, care)
    return _Terms(
        service,
        _first_service(values, service, care),
        is_covered=values(field_of("not_covered", care)) == 0,
        in_turn=_in_turn(values, care),
        paid_limits=(
            _paid_limit(values, care, is_first_year=True),
            _paid_limit(values, care, is_first_year=False),
        ),
    )


def _in_turn(values: ValuesOf, care: Care) -> VisitsInTurn:
    counts_all = values(field_of("only_paid_count", care)) == 0
    return VisitsInTurn(
        limit=values(field_of("visit_limit", care)) * counts_all,
        used=values(field_of("visits_used", care)),
        stops_after=values(field_of("stops_after", care)),
        first_visits=values(field_of("first_visits", care)),
    )


def _paid_limit(values: ValuesOf, care: Care, *, is_first_year: bool) -> PaidLimit | None:
    """A limit that only visits count toward which the plan paid a part of; None without one."""
    only_paid = values(field_of("only_paid_count", care))
    limit = values(field_of("visit_limit", care)) * only_paid
    if not np.any(limit):
        return None
    left = np.maximum(limit - values(field_of("visits_used", care)) * is_first_year, 0)
    return PaidLimit(care, np.where(limit > 0, left, np.inf))


def _first_service(values: ValuesOf, service: Service, care: Care) -> Service:
    """The terms of the first visits of a plan year: a copayment, which may be nothing."""
    nothing: Amounts = np.zeros(1)
    return Service(
        allowed_usd=service.allowed_usd,
        copay_usd=values(field_of("first_copay", care)),
        coinsurance=nothing,
        share_of_rest=nothing > 0,
        deductible_applies=nothing > 0,
        penalty_usd=service.penalty_usd,
    )


def _price_usd(values: ValuesOf, care: Care) -> Amounts:
    """What a visit costs plan and person together, as in visit_prices.visit_price_usd."""
    return values(field_of("price", care))


def billed_usd(values: ValuesOf, paid: Scenario, phases: Sequence[PhaseVisits]) -> Amounts:
    """What is billed in each scenario for these phases, whoever pays it, in dollars."""
    visits_usd = (
        phase.count * _billed_usd(values, network_of(paid, phase.care), phase.care)
        for phase in phases
    )
    return np.asarray(sum(visits_usd))


def _billed_usd(values: ValuesOf, network: str, care: Care) -> Amounts:
    """What the provider bills for a visit: the price, where no charge above it is known."""
    price_usd = _price_usd(values, care)
    if network != OUT_OF_NETWORK:
        return price_usd
    charge_usd = values(field_of("charge", care))
    return np.where(charge_usd > 0, charge_usd, price_usd)


def _service(values: ValuesOf, network: str, care: Care) -> Service:
    copay_usd = values(field_of("copay", care))
    is_own = values(field_of("own_share", care)) > 0
    pays_percent = np.where(is_own, values(field_of("share", care)), values("plan_pays_percent"))
    allowed_usd = np.minimum(_price_usd(values, care), _billed_usd(values, network, care))
    return Service(
        allowed_usd=allowed_usd,
        copay_usd=copay_usd,
        # A copayment takes the place of the share unless both are asked, as in comparison.billed.
        coinsurance=np.where(
            (copay_usd > 0) & (values(field_of("share_too", care)) == 0), 0, 1 - pays_percent / 100
        ),
        share_of_rest=values(field_of("share_of_rest", care)) > 0,
        deductible_applies=values(field_of("deductible_applies", care)) > 0,
        penalty_usd=values(field_of("penalty", care))
        + allowed_usd * values(field_of("penalty_share", care)) / 100,
    )


def _limits(values: ValuesOf, *, is_other: bool) -> Limits:
    """The limits of the network that all care is in, or of the other one."""

    def limit(name: str) -> Amounts:
        return values(limit_field(name, is_other=is_other))

    own = Limits(
        deductible_usd=limit("deductible_usd"),
        deductible_met_usd=limit("deductible_met_usd"),
        oop_max_usd=np.where(limit("oop_max_applies") > 0, limit("oop_max_usd"), np.inf),
        oop_met_usd=limit("oop_met_usd"),
        carries_over=values("deductible_carries_over") > 0,
        deductible_met_late_usd=np.minimum(
            limit("deductible_met_late_usd"), limit("deductible_met_usd")
        ),
    )
    return own if is_other else _within_family(values, own)


def _within_family(values: ValuesOf, own: Limits) -> Limits:
    """The person's own limits within those of their family, as in coverage.limits_of."""
    deductible = values("family_deductible_usd")
    oop_max = values("family_oop_max_usd")
    family = Limits(
        deductible_usd=np.where(deductible > 0, deductible, np.inf),
        deductible_met_usd=values("family_deductible_met_usd"),
        oop_max_usd=np.where(oop_max > 0, oop_max, np.inf),
        oop_met_usd=values("family_oop_met_usd"),
        carries_over=own.carries_over,
        deductible_met_late_usd=own.deductible_met_late_usd,
    )
    return within(own, family)


@remembered(CACHED_COURSES)
def _by_period(
    inputs: tuple[Any, ...], care: Care, year_start: str, last_months_apart: bool
) -> tuple[int, ...]:
    days = _days(inputs, care)
    first_day: date = inputs[_fields(care).index("start_date")]
    # From the plan year on in which the person paid something already.
    starts = period_starts(first_day, days[-1], year_start, last_months_apart=last_months_apart)
    return tuple(_counts_between(starts, days))


def _fields(care: Care) -> tuple[str, ...]:
    """The inputs that decide on which days the visits are."""
    roles: tuple[Role, ...] = (
        "hours_per_week",
        "visit_length",
        "weekdays",
        "when_closed",
        "length",
    )
    of_care = [field_of(role, care) for role in roles]
    # A program may be closed on days of its own.
    picked = ("program",) if care == "iop" else ()
    return ("start_date", "closed_on_holidays", *picked, *of_care)


@remembered(CACHED_COURSES)
def _days(inputs: tuple[Any, ...], care: Care) -> list[date]:
    course = visits(any_scenario().but(**dict(zip(_fields(care), inputs, strict=True))), care)
    return [visit.date for visit in course]


@remembered()
def any_scenario() -> Scenario:
    """A scenario to hold just those inputs that something is remembered by."""
    return Scenario.default(date.min)
