"""How the bill works: bills worked out by hand, in words."""

from __future__ import annotations

from carechoice.catalog.bill_rows import WorkedBill
from carechoice.catalog.in_use import catalog
from carechoice.language.formats import money_exact
from carechoice.language.sentences import say

# A new line in the same point of a list, as markdown writes it.
NEXT_LINE = "  \n  "


def lead() -> str:
    """What the bills are for, and how many there are."""
    return say("sources.bills.lead", number=len(catalog().worked_bills))


def bills() -> list[str]:
    """A paragraph of three lines for each bill: its terms, its sums, and what they come to."""
    return [NEXT_LINE.join(_lines(row)) for row in catalog().worked_bills.values()]


def _lines(row: WorkedBill) -> list[str]:
    terms = say("sources.bills.terms", title=row.title, terms=row.terms)
    return [terms, row.how, _pay(row)]


def _pay(row: WorkedBill) -> str:
    patient = money_exact(row.patient_usd)
    if row.plan_usd is None:
        return say("sources.bills.pay.self_pay", patient=patient)
    return say("sources.bills.pay", patient=patient, plan=money_exact(row.plan_usd))
