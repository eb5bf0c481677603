"""Codes that care is billed with, as billing_codes.csv has them: those of a service, by kind."""

from __future__ import annotations

from carechoice.catalog.bill_rows import KindOfCode
from carechoice.catalog.in_use import catalog

# What names the care that is given; a revenue code names where in a hospital it is given.
PROCEDURES: tuple[KindOfCode, ...] = ("cpt", "hcpcs")

# The sessions of a course of therapy, from the first visit on.
THERAPY = ("intake", "therapy_30", "therapy_45", "therapy_60")


def session_code(minutes: int) -> str:
    """The code of a therapy session that is billed as one of this length."""
    (code,) = asked_codes(f"therapy_{minutes}")
    return code


def asked_codes(service: str, kinds: tuple[KindOfCode, ...] = PROCEDURES) -> list[str]:
    """The codes of a service that a plan is asked about, in the order of the file.

    There are others that payers use for that service, and for further ones too.
    """
    rows = catalog().billing_codes.values()
    return [row.key for row in rows if row.asked and row.service == service and row.kind in kinds]
