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
# As many scenarios at a time as stay in the processor's cache.
CHUNK_CELLS = 20_000


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
    scenarios, claims = allowed_usd.shape
    paid = np.empty_like(allowed_usd)
    step = max(1, CHUNK_CELLS // max(1, claims))
    for first in range(0, scenarios, step):
        rows = slice(first, first + step)
        paid[rows] = _paid(terms, rows, _cents(allowed_usd[rows]), plan_year[rows])
    return paid / CENTS


def _paid(
    terms: ManyTerms, rows: slice, allowed: Amounts, plan_year: npt.NDArray[np.int64]
) -> Amounts:
    """Cents the patient pays for each claim of some scenarios."""
    first, last = int(plan_year.min(initial=0)), int(plan_year.max(initial=0))
    if first == last:
        return _paid_in_year(terms, rows, slice(None), allowed, is_first=first == 0)
    paid = np.zeros_like(allowed)
    for year, columns in _columns_of_years(plan_year, range(first, last + 1)):
        of_year = np.where(plan_year[:, columns] == year, allowed[:, columns], 0)
        paid[:, columns] += _paid_in_year(terms, rows, columns, of_year, is_first=year == 0)
    return paid


def _columns_of_years(
    plan_year: npt.NDArray[np.int64], years: range
) -> Iterator[tuple[int, slice]]:
    """Each year with the columns outside of which no scenario has a claim in it."""
    earliest, latest = plan_year.min(axis=0), plan_year.max(axis=0)
    for year in years:
        (found,) = np.nonzero((earliest <= year) & (year <= latest))
        if found.size:
            yield year, slice(int(found[0]), int(found[-1]) + 1)


def _paid_in_year(
    terms: ManyTerms, rows: slice, columns: slice, allowed: Amounts, *, is_first: bool
) -> Amounts:
    """The same for the claims of one plan year, which stand in these columns."""
    deductible_left = _left(terms.deductible_usd[rows], terms.deductible_met_usd[rows], is_first)
    oop_left = _left(terms.oop_max_usd[rows], terms.oop_met_usd[rows], is_first)
    subject = np.where(_by_claim(terms.deductible_applies[rows], columns), allowed, 0)
    deductible = _growth(np.minimum(np.cumsum(subject, axis=1), deductible_left[:, None]))
    rest = allowed - deductible
    copay = np.minimum(_cents(_by_claim(terms.copay_usd[rows], columns)), rest)
    millionths = np.round(_by_claim(terms.coinsurance[rows], columns) * MILLIONTHS)
    coinsurance = np.floor(((rest - copay) * millionths + MILLIONTHS / 2) / MILLIONTHS)
    paid = np.cumsum(deductible + copay + coinsurance, axis=1)
    # Exact, because once the maximum binds everything later is 0.
    return _growth(np.minimum(paid, oop_left[:, None]))


def _by_claim(terms: npt.NDArray[Any], columns: slice) -> npt.NDArray[Any]:
    """Terms with a column a claim, or with one for all claims."""
    return terms[:, columns] if terms.ndim > 1 else terms[:, None]


def _growth(running: Amounts) -> Amounts:
    """What each column adds to a running sum."""
    grown = running.copy()
    grown[:, 1:] -= running[:, :-1]
    return grown


def _left(limit_usd: Amounts, met_usd: Amounts, is_first: bool) -> Amounts:
    met = _cents(met_usd) if is_first else 0
    return np.maximum(_cents(limit_usd) - met, 0)


def _cents(dollars: Amounts) -> Amounts:
    """Dollars to cents, half up, as the loop does it."""
    return np.floor(dollars * CENTS + 0.5 + 1e-7)
