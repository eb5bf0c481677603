"""A bill worked out: one result a claim, and the totals. Kept in cents, shown in dollars."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

CENTS = 100
# More than any bill: what is left of a limit that the plan does not have.
NO_LIMIT_CENTS = 10**15


class ClaimResult(NamedTuple):
    """Who owes what for one claim, in dollars; ``..._left`` is what is left after the claim.

    patient = cost_share + balance + not_covered + penalty; cost_share = deductible + copay +
    coinsurance. ``oop_left`` is None when there is no out-of-pocket maximum.
    """

    patient: float
    cost_share: float
    deductible: float
    copay: float
    coinsurance: float
    plan_paid: float
    balance: float
    not_covered: float
    penalty: float
    allowed: float
    deductible_left: float
    oop_left: float | None


@dataclass(frozen=True)
class Adjudication:
    """The bill in date order: kept in cents, shown in dollars.

    ``cents`` has a row a claim: the amounts of ClaimResult in its order.
    ``totals`` has patient, cost_share, deductible, copay, coinsurance, plan_paid, balance,
    not_covered, penalty, allowed_total, not_covered_visits, deductible_left and oop_left.
    """

    cents: tuple[tuple[int, ...], ...]

    @property
    def patient(self) -> float:
        """All the patient owes, in dollars."""
        return sum([row[0] for row in self.cents]) / CENTS

    def column(self, name: str) -> list[Any]:
        """One amount of every claim, by its name in ClaimResult, in dollars (or None)."""
        index = ClaimResult._fields.index(name)
        return [
            row[index] / CENTS if row[index] < NO_LIMIT_CENTS // 2 else None for row in self.cents
        ]

    @cached_property
    def claims(self) -> tuple[ClaimResult, ...]:
        """One result a claim, in dollars."""
        return tuple(_in_dollars(row) for row in self.cents)

    @cached_property
    def totals(self) -> Mapping[str, float | None]:
        """The sums over all claims, in dollars."""
        columns = list(zip(*self.cents, strict=True)) or [()] * len(ClaimResult._fields)
        summed = {name: sum(column) / CENTS for name, column in zip(SUMMED, columns, strict=False)}
        counted = [row for row in self.cents if not _is_denied_outright(row)] or self.cents
        last = _in_dollars(counted[-1]) if counted else None
        return {
            **summed,
            "allowed_total": summed.pop("allowed"),
            "not_covered_visits": sum(map(bool, columns[NOT_COVERED])),
            "deductible_left": last.deductible_left if last else None,
            "oop_left": last.oop_left if last else None,
        }


NOT_COVERED = ClaimResult._fields.index("not_covered")
SUMMED = ClaimResult._fields[:-2]


def _is_denied_outright(cents: tuple[int, ...]) -> bool:
    """Whether a claim was denied outright, so that nothing is known of what is left."""
    *_, deductible_left_cents, oop_left_cents = cents
    is_denied = bool(cents[NOT_COVERED]) and not deductible_left_cents
    return is_denied and oop_left_cents > NO_LIMIT_CENTS // 2


def _in_dollars(cents: tuple[int, ...]) -> ClaimResult:
    amounts_usd: list[float | None] = [cent / CENTS for cent in cents]
    # No bill comes near NO_LIMIT_CENTS, so half of it still means that there never was a limit.
    if cents[-1] > NO_LIMIT_CENTS // 2:
        amounts_usd[-1] = None
    return ClaimResult._make(amounts_usd)


def in_cents(amount_usd: float) -> int:
    """Dollars to cents, half up; the tiny addend undoes binary fractions such as 1.005."""
    return int(amount_usd * CENTS + 0.5 + 1e-7)
