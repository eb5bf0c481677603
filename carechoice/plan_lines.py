"""Two lines of a plan's summary -> values of the inputs, with what was understood in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from carechoice.catalog import catalog
from carechoice.comparison import PATHWAYS
from carechoice.formats import money_exact, percent
from carechoice.plan_text import LineTerms, NotUnderstoodError, read_line
from carechoice.rows import Care
from carechoice.scenario import COPAY_OF, DEDUCTIBLE_APPLIES_OF
from carechoice.words import say


@dataclass(frozen=True, slots=True)
class PlanLines:
    """What the lines fill in, what was understood, and what was not or cannot be used."""

    values: dict[str, Any]
    understood: tuple[str, ...]
    problems: tuple[str, ...]


def read_plan_lines(lines: dict[Care, str]) -> PlanLines:
    """Read what a summary says for therapy visits and for program days; either may be empty."""
    terms: dict[Care, LineTerms] = {}
    problems: list[str] = []
    for care in PATHWAYS:
        text = lines[care].strip()
        if not text:
            continue
        try:
            found = read_line(text)
        except NotUnderstoodError as error:
            problems.append(say(f"read.not.{care}", rest=error.rest))
            continue
        reason = _why_unusable(care, found)
        if reason:
            problems.append(say(f"read.{reason}.{care}"))
        else:
            terms[care] = found
    shares = {_plan_share(found) for found in terms.values()} - {None}
    if len(shares) > 1:
        return PlanLines({}, (), (*problems, say("read.shares_differ")))
    understood = tuple(_told(care, found) for care, found in terms.items())
    values: dict[str, Any] = {}
    for care, found in terms.items():
        values |= dict(_values(care, found))
    return PlanLines(values, understood, tuple(problems))


def _why_unusable(care: Care, found: LineTerms) -> str | None:
    """Terms the inputs cannot hold."""
    _, most = catalog().parameters[COPAY_OF[care]].bounds
    if (found.copay_usd or 0) > most:
        return "bounds"
    if not found.covered:
        return "not_covered"
    if found.copay_per == "stay":
        return "stay"
    return "both" if found.copay_usd and found.coinsurance_percent else None


def _plan_share(found: LineTerms) -> float | None:
    """The share the plan pays, where no copayment takes its place."""
    if found.copay_usd:
        return None
    # A copayment of nothing, and no share: the plan pays all of it.
    return 100 - (found.coinsurance_percent or 0)


def _values(care: Care, found: LineTerms) -> Iterator[tuple[str, Any]]:
    yield COPAY_OF[care], float(found.copay_usd or 0)
    share = _plan_share(found)
    if share is not None:
        yield "plan_pays_percent", float(share)
    if found.deductible_applies is not None:
        yield DEDUCTIBLE_APPLIES_OF[care], found.deductible_applies


def _told(care: Care, found: LineTerms) -> str:
    applies = {True: "after", False: "without", None: "unsaid"}[found.deductible_applies]
    if found.copay_usd:
        told = say(f"read.copay.{care}", copay=money_exact(found.copay_usd))
    else:
        told = say(f"read.share.{care}", plan=percent(_plan_share(found) or 0))
    return f"{told} {say(f'read.deductible.{applies}')}"
