"""Two lines of a plan's summary -> values of the inputs, with what was understood in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from carechoice.comparison import PATHWAYS
from carechoice.formats import money_exact, percent
from carechoice.plan_text import LineTerms, NotUnderstoodError, read_line
from carechoice.rows import Pathway
from carechoice.words import say

COPAY: dict[Pathway, str] = {"therapy": "therapy_copay_usd", "iop": "iop_copay_per_day_usd"}
DEDUCTIBLE: dict[Pathway, str] = {
    "therapy": "therapy_deductible_applies",
    "iop": "iop_deductible_applies",
}


@dataclass(frozen=True, slots=True)
class PlanLines:
    """What the lines fill in, what was understood, and what was not or cannot be used."""

    values: dict[str, Any]
    understood: tuple[str, ...]
    problems: tuple[str, ...]


def read_plan_lines(lines: dict[Pathway, str]) -> PlanLines:
    """Read what a summary says for therapy visits and for program days; either may be empty."""
    terms: dict[Pathway, LineTerms] = {}
    problems: list[str] = []
    for pathway in PATHWAYS:
        text = lines[pathway].strip()
        if not text:
            continue
        try:
            found = read_line(text)
        except NotUnderstoodError as error:
            problems.append(say(f"read.not.{pathway}", rest=error.rest))
            continue
        reason = _why_unusable(found)
        if reason:
            problems.append(say(f"read.{reason}.{pathway}"))
        else:
            terms[pathway] = found
    shares = {_plan_share(found) for found in terms.values()} - {None}
    if len(shares) > 1:
        return PlanLines({}, (), (*problems, say("read.shares_differ")))
    understood = tuple(_told(pathway, found) for pathway, found in terms.items())
    values: dict[str, Any] = {}
    for pathway, found in terms.items():
        values |= dict(_values(pathway, found))
    return PlanLines(values, understood, tuple(problems))


def _why_unusable(found: LineTerms) -> str | None:
    """Terms the inputs cannot hold."""
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


def _values(pathway: Pathway, found: LineTerms) -> Iterator[tuple[str, Any]]:
    yield COPAY[pathway], float(found.copay_usd or 0)
    share = _plan_share(found)
    if share is not None:
        yield "plan_pays_percent", float(share)
    if found.deductible_applies is not None:
        yield DEDUCTIBLE[pathway], found.deductible_applies


def _told(pathway: Pathway, found: LineTerms) -> str:
    applies = {True: "after", False: "without", None: "unsaid"}[found.deductible_applies]
    if found.copay_usd:
        told = say(f"read.copay.{pathway}", copay=money_exact(found.copay_usd))
    else:
        told = say(f"read.share.{pathway}", plan=percent(_plan_share(found) or 0))
    return f"{told} {say(f'read.deductible.{applies}')}"
