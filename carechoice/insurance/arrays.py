"""The bill of many scenarios at once, as arrays: patient_total_usd(limits, plan_years).

It follows the same rules as engine.py for one network with the default order and a share of what
the deductible leaves (``coinsurance_base="after_deductible"``), where the loop of
engine.py would take too long: in the simulation of what is not known. Claims of one service are
worked out together, so a course of any length costs the same. The two are equal to the cent
(tests/laws).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from carechoice.insurance.result import CENTS

Amounts = npt.NDArray[np.float64]
Counts = npt.NDArray[np.floating[Any] | np.integer[Any]]

# Cents are whole numbers kept as floats: exact far beyond any bill, and quicker than integers.
MILLIONTHS = 1e6


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The limits of each scenario's plan, in dollars: arrays of one value a scenario.

    ``oop_max_usd`` is infinite where there is none. The amounts met count in the first plan year,
    which may be over when the first claim comes.
    """

    deductible_usd: Amounts
    deductible_met_usd: Amounts
    oop_max_usd: Amounts
    oop_met_usd: Amounts


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What the plan allows for a service and its rule: arrays of one value a scenario.

    ``coinsurance`` is the patient's share from 0 to 1. ``penalty_usd`` is what the plan pays less
    for a claim, as far as it would pay so much; it stands outside all limits.
    """

    allowed_usd: Amounts
    copay_usd: Amounts
    coinsurance: Amounts
    deductible_applies: npt.NDArray[np.bool_]
    penalty_usd: Amounts


class Run(NamedTuple):
    """Claims of one service, one after the other: how many in each scenario, which may be none."""

    claims: Counts
    service: Service


class Alike(NamedTuple):
    """Claims of one service that cost the patient the same, one after the other, in cents."""

    claims: Counts
    deductible_cents: Amounts
    share_cents: Amounts
    service: Service

    @property
    def shared_cents(self) -> Amounts:
        """What one of them leaves to the patient by the plan's terms."""
        return self.deductible_cents + self.share_cents

    @property
    def in_all_cents(self) -> Amounts:
        """What all of them leave to the patient by the plan's terms."""
        return np.asarray(self.claims * self.shared_cents)

    @property
    def penalties_cents(self) -> Amounts:
        """What the plan pays less for all of them; never more than it would pay."""
        left_cents = _cents(self.service.allowed_usd) - self.shared_cents
        penalty_cents = np.minimum(_cents(self.service.penalty_usd), left_cents)
        return np.asarray(self.claims * penalty_cents)


def within(own: Limits, family: Limits) -> Limits:
    """The limits that bind one member of a family: of each what is left of both."""
    deductible_usd = np.minimum(own.deductible_usd, family.deductible_usd)
    oop_max_usd = np.minimum(own.oop_max_usd, family.oop_max_usd)
    return Limits(
        deductible_usd=deductible_usd,
        deductible_met_usd=_met_of_both(
            deductible_usd,
            own.deductible_usd - own.deductible_met_usd,
            family.deductible_usd - family.deductible_met_usd,
        ),
        oop_max_usd=oop_max_usd,
        oop_met_usd=_met_of_both(
            oop_max_usd, own.oop_max_usd - own.oop_met_usd, family.oop_max_usd - family.oop_met_usd
        ),
    )


def _met_of_both(limit_usd: Amounts, own_left_usd: Amounts, family_left_usd: Amounts) -> Amounts:
    left_usd = np.maximum(np.minimum(own_left_usd, family_left_usd), 0)
    # Without a limit nothing is left of it, and nothing is met.
    is_limit = np.isfinite(limit_usd)
    met_usd = np.where(is_limit, limit_usd, 0) - np.where(is_limit, left_usd, 0)
    return np.asarray(np.round(np.maximum(met_usd, 0), 2))


def patient_total_usd(limits: Limits, plan_years: Sequence[Sequence[Run]]) -> Amounts:
    """What the patient pays in each scenario, in dollars, for the runs of each plan year in order.

    The first plan year is the one the amounts met were paid in; it can be without claims.
    """
    total_cents: Amounts = np.zeros(len(limits.deductible_usd))
    for year, runs in enumerate(plan_years):
        is_first = year == 0
        deductible_left_cents = _left_cents(
            limits.deductible_usd, limits.deductible_met_usd, is_first
        )
        oop_left_cents = _left_cents(limits.oop_max_usd, limits.oop_met_usd, is_first)
        alike = list(_alike(runs, deductible_left_cents))
        if any(np.any(service.penalty_usd) for _, service in runs):
            alike = list(_within_maximum(alike, oop_left_cents))
            total_cents += sum(each.penalties_cents for each in alike)
        # Claims past the maximum cost nothing, so it is enough to cut the year's sum.
        in_all_cents = sum(each.in_all_cents for each in alike)
        total_cents += np.minimum(in_all_cents, oop_left_cents)
    return total_cents / CENTS


def _alike(runs: Sequence[Run], deductible_left_cents: Amounts) -> Iterator[Alike]:
    """The claims of a plan year in their order, before the out-of-pocket maximum."""
    nothing: Amounts = np.zeros(1)
    for claims, service in runs:
        allowed_cents = _cents(service.allowed_usd)
        to_pay_in_full_cents = np.where(service.deductible_applies, deductible_left_cents, 0)
        deductible_cents = np.minimum(claims * allowed_cents, to_pay_in_full_cents)
        deductible_left_cents = deductible_left_cents - deductible_cents
        # Claims the deductible takes whole, then one it takes a part of (or nothing), then the
        # rest. Free claims have no deductible, and are not divided by.
        whole = np.floor(deductible_cents / np.maximum(allowed_cents, 1))
        part_cents = deductible_cents - whole * allowed_cents
        crossing = np.minimum(claims - whole, 1)
        after_part_cents = _share_cents(service, allowed_cents - part_cents)
        yield Alike(whole, allowed_cents, nothing, service)
        yield Alike(crossing, part_cents, after_part_cents, service)
        yield Alike(
            claims - whole - crossing, nothing, _share_cents(service, allowed_cents), service
        )


def _within_maximum(found: Iterable[Alike], oop_left_cents: Amounts) -> Iterator[Alike]:
    """The same claims cut by the maximum: those before it, one that reaches it, those past it."""
    nothing: Amounts = np.zeros(1)
    for each in found:
        shared_cents = each.shared_cents
        fit = np.floor(oop_left_cents / np.maximum(shared_cents, 1))
        before = np.where(shared_cents > 0, np.minimum(each.claims, fit), each.claims)
        reaching = np.minimum(each.claims - before, 1)
        left_cents = np.where(reaching > 0, oop_left_cents - before * shared_cents, 0)
        # What is paid first is kept first.
        deductible_cents = np.minimum(each.deductible_cents, left_cents)
        yield each._replace(claims=before)
        yield Alike(reaching, deductible_cents, left_cents - deductible_cents, each.service)
        yield Alike(each.claims - before - reaching, nothing, nothing, each.service)
        oop_left_cents = oop_left_cents - before * shared_cents - left_cents


def _share_cents(service: Service, after_deductible_cents: Amounts) -> Amounts:
    """Copayment and coinsurance, in cents, for what the deductible leaves of a claim."""
    copay_cents = np.minimum(_cents(service.copay_usd), after_deductible_cents)
    millionths = after_deductible_cents * np.round(service.coinsurance * MILLIONTHS)
    owed_cents: Amounts = copay_cents + np.floor(millionths / MILLIONTHS + 0.5)
    return np.asarray(np.minimum(owed_cents, after_deductible_cents))


def _left_cents(limit_usd: Amounts, met_usd: Amounts, is_first_year: bool) -> Amounts:
    met_cents = _cents(met_usd) if is_first_year else 0
    return np.maximum(_cents(limit_usd) - met_cents, 0)


def _cents(amount_usd: Amounts) -> Amounts:
    """Dollars to cents, half up, as the loop does it."""
    return np.floor(amount_usd * CENTS + 0.5 + 1e-7)
