"""What a row of worked_bills.csv looks like: a bill worked out by hand, to show one rule."""

from __future__ import annotations

from carechoice.catalog.rows import Care, Row, Words


class WorkedBill(Row):
    """A bill of one kind of care. ``inputs`` are values of inputs, written as in a link.

    The amounts are what person and plan pay in all, in dollars, and what the person's part is made
    of; no amount is none of it. Without a plan there is no ``plan_usd``. ``how`` has the sums.
    """

    care: Care
    inputs: str
    patient_usd: float
    plan_usd: float | None = None
    deductible_usd: float = 0
    copay_usd: float = 0
    coinsurance_usd: float = 0
    balance_usd: float = 0
    not_covered_usd: float = 0
    penalty_usd: float = 0
    title: Words
    terms: Words
    how: Words
