"""Rows on bills: bills worked out by hand, and the codes that care is billed with."""

from __future__ import annotations

from typing import Literal

from carechoice.catalog.plain_numbers import Number
from carechoice.catalog.rows import Care, Row, Sourced, Words, YesNo

# Who keeps a billing code: the AMA (CPT), CMS (HCPCS level II) or the NUBC (revenue codes).
KindOfCode = Literal["cpt", "hcpcs", "revenue"]


class WorkedBill(Row):
    """A bill of one kind of care, to show one rule. ``inputs`` are values as in a link.

    The amounts are what person and plan pay in all, in dollars, and what the person's part is made
    of; no amount is none of it. Without a plan there is no ``plan_usd``. ``how`` has the sums.
    """

    care: Care
    inputs: str
    patient_usd: Number
    plan_usd: Number | None = None
    deductible_usd: Number = 0
    copay_usd: Number = 0
    coinsurance_usd: Number = 0
    balance_usd: Number = 0
    not_covered_usd: Number = 0
    penalty_usd: Number = 0
    title: Words
    terms: Words
    how: Words


class BillingCode(Sourced):
    """A code that care is billed with; ``per`` is by what, where the code itself says so.

    A plan is ``asked`` about those that are for nothing else. ``program_of_any_level`` is a day of
    a program against addiction: day treatment and residential care are billed with it, too.
    """

    kind: KindOfCode
    service: Literal[
        "intake",
        "therapy_30",
        "therapy_45",
        "therapy_60",
        "program",
        "program_group",
        "program_of_any_level",
    ]
    per: Literal["", "day"] = ""
    asked: YesNo = False
    meaning: Words
