"""Two lines of a plan's summary -> values of the inputs, with what was understood in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Care
from carechoice.comparison.compare import PATHWAYS
from carechoice.documents.line import LineTerms, NotUnderstoodError, read_services
from carechoice.documents.line_words import Service
from carechoice.inputs.scenario import OUT_OF_NETWORK, field_of
from carechoice.language.formats import money_exact, percent
from carechoice.language.markup import name_from_outside
from carechoice.language.sentences import say

# Where lines stand: in the federal form "Summary of Benefits and Coverage", or anywhere else.
Place = Literal["form", "elsewhere"]
PLACES: tuple[Place, ...] = ("form", "elsewhere")
# A line of a summary with all that may stand in it is far shorter. Of a longer one nothing is used,
# as what is cut off may be a condition.
LONGEST_LINE = 200
CARE_OF: dict[Service, Care] = {"office_visit": "therapy", "other_outpatient": "iop"}


@dataclass(frozen=True, slots=True)
class PlanLines:
    """What the lines fill in, what was understood, and what was not or cannot be used."""

    values: dict[str, Any]
    understood: tuple[str, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """The terms of a line that can be used, or the sentence that says why it cannot."""

    terms: LineTerms | None = None
    problem: str = ""


def read_plan_lines(
    lines: Mapping[Care, str], place: Place | None, held: Mapping[str, Any]
) -> PlanLines:
    """Read what a summary says for therapy visits and for program days; either may be empty.

    ``place`` is where the lines stand, None if the person has not said. ``held`` has the inputs as
    they are: there is one share for both services, so a line's share counts only where the other
    service does not depend on it, or has the same by its own line.
    """
    network: str = held["network"]
    given = {care: text for care, text in lines.items() if text.strip()}
    found = {care: _read(care, text, place, network) for care, text in given.items()}
    terms = {care: read.terms for care, read in found.items() if read.terms}
    problems = tuple(found[care].problem for care in PATHWAYS if care in found)
    doubt = _doubt_on_share(terms, held)
    if doubt:
        return PlanLines({}, (), (*filter(None, problems), doubt))
    values: dict[str, Any] = {}
    for care, read in terms.items():
        values |= dict(_values(care, read, place))
    understood = tuple(_told(care, terms[care], place) for care in PATHWAYS if care in terms)
    return PlanLines(values, understood, tuple(filter(None, problems)))


def _read(care: Care, text: str, place: Place | None, network: str) -> _Read:
    try:
        if len(text) > LONGEST_LINE:
            raise NotUnderstoodError(text)
        terms = _of_care(care, read_services(text))
    except NotUnderstoodError as error:
        key = {"unknown": "read.not", "cells": "read.cells", "who_pays": "read.who_pays"}
        rest = name_from_outside(error.rest)
        return _Read(problem=say(f"{key[error.reason]}.{care}", rest=rest))
    reason = _why_unusable(care, terms, place, network)
    return _Read(problem=say(f"read.{reason}.{care}")) if reason else _Read(terms)


def _of_care(care: Care, found: Sequence[LineTerms]) -> LineTerms:
    """What is said of this kind of care, where a cell tells office visits and the rest apart."""
    own = (terms for terms in found if terms.service and CARE_OF[terms.service] == care)
    return next(own, found[0])


def _why_unusable(care: Care, found: LineTerms, place: Place | None, network: str) -> str | None:
    """Terms the inputs cannot hold, or that are not said for sure."""
    _, most = catalog().parameters[field_of("copay", care)].bounds
    reasons = {
        "in_network": found.in_network_only and network == OUT_OF_NETWORK,
        "bounds": (found.copay_usd or 0) > most,
        "other_service": found.service is not None and CARE_OF[found.service] != care,
        "not_covered": not found.covered,
        "stay": found.copay_per == "stay",
        "copay_first": found.copay_first,
        "place": found.deductible_applies is None and place is None,
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def _doubt_on_share(terms: Mapping[Care, LineTerms], held: Mapping[str, Any]) -> str | None:
    """The sentence that says why a share cannot be used for both services, if it cannot."""
    shares = {care: _plan_share(found) for care, found in terms.items()}
    said = set(shares.values()) - {None}
    if len(said) > 1:
        return say("read.shares_differ")
    for care in PATHWAYS:
        by_copay_alone = held[field_of("copay", care)] and not held[field_of("share_too", care)]
        depends_on_it = care not in terms and not by_copay_alone
        if said and depends_on_it:
            return say(f"read.share_counts_for.{care}")
    return None


def _plan_share(found: LineTerms) -> float | None:
    """The share the plan pays, where no copayment takes its place."""
    if found.copay_usd and not found.coinsurance_percent:
        return None
    # A copayment of nothing, and no share: the plan pays all of it.
    return 100 - (found.coinsurance_percent or 0)


def _values(care: Care, found: LineTerms, place: Place | None) -> Iterator[tuple[str, Any]]:
    yield field_of("copay", care), float(found.copay_usd or 0)
    if found.copay_usd:
        yield field_of("share_too", care), bool(found.coinsurance_percent)
    share = _plan_share(found)
    if share is not None:
        yield "plan_pays_percent", float(share)
    if found.deductible_applies is not None:
        yield field_of("deductible_applies", care), found.deductible_applies
    elif place == "form":
        # The form says so above its table: costs shown are after the deductible, if one applies.
        yield field_of("deductible_applies", care), True


def _told(care: Care, found: LineTerms, place: Place | None) -> str:
    unsaid = "by_form" if place == "form" else "unsaid"
    applies = {True: "after", False: "without", None: unsaid}[found.deductible_applies]
    if found.copay_usd and found.coinsurance_percent:
        copay, you = money_exact(found.copay_usd), percent(found.coinsurance_percent)
        told = say(f"read.both.{care}", copay=copay, you=you)
    elif found.copay_usd:
        told = say(f"read.copay.{care}", copay=money_exact(found.copay_usd))
    else:
        told = say(f"read.share.{care}", plan=percent(_plan_share(found) or 0))
    return f"{told} {say(f'read.deductible.{applies}')}"
