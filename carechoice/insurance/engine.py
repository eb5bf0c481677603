"""The bill: adjudicate(plan, claims).

A claim is worked out in the order plans use: is it covered, what is the allowed amount, the
deductible, the copayment, coinsurance, and the out-of-pocket maximum inside the claim. The order
and its variants are those of published plan brochures; tests/published has the cases with their
sources. Money inside is integer cents, each component rounded half up; at the edge it is dollars.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from carechoice.insurance.plan_year import month_and_day, months_later, plan_year
from carechoice.insurance.result import NO_LIMIT_CENTS, Adjudication, ClaimResult, in_cents
from carechoice.insurance.terms import Claim, Family, Network, Plan, Rule

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

# Coinsurance is kept in millionths so that the product with cents is an exact integer.
MILLIONTHS = 1_000_000

# What the patient pays of a claim in cents: deductible, copayment, coinsurance.
_Parts = tuple[int, int, int]


def adjudicate(plan: Plan, claims: Iterable[Claim]) -> Adjudication:
    """Work out the bill for claims in date order (claims without a date stay where they are).

    Raises ValueError when a covered claim names a network or service the plan has no rule for.
    """
    bill = _Bill(plan)
    return Adjudication(tuple([bill.add(claim) for claim in claims]))


@dataclass(slots=True)
class _Accumulator:
    """What one member still has to pay in one network and plan year."""

    deductible_left_cents: int
    oop_left_cents: int
    coinsurance_left_cents: int
    credits: tuple[_Accumulator, ...] = ()
    carry_over_from: datetime.date | None = None
    carried_over_cents: int = 0
    visits: dict[str, int] = field(default_factory=dict)
    paid_visits: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class _FamilyLeft:
    """What all members together still have to pay in one plan year."""

    deductible_left_cents: int
    oop_left_cents: int


class _RuleInCents(NamedTuple):
    """A rule with amounts in cents, for integer arithmetic."""

    copay_cents: int
    copay_per_unit: bool
    coinsurance_millionths: int
    deductible_applies: bool
    coinsurance_base: str
    order: str
    visit_limit: int | None
    limit_counts_paid: bool
    visits_used: int
    first_visits: int
    first_terms: _RuleInCents | None

    @property
    def counts_visits(self) -> bool:
        """Whether a visit's number within the plan year matters."""
        return self.visit_limit is not None or self.first_terms is not None


class _Bill:
    """The state of a bill while its claims come in."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._self_pay = plan.self_pay
        self._family = plan.family
        self._year_start = month_and_day(plan.plan_year_start)
        self._open: dict[tuple[str, str, int, str], tuple[_RuleInCents, _Accumulator]] = {}
        self._rules: dict[tuple[str, str], _RuleInCents] = {}
        self._accumulators: dict[tuple[str, str, int], _Accumulator] = {}
        self._family_left: dict[int, _FamilyLeft] = {}
        self._met_year = None if plan.met_on is None else plan_year(plan.met_on, self._year_start)

    def add(self, claim: Claim) -> tuple[int, ...]:
        """Adjudicate one claim; the fields of its ClaimResult, in cents."""
        allowed_cents = billed_cents = in_cents(claim.allowed)
        if claim.billed is not None:
            billed_cents = in_cents(claim.billed)
            allowed_cents = min(allowed_cents, billed_cents)
        if self._self_pay:
            return _owed(billed_cents, allowed_cents, None)
        year = 0 if claim.date is None else plan_year(claim.date, self._year_start)
        if not claim.covered:
            return _uncovered(claim, allowed_cents, billed_cents, self._left_beside(claim, year))
        key = claim.network, claim.member, year, claim.service
        if key not in self._open:
            self._open[key] = self._opened(claim, year)
        rule, left = self._open[key]
        if rule.counts_visits:
            if _is_past_limit(rule, claim.service, left):
                return _uncovered(claim, allowed_cents, billed_cents, left)
            rule = _terms_of_this_visit(rule, claim.service, left)
        family = self._family_left_in(year) if self._family else None
        return _covered(claim, (allowed_cents, billed_cents), rule, left, family)

    def _opened(self, claim: Claim, year: int) -> tuple[_RuleInCents, _Accumulator]:
        """The rule of a service and its accumulator, at its first claim in a plan year."""
        rule = self._rule(claim)
        left = self._accumulator(claim.network, claim.member, year)
        if rule.visits_used and self._counts_met(year):
            left.visits[claim.service] = left.paid_visits[claim.service] = rule.visits_used
        return rule, left

    def _left_beside(self, claim: Claim, year: int) -> _Accumulator | None:
        """The accumulator beside a claim that is not covered; None where it is not known yet.

        The amounts met belong to the plan year of the first covered claim, so a claim that is not
        covered does not decide which year that is.
        """
        if self._met_year is None or claim.network not in self._plan.networks:
            return None
        return self._accumulator(claim.network, claim.member, year)

    def _rule(self, claim: Claim) -> _RuleInCents:
        key = claim.network, claim.service
        if key not in self._rules:
            self._rules[key] = _in_cents(_rule_for(self._plan, *key))
        return self._rules[key]

    def _accumulator(self, network: str, member: str, year: int) -> _Accumulator:
        key = network, member, year
        if key not in self._accumulators:
            terms = self._plan.networks[network]
            counts_met = self._counts_met(year)
            before = self._accumulators.get((network, member, year - 1))
            late_cents = in_cents(terms.deductible_met_late) if terms.carry_over_months else 0
            met_year_before = late_cents if year - 1 == self._met_year else 0
            carried_over_cents = before.carried_over_cents if before else met_year_before
            deductible_left_cents = _left_cents(terms.deductible, terms.deductible_met, counts_met)
            left = _Accumulator(
                max(0, deductible_left_cents - carried_over_cents),
                _left_cents(terms.oop_max, terms.oop_met, counts_met),
                _left_cents(terms.coinsurance_cap, 0, counts_met),
                carry_over_from=self._carry_over_from(terms, year),
                carried_over_cents=late_cents if counts_met else 0,
            )
            self._accumulators[key] = left
            # Set after it is stored, so that two networks can credit each other.
            left.credits = tuple(self._accumulator(other, member, year) for other in terms.credits)
        return self._accumulators[key]

    def _carry_over_from(self, terms: Network, year: int) -> datetime.date | None:
        # Claims without a date are all in year 0, which has no end.
        if not terms.carry_over_months or not year:
            return None
        next_year = datetime.date(year + 1, *self._year_start)
        return months_later(next_year, -terms.carry_over_months)

    def _family_left_in(self, year: int) -> _FamilyLeft:
        if year not in self._family_left:
            family = self._family or Family()
            counts_met = self._counts_met(year)
            self._family_left[year] = _FamilyLeft(
                _left_cents(family.deductible, family.deductible_met, counts_met),
                _left_cents(family.oop_max, family.oop_met, counts_met),
            )
        return self._family_left[year]

    def _counts_met(self, year: int) -> bool:
        """Whether this is the plan year in which the amounts met were paid."""
        if self._met_year is None:
            self._met_year = year
        return year == self._met_year


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
        copay_cents=in_cents(rule.copay),
        copay_per_unit=rule.copay_per != "visit",
        coinsurance_millionths=round(rule.coinsurance * MILLIONTHS),
        deductible_applies=rule.deductible_applies,
        coinsurance_base=rule.coinsurance_base,
        order=rule.order,
        visit_limit=rule.visit_limit,
        limit_counts_paid=rule.limit_counts == "paid",
        visits_used=rule.visits_used,
        first_visits=rule.first_visits,
        first_terms=_in_cents(rule.first_terms) if rule.first_terms else None,
    )


def _is_past_limit(rule: _RuleInCents, service: str, left: _Accumulator) -> bool:
    """Whether the visits of this plan year have used up the rule's limit."""
    used = left.paid_visits if rule.limit_counts_paid else left.visits
    return rule.visit_limit is not None and used.get(service, 0) >= rule.visit_limit


def _terms_of_this_visit(rule: _RuleInCents, service: str, left: _Accumulator) -> _RuleInCents:
    """Count the visit and return the rule it falls under, with the limit on all visits."""
    visit = left.visits[service] = left.visits.get(service, 0) + 1
    if rule.first_terms is None or visit > rule.first_visits:
        return rule
    return rule.first_terms._replace(visit_limit=rule.visit_limit)


def _covered(
    claim: Claim,
    amounts_cents: tuple[int, int],
    rule: _RuleInCents,
    left: _Accumulator,
    family: _FamilyLeft | None,
) -> tuple[int, ...]:
    """Split a covered claim between patient and plan, and update the accumulators.

    ``amounts_cents`` are what the plan allows and what the provider billed.
    """
    allowed_cents, billed_cents = amounts_cents
    parts_cents = _split(rule, allowed_cents, claim.units, left, family)
    paid_cents = sum(parts_cents)
    if paid_cents > left.oop_left_cents or family:
        parts_cents = _capped(left, family, parts_cents)
        paid_cents = sum(parts_cents)
    deductible_cents, copay_cents, coinsurance_cents = parts_cents
    left.deductible_left_cents -= deductible_cents
    left.coinsurance_left_cents -= coinsurance_cents
    left.oop_left_cents -= paid_cents
    if left.credits or left.carry_over_from:
        _count_elsewhere(left, claim, parts_cents)
    balance_cents = billed_cents - allowed_cents if claim.network == "oon" else 0
    penalty_cents = min(in_cents(claim.penalty), allowed_cents - paid_cents) if claim.penalty else 0
    plan_paid_cents = allowed_cents - paid_cents - penalty_cents
    if rule.visit_limit is not None and plan_paid_cents:
        left.paid_visits[claim.service] = left.paid_visits.get(claim.service, 0) + 1
    return (
        paid_cents + balance_cents + penalty_cents, paid_cents, deductible_cents, copay_cents,
        coinsurance_cents, plan_paid_cents, balance_cents, 0, penalty_cents, allowed_cents,
        left.deductible_left_cents, left.oop_left_cents,
    )  # fmt: skip


def _count_elsewhere(left: _Accumulator, claim: Claim, parts_cents: _Parts) -> None:
    """Count the patient's payment toward other networks and the next plan year, too."""
    deductible_cents, _, coinsurance_cents = parts_cents
    for other in left.credits:
        other.deductible_left_cents = max(0, other.deductible_left_cents - deductible_cents)
        other.coinsurance_left_cents = max(0, other.coinsurance_left_cents - coinsurance_cents)
        other.oop_left_cents = max(0, other.oop_left_cents - sum(parts_cents))
    for each in (left, *left.credits):
        if each.carry_over_from and claim.date and claim.date >= each.carry_over_from:
            each.carried_over_cents += deductible_cents


def _split(
    rule: _RuleInCents,
    allowed_cents: int,
    units: int,
    left: _Accumulator,
    family: _FamilyLeft | None,
) -> _Parts:
    """What the patient pays of one claim, before the out-of-pocket maximum."""
    copay_cents = rule.copay_cents * units if rule.copay_per_unit else rule.copay_cents
    reaches_cents = allowed_cents
    if rule.order == "copay_first":
        reaches_cents -= min(copay_cents, allowed_cents)
    deductible_cents = left.deductible_left_cents if rule.deductible_applies else 0
    if family:
        deductible_cents = min(deductible_cents, family.deductible_left_cents)
    deductible_cents = min(deductible_cents, reaches_cents)
    if copay_cents:
        credited_cents = deductible_cents if rule.order == "copay_in_deductible" else 0
        copay_cents = min(max(copay_cents - credited_cents, 0), allowed_cents - deductible_cents)
    remainder_cents = base_cents = allowed_cents - deductible_cents - copay_cents
    if rule.coinsurance_base == "after_deductible":
        base_cents += copay_cents
    elif rule.coinsurance_base == "allowed":
        base_cents = allowed_cents
    coinsurance_cents = (base_cents * rule.coinsurance_millionths + MILLIONTHS // 2) // MILLIONTHS
    most_cents = min(remainder_cents, left.coinsurance_left_cents)
    return deductible_cents, copay_cents, min(coinsurance_cents, most_cents)


def _capped(left: _Accumulator, family: _FamilyLeft | None, parts_cents: _Parts) -> _Parts:
    """The parts cut to the limits, coinsurance first and the deductible last."""
    deductible_cents, copay_cents, _ = parts_cents
    most_cents = min(sum(parts_cents), left.oop_left_cents)
    if family:
        most_cents = min(most_cents, family.oop_left_cents)
    deductible_cents = min(deductible_cents, most_cents)
    copay_cents = min(copay_cents, most_cents - deductible_cents)
    if family:
        family.oop_left_cents -= most_cents
        family.deductible_left_cents -= deductible_cents
    return deductible_cents, copay_cents, most_cents - deductible_cents - copay_cents


def _uncovered(
    claim: Claim, allowed_cents: int, billed_cents: int, left: _Accumulator | None
) -> tuple[int, ...]:
    """The patient owes the allowed amount in network, the whole charge elsewhere."""
    owed_cents = allowed_cents if claim.network == "in" else billed_cents
    return _owed(owed_cents, allowed_cents, left)


def _owed(owed_cents: int, allowed_cents: int, left: _Accumulator | None) -> tuple[int, ...]:
    """A claim the patient pays alone."""
    deductible_left_cents, oop_left_cents = (
        (left.deductible_left_cents, left.oop_left_cents) if left else (0, NO_LIMIT_CENTS)
    )
    return (
        owed_cents, 0, 0, 0, 0, 0, 0, owed_cents, 0, allowed_cents,
        deductible_left_cents, oop_left_cents,
    )  # fmt: skip


def _left_cents(limit_usd: float | None, met_usd: float, counts_met: bool) -> int:
    """What is left to pay of a limit, in cents."""
    if limit_usd is None:
        return NO_LIMIT_CENTS
    return max(0, in_cents(limit_usd) - (in_cents(met_usd) if counts_met else 0))
