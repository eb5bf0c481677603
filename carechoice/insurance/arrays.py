"""The bill of many scenarios at once, as arrays: patient_total_usd(limits, plan_years).

It follows the same rules as engine.py for one network with the default order, and a share of what
the deductible leaves (``coinsurance_base="after_deductible"``) or of what the copayment leaves of
that (``"remainder"``), where the loop of engine.py would take too long: in the simulation of what
is not known. Claims of one service are worked out together, so a course of any length costs the
same. The two are equal to the cent (tests/laws).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
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

    Where the deductible ``carries_over``, what goes to it in the last months of a plan year counts
    toward the next one's as well, and so does the part of the amount met that was paid in them.
    """

    deductible_usd: Amounts
    deductible_met_usd: Amounts
    oop_max_usd: Amounts
    oop_met_usd: Amounts
    carries_over: npt.NDArray[np.bool_]
    deductible_met_late_usd: Amounts


@dataclass(frozen=True, kw_only=True)
class Service:
    """What the plan allows for a service and its rule: arrays of one value a scenario.

    ``coinsurance`` is the patient's share from 0 to 1 of what the deductible leaves of a claim, or
    with ``share_of_rest`` of what the copayment leaves of that. ``penalty_usd`` is what the plan
    pays less for a claim, as far as it would pay so much; it stands outside all limits.
    """

    allowed_usd: Amounts
    copay_usd: Amounts
    coinsurance: Amounts
    share_of_rest: npt.NDArray[np.bool_]
    deductible_applies: npt.NDArray[np.bool_]
    penalty_usd: Amounts

    # Each is asked for once a run, and a service has up to eight runs in two plan years.
    @cached_property
    def allowed_cents(self) -> Amounts:
        """What the plan allows for a claim."""
        return _cents(self.allowed_usd)

    @cached_property
    def copay_cents(self) -> Amounts:
        """The copayment of a claim."""
        return _cents(self.copay_usd)

    @cached_property
    def coinsurance_millionths(self) -> Amounts:
        """The patient's share, so that its product with cents is a whole number."""
        return np.asarray(np.round(self.coinsurance * MILLIONTHS))

    @cached_property
    def penalty_cents(self) -> Amounts:
        """What the plan pays less for a claim, as far as it would pay so much."""
        return _cents(self.penalty_usd)

    @cached_property
    def share_cents(self) -> Amounts:
        """Copayment and coinsurance of a claim that the deductible takes nothing of."""
        return _share_cents(self, self.allowed_cents)


class PaidLimit(NamedTuple):
    """The plan pays a part of the first claims of a plan year; those after them are not covered.

    Claims it pays nothing of do not count. Runs with a limit of the same name share it. It is
    infinite where there is none.
    """

    name: str
    claims: Counts


class Run(NamedTuple):
    """Claims of one service, one after the other: how many in each scenario, which may be none.

    ``is_late`` says that they are in the last months of their plan year.
    """

    claims: Counts
    service: Service
    is_late: bool = False
    limit: PaidLimit | None = None


class Alike(NamedTuple):
    """Claims of one service that cost the patient the same, one after the other, in cents.

    ``past_limit`` further claims are past a limit, and are not covered.
    """

    claims: Counts
    deductible_cents: Amounts
    share_cents: Amounts
    run: Run
    past_limit: Counts | int = 0

    @property
    def shared_cents(self) -> Amounts:
        """What one of them leaves to the patient by the plan's terms."""
        return self.deductible_cents + self.share_cents

    @property
    def in_all_cents(self) -> Amounts:
        """What all of them leave to the patient by the plan's terms."""
        return np.asarray(self.claims * self.shared_cents)

    @property
    def penalty_cents(self) -> Amounts:
        """What the plan pays less for one of them; never more than it would pay."""
        left_cents = self.run.service.allowed_cents - self.shared_cents
        return np.asarray(np.minimum(self.run.service.penalty_cents, left_cents))

    @property
    def by_plan_cents(self) -> Amounts:
        """What the plan pays for one of them."""
        allowed_cents = self.run.service.allowed_cents
        return np.asarray(allowed_cents - self.shared_cents - self.penalty_cents)

    @property
    def beside_cents(self) -> Amounts:
        """What is owed outside all limits: for what the plan pays less, and past a limit of it."""
        owed_cents: Amounts = np.zeros(1)
        if np.any(self.run.service.penalty_usd):
            owed_cents = owed_cents + self.claims * self.penalty_cents
        if self.run.limit:
            owed_cents = owed_cents + self.past_limit * self.run.service.allowed_cents
        return owed_cents

    @property
    def to_deductible_cents(self) -> Amounts:
        """What goes to the deductible for all of them."""
        return np.asarray(self.claims * self.deductible_cents)


def within(own: Limits, family: Limits) -> Limits:
    """The limits that bind one member of a family: of each what is left of both."""
    deductible_usd = np.minimum(own.deductible_usd, family.deductible_usd)
    oop_max_usd = np.minimum(own.oop_max_usd, family.oop_max_usd)
    return Limits(
        deductible_usd=deductible_usd,
        carries_over=own.carries_over,
        deductible_met_late_usd=own.deductible_met_late_usd,
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
    # A limit that does not exist has nothing left and nothing met.
    is_limit = np.isfinite(limit_usd)
    met_usd = np.where(is_limit, limit_usd, 0) - np.where(is_limit, left_usd, 0)
    return np.asarray(np.round(np.maximum(met_usd, 0), 2))


def patient_total_usd(limits: Limits, plan_years: Sequence[Sequence[Run]]) -> Amounts:
    """What the patient pays in each scenario, in dollars, for the runs of each plan year in order.

    The first plan year is the one the amounts met were paid in; it can be without claims.
    """
    total_cents: Amounts = np.zeros(1)
    met_cents, oop_met_cents = _cents(limits.deductible_met_usd), _cents(limits.oop_met_usd)
    carried_cents = _cents(limits.deductible_met_late_usd)
    for runs in plan_years:
        deductible_left_cents = np.maximum(_cents(limits.deductible_usd) - met_cents, 0)
        oop_left_cents = np.maximum(_cents(limits.oop_max_usd) - oop_met_cents, 0)
        if _hangs_on_single_claims(limits, runs):
            alike = list(_cut_by_limits(runs, deductible_left_cents, oop_left_cents))
            total_cents = total_cents + sum(each.beside_cents for each in alike)
            late = [each for each in alike if each.run.is_late]
            carried_cents = carried_cents + sum(each.to_deductible_cents for each in late)
        else:
            alike = list(_in_order(runs, deductible_left_cents))
        # Claims past the maximum cost nothing, so it is enough to cut the year's sum.
        in_all_cents = sum(each.in_all_cents for each in alike)
        total_cents = total_cents + np.minimum(in_all_cents, oop_left_cents)
        # What is met in the next plan year.
        met_cents = np.where(limits.carries_over, carried_cents, 0)
        carried_cents = oop_met_cents = np.zeros(1)
    return total_cents / CENTS


def _hangs_on_single_claims(limits: Limits, runs: Sequence[Run]) -> bool:
    """Whether it matters which claims of a plan year reach the maximum."""
    is_penalised = any(np.any(run.service.penalty_usd) for run in runs)
    is_limited = any(run.limit for run in runs)
    return is_penalised or is_limited or bool(np.any(limits.carries_over))


def _in_order(runs: Sequence[Run], deductible_left_cents: Amounts) -> Iterator[Alike]:
    """The claims of a plan year, before the out-of-pocket maximum."""
    for run in runs:
        alike = _alike(run, deductible_left_cents)
        yield from alike
        paid_cents = sum(each.to_deductible_cents for each in alike)
        deductible_left_cents = deductible_left_cents - paid_cents


def _cut_by_limits(
    runs: Sequence[Run], deductible_left_cents: Amounts, oop_left_cents: Amounts
) -> Iterator[Alike]:
    """The claims of a plan year, cut where the maximum or a limit on paid claims is reached.

    A limit is reached by a claim that the plan pays a part of, and then the deductible has taken
    all it takes whole: claims that were cut by what they would have left are past it.
    """
    paid_left: dict[str, Counts] = {}
    for run in runs:
        for alike in _that_are_any(_alike(run, deductible_left_cents)):
            for each in _that_are_any(_within_maximum(alike, oop_left_cents)):
                covered = _within_paid_limit(each, paid_left)
                yield covered
                deductible_left_cents = deductible_left_cents - covered.to_deductible_cents
                oop_left_cents = oop_left_cents - covered.in_all_cents


def _alike(run: Run, deductible_left_cents: Amounts) -> tuple[Alike, ...]:
    """Claims the deductible takes whole, then one it takes a part of (or nothing), then the rest.

    Free claims have no deductible, and are not divided by.
    """
    nothing: Amounts = np.zeros(1)
    claims, service = run.claims, run.service
    if not np.any(service.deductible_applies):
        return (Alike(claims, nothing, service.share_cents, run),)
    allowed_cents = service.allowed_cents
    to_pay_in_full_cents = np.where(service.deductible_applies, deductible_left_cents, 0)
    deductible_cents = np.minimum(claims * allowed_cents, to_pay_in_full_cents)
    whole = np.floor(deductible_cents / np.maximum(allowed_cents, 1))
    part_cents = deductible_cents - whole * allowed_cents
    crossing = np.minimum(claims - whole, 1)
    after_part_cents = _share_cents(service, allowed_cents - part_cents)
    return (
        Alike(whole, allowed_cents, nothing, run),
        Alike(crossing, part_cents, after_part_cents, run),
        Alike(claims - whole - crossing, nothing, service.share_cents, run),
    )


def _that_are_any(found: Iterable[Alike]) -> Iterator[Alike]:
    """Those of which there is a claim in any scenario: mostly few of them."""
    return (alike for alike in found if np.any(alike.claims))


def _within_maximum(alike: Alike, oop_left_cents: Amounts) -> tuple[Alike, ...]:
    """The same claims cut by the maximum: those before it, one that reaches it, those past it."""
    if np.all(alike.in_all_cents <= oop_left_cents):
        return (alike,)
    nothing: Amounts = np.zeros(1)
    shared_cents = alike.shared_cents
    fit = np.floor(oop_left_cents / np.maximum(shared_cents, 1))
    before = np.where(shared_cents > 0, np.minimum(alike.claims, fit), alike.claims)
    reaching = np.minimum(alike.claims - before, 1)
    left_cents = np.where(reaching > 0, oop_left_cents - before * shared_cents, 0)
    # Coinsurance is cut first, the deductible last.
    deductible_cents = np.minimum(alike.deductible_cents, left_cents)
    return (
        alike._replace(claims=before),
        Alike(reaching, deductible_cents, left_cents - deductible_cents, alike.run),
        Alike(alike.claims - before - reaching, nothing, nothing, alike.run),
    )


def _within_paid_limit(alike: Alike, paid_left: dict[str, Counts]) -> Alike:
    """The same claims, as far as they are covered; ``paid_left`` is what is left of each limit."""
    limit = alike.run.limit
    if limit is None:
        return alike
    left = paid_left.get(limit.name, limit.claims)
    is_paid = alike.by_plan_cents > 0
    most = np.where(is_paid, np.minimum(alike.claims, left), alike.claims)
    covered = np.where(left > 0, most, 0)
    paid_left[limit.name] = left - covered * is_paid
    return alike._replace(claims=covered, past_limit=alike.claims - covered)


def _share_cents(service: Service, after_deductible_cents: Amounts) -> Amounts:
    """Copayment and coinsurance, in cents, for what the deductible leaves of a claim."""
    copay_cents = np.minimum(service.copay_cents, after_deductible_cents)
    # Mostly no plan has such a share, and then there is nothing to take off.
    off_cents = copay_cents * service.share_of_rest if np.any(service.share_of_rest) else 0
    millionths = (after_deductible_cents - off_cents) * service.coinsurance_millionths
    owed_cents: Amounts = copay_cents + np.floor(millionths / MILLIONTHS + 0.5)
    return np.asarray(np.minimum(owed_cents, after_deductible_cents))


def _cents(amount_usd: Amounts) -> Amounts:
    """Dollars to cents, half up, as the loop does it."""
    return np.floor(amount_usd * CENTS + 0.5 + 1e-7)
