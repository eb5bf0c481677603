"""The bill: adjudicate(plan, claims).

A claim is worked out in the order plans use: is it covered, what is the allowed amount, the
deductible, the copayment, coinsurance, and the out-of-pocket maximum inside the claim. The order
and its variants are those of published plan brochures; tests/published has the cases with their
sources. Money inside is integer cents, each component rounded half up; at the edge it is dollars.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from carechoice.terms import Claim, Family, Network, Plan, Rule

__all__ = [
    "Adjudication",
    "Claim",
    "ClaimResult",
    "Family",
    "Network",
    "Plan",
    "Rule",
    "adjudicate",
]

CENTS = 100
# Coinsurance is kept in millionths so that the product with cents is an exact integer.
MILLIONTHS = 1_000_000
NO_LIMIT = 10**15


class ClaimResult(NamedTuple):
    """Who owes what for one claim, in dollars; ``..._left`` is what is left after the claim.

    patient = cost_share + balance + not_covered; cost_share = deductible + copay + coinsurance.
    ``oop_left`` is None when there is no out-of-pocket maximum.
    """

    patient: float
    cost_share: float
    deductible: float
    copay: float
    coinsurance: float
    plan_paid: float
    balance: float
    not_covered: float
    allowed: float
    deductible_left: float
    oop_left: float | None


@dataclass(frozen=True)
class Adjudication:
    """The bill in date order: kept in cents, shown in dollars.

    ``totals`` has patient, cost_share, deductible, copay, coinsurance, plan_paid, balance,
    not_covered, allowed_total, not_covered_visits, deductible_left and oop_left.
    """

    cents: tuple[tuple[int, ...], ...]

    @property
    def patient(self) -> float:
        """All the patient owes, in dollars."""
        return sum([row[0] for row in self.cents]) / CENTS

    def column(self, name: str) -> list[float]:
        """One amount of every claim, by its name in ClaimResult, in dollars."""
        index = ClaimResult._fields.index(name)
        return [row[index] / CENTS for row in self.cents]

    @cached_property
    def claims(self) -> tuple[ClaimResult, ...]:
        """One result a claim, in dollars."""
        return tuple(_in_dollars(row) for row in self.cents)

    @cached_property
    def totals(self) -> Mapping[str, float | None]:
        """The sums over all claims, in dollars."""
        columns = list(zip(*self.cents, strict=True)) or [()] * len(ClaimResult._fields)
        summed = {
            name: sum(column) / CENTS
            for name, column in zip(ClaimResult._fields[:9], columns, strict=False)
        }
        last = _in_dollars(self.cents[-1]) if self.cents else None
        return {
            **summed,
            "allowed_total": summed.pop("allowed"),
            "not_covered_visits": sum(map(bool, columns[NOT_COVERED])),
            "deductible_left": last.deductible_left if last else None,
            "oop_left": last.oop_left if last else None,
        }


NOT_COVERED = ClaimResult._fields.index("not_covered")


def adjudicate(plan: Plan, claims: Iterable[Claim]) -> Adjudication:
    """Work out the bill for claims in date order (claims without a date stay where they are).

    Raises ValueError when a covered claim names a network or service the plan has no rule for.
    """
    bill = _Bill(plan)
    return Adjudication(tuple([bill.add(claim) for claim in claims]))


@dataclass(slots=True)
class _Accumulator:
    """What one member still has to pay in one network and plan year, in cents."""

    deductible_left: int
    oop_left: int
    coinsurance_left: int
    visits: dict[str, int] = field(default_factory=dict)


class _RuleInCents(NamedTuple):
    """A rule made ready for integer arithmetic."""

    copay: int
    copay_per_day: bool
    coinsurance_millionths: int
    deductible_applies: bool
    coinsurance_base: str
    order: str
    visit_limit: int | None


class _Bill:
    """The state of a bill while its claims come in."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._self_pay = plan.self_pay
        self._family = plan.family
        month, day = plan.plan_year_start.split("-")
        self._plan_year_start = int(month), int(day)
        self._open: dict[tuple[str, str, int, str], tuple[_RuleInCents, _Accumulator]] = {}
        self._rules: dict[tuple[str, str], _RuleInCents] = {}
        self._accumulators: dict[tuple[str, str, int], _Accumulator] = {}
        self._family_left: dict[int, int] = {}
        self._first_year: int | None = None

    def add(self, claim: Claim) -> tuple[int, ...]:
        """What the claim comes to, as the fields of ClaimResult in cents."""
        allowed = billed = _cents(claim.allowed)
        if claim.billed is not None:
            billed = _cents(claim.billed)
            allowed = min(allowed, billed)
        if self._self_pay or not claim.covered:
            return _uncovered(claim, allowed, billed, None)
        day = claim.date
        year = 0 if day is None else self._plan_year(day)
        key = claim.network, claim.member, year, claim.service
        if key not in self._open:
            self._open[key] = self._rule(claim), self._accumulator(claim, year)
        rule, left = self._open[key]
        if rule.visit_limit is not None and not _within_limit(
            left, claim.service, rule.visit_limit
        ):
            return _uncovered(claim, allowed, billed, left)
        deductible, copay, coinsurance = _split(rule, allowed, claim.units, left)
        paid = deductible + copay + coinsurance
        if paid > left.oop_left or self._family:
            deductible, copay, coinsurance = self._capped(year, left, deductible, copay, paid)
            paid = deductible + copay + coinsurance
        left.deductible_left -= deductible
        left.coinsurance_left -= coinsurance
        left.oop_left -= paid
        balance = billed - allowed if claim.network == "oon" else 0
        return (
            paid + balance, paid, deductible, copay, coinsurance, allowed - paid, balance, 0,
            allowed, left.deductible_left, left.oop_left,
        )  # fmt: skip

    def _capped(
        self, year: int, left: _Accumulator, deductible: int, copay: int, paid: int
    ) -> tuple[int, int, int]:
        """The parts, cut to what the limits leave: what is paid first is kept first."""
        most = min(paid, left.oop_left)
        if self._family:
            family_left = self._family_left.setdefault(year, _left(self._family.oop_max, 0))
            most = min(most, family_left)
            self._family_left[year] = family_left - most
        deductible = min(deductible, most)
        copay = min(copay, most - deductible)
        return deductible, copay, most - deductible - copay

    def _plan_year(self, day: datetime.date) -> int:
        """The calendar year in which the plan year of ``day`` began."""
        return day.year - ((day.month, day.day) < self._plan_year_start)

    def _rule(self, claim: Claim) -> _RuleInCents:
        key = claim.network, claim.service
        if key not in self._rules:
            self._rules[key] = _in_cents(_rule_for(self._plan, *key))
        return self._rules[key]

    def _accumulator(self, claim: Claim, year: int) -> _Accumulator:
        key = (claim.network, claim.member, year)
        if key not in self._accumulators:
            if self._first_year is None:
                self._first_year = year
            network = self._plan.networks[claim.network]
            counts_met = year == self._first_year
            self._accumulators[key] = _Accumulator(
                _left(network.deductible, network.deductible_met if counts_met else 0),
                _left(network.oop_max, network.oop_met if counts_met else 0),
                _left(network.coinsurance_cap, 0),
            )
        return self._accumulators[key]


def _rule_for(plan: Plan, network: str, service: str) -> Rule:
    rules = plan.networks[network].rules if network in plan.networks else {}
    rule = rules.get(service) or rules.get("*")
    if rule is None:
        raise ValueError(
            f"The plan has no rule for {service!r} in network {network!r}. "
            "Add one to plan.networks, or mark the claim as not covered."
        )
    return rule


def _in_cents(rule: Rule) -> _RuleInCents:
    return _RuleInCents(
        copay=_cents(rule.copay),
        copay_per_day=rule.copay_per == "day",
        coinsurance_millionths=round(rule.coinsurance * MILLIONTHS),
        deductible_applies=rule.deductible_applies,
        coinsurance_base=rule.coinsurance_base,
        order=rule.order,
        visit_limit=rule.visit_limit,
    )


def _split(
    rule: _RuleInCents, allowed: int, units: int, left: _Accumulator
) -> tuple[int, int, int]:
    """(deductible, copay, coinsurance) of one claim, before the out-of-pocket maximum."""
    copay = rule.copay * units if rule.copay_per_day else rule.copay
    reaches = allowed - min(copay, allowed) if rule.order == "copay_first" else allowed
    deductible = left.deductible_left if rule.deductible_applies else 0
    deductible = min(deductible, reaches)
    if copay:
        credited = deductible if rule.order == "copay_in_deductible" else 0
        copay = min(max(copay - credited, 0), allowed - deductible)
    remainder = base = allowed - deductible - copay
    if rule.coinsurance_base == "after_deductible":
        base += copay
    elif rule.coinsurance_base == "allowed":
        base = allowed
    coinsurance = (base * rule.coinsurance_millionths + MILLIONTHS // 2) // MILLIONTHS
    return deductible, copay, min(coinsurance, remainder, left.coinsurance_left)


def _within_limit(left: _Accumulator, service: str, limit: int) -> bool:
    """Count the visit; say whether the plan's limit for the year still covers it."""
    left.visits[service] = left.visits.get(service, 0) + 1
    return left.visits[service] <= limit


def _uncovered(
    claim: Claim, allowed: int, billed: int, left: _Accumulator | None
) -> tuple[int, ...]:
    """The patient owes the allowed amount in network, the whole charge elsewhere."""
    owed = allowed if claim.network == "in" else billed
    deductible_left, oop_left = (left.deductible_left, left.oop_left) if left else (0, NO_LIMIT)
    return (owed, 0, 0, 0, 0, 0, 0, owed, allowed, deductible_left, oop_left)


def _in_dollars(cents: tuple[int, ...]) -> ClaimResult:
    amounts: list[float | None] = [cent / CENTS for cent in cents]
    # No bill comes near NO_LIMIT, so half of it still means that there never was a limit.
    if cents[-1] > NO_LIMIT // 2:
        amounts[-1] = None
    return ClaimResult._make(amounts)


def _left(limit: float | None, met: float) -> int:
    return NO_LIMIT if limit is None else max(0, _cents(limit) - _cents(met))


def _cents(dollars: float) -> int:
    """Dollars to cents, half up; the tiny addend undoes binary fractions such as 1.005."""
    return int(dollars * CENTS + 0.5 + 1e-7)
