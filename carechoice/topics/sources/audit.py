"""The self-audit: the checklist for decision aids, item by item, in words."""

from __future__ import annotations

from collections import Counter
from datetime import date

from carechoice.catalog.decision_rows import AuditItem
from carechoice.catalog.in_use import catalog
from carechoice.language.formats import day
from carechoice.language.sentences import say


def lead() -> str:
    """What the list is and is not, how many items are met, and when it is to be looked at again."""
    found: Counter[str] = Counter()
    for row in catalog().audit.values():
        found[row.status] += len(row.numbers)
    review_by = day(date.fromisoformat(catalog().release["review_by"].value))
    return say(
        "audit.lead",
        total=found.total(),
        met=found["met"],
        open=found["open"],
        not_applicable=found["not_applicable"],
        review_by=review_by,
    )


def lines() -> list[str]:
    """One line for each item: what it asks, whether it is met, how, where and by which test."""
    return [_line(row) for row in catalog().audit.values()]


def _line(row: AuditItem) -> str:
    sentence = say(
        "audit.line",
        numbers=row.key,
        item=row.item,
        status=say(f"audit.{row.status}"),
        how=row.how,
    )
    if row.status != "met":
        return sentence
    tests = "; ".join(_title(test) for test in row.tests)
    return f"{sentence} {say('audit.proof', where=row.where, tests=tests)}"


def _title(test: str) -> str:
    """The name of a test, which is a sentence."""
    return test.rpartition("::")[2].removeprefix("test_").replace("_", " ")
