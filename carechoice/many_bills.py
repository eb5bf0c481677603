"""The bill of many scenarios at once, as arrays: patient_usd(terms, allowed_usd, plan_year).

It follows the same rules as insurance.py for one network with the default order, where the loop of
insurance.py would take too long: in the simulation of what is not known. The two are equal to the
cent (tests/laws).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from carechoice.adjudication import CENTS

Amounts = npt.NDArray[np.float64]

# Cents are whole numbers kept as floats: exact far beyond any bill, and quicker than integers.
MILLIONTHS = 1e6


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyTerms:
    """The terms of each scenario: arrays of one value a scenario.

    Copayment, coinsurance and whether the deductible applies may also have a column a claim, where
    the claims are of more than one kind. Amounts are in dollars; ``oop_max_usd`` is infinite where
    there is none; ``coinsurance`` is the patient's share from 0 to 1. The amounts met count in plan
    year 0 only.
    """

    deductible_usd: Amounts
    deductible_met_usd: Amounts
    oop_max_usd: Amounts
    oop_met_usd: Amounts
    copay_usd: Amounts
    coinsurance: Amounts
    deductible_applies: npt.NDArray[np.bool_]


def patient_usd(
    terms: ManyTerms, allowed_usd: Amounts, plan_year: npt.NDArray[np.int64]
) -> Amounts:
    """What the patient pays for each claim, in dollars.

    ``allowed_usd`` and ``plan_year`` have a row a scenario and a column a claim, in date order. A
    claim that a scenario does not have is 0 dollars; plan years count from 0.
    """
    claims = _paid_by_claim(terms, allowed_usd, plan_year)
    return np.array(list(claims)).reshape(allowed_usd.shape[::-1]).T / CENTS


def patient_total_usd(
    terms: ManyTerms, allowed_usd: Amounts, plan_year: npt.NDArray[np.int64]
) -> Amounts:
    """What the patient pays for all claims of each scenario, in dollars."""
    return sum(_paid_by_claim(terms, allowed_usd, plan_year), np.zeros(len(allowed_usd))) / CENTS


def _paid_by_claim(
    terms: ManyTerms, allowed_usd: Amounts, plan_year: npt.NDArray[np.int64]
) -> Iterator[Amounts]:
    """Cents each patient pays, claim by claim: the loop of insurance.py, for all at once."""
    # A claim's row lies together in memory, which is what the loop reads.
    allowed = _cents(np.ascontiguousarray(allowed_usd.T))
    rules = zip(
        _by_claim(terms.deductible_applies, len(allowed)),
        _by_claim(_cents(terms.copay_usd), len(allowed)),
        _by_claim(np.round(terms.coinsurance * MILLIONTHS), len(allowed)),
        strict=True,
    )
    deductible_left = oop_left = np.zeros(len(allowed_usd))
    before = np.full(len(allowed_usd), -1)
    for claim, year, rule in zip(allowed, plan_year.T, rules, strict=True):
        begins = year != before
        if begins.any():
            first = _left(terms.deductible_usd, terms.deductible_met_usd, year)
            deductible_left = np.where(begins, first, deductible_left)
            most = _left(terms.oop_max_usd, terms.oop_met_usd, year)
            oop_left = np.where(begins, most, oop_left)
        deductible, owed = _owed(claim, deductible_left, *rule)
        paid = np.minimum(owed, oop_left)
        # Where the maximum cuts it short, the deductible does not matter any more.
        deductible_left = deductible_left - deductible
        oop_left = oop_left - paid
        before = year
        yield paid


def _owed(
    allowed: Amounts,
    deductible_left: Amounts,
    applies: npt.NDArray[np.bool_],
    copay: Amounts,
    millionths: Amounts,
) -> tuple[Amounts, Amounts]:
    """(deductible, all) in cents of one claim, before the out-of-pocket maximum."""
    deductible = np.minimum(allowed, deductible_left) * applies
    rest = allowed - deductible
    copayment = np.minimum(copay, rest)
    share = (rest - copayment) * millionths
    return deductible, deductible + copayment + np.floor(share / MILLIONTHS + 0.5)


def _by_claim(terms: npt.NDArray[Any], claims: int) -> npt.NDArray[Any]:
    """Terms with a row a claim, also where they are the same for all."""
    return terms.T if terms.ndim > 1 else np.broadcast_to(terms, (claims, len(terms)))


def _left(limit_usd: Amounts, met_usd: Amounts, year: npt.NDArray[np.int64]) -> Amounts:
    met = np.where(year == 0, _cents(met_usd), 0)
    return np.maximum(_cents(limit_usd) - met, 0)


def _cents(dollars: Amounts) -> Amounts:
    """Dollars to cents, half up, as the loop does it."""
    return np.floor(dollars * CENTS + 0.5 + 1e-7)
