"""The codes of a benefit in plain words, as a person reads them beside the codes themselves.

What the codes mean is by X12 005010X279A1, the standard for eligibility answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from carechoice.documents.days.benefit import days_of
from carechoice.language.formats import day, days_from_to, money_exact, percent
from carechoice.language.markup import MOST_NAMED
from carechoice.language.sentences import say

# By the name of a fact: each code with the name of its words.
_NAMES: Mapping[str, Mapping[str, str]] = {
    "code": {
        "1": "active",
        "5": "pending",
        "6": "inactive",
        "7": "inactive",
        "8": "inactive",
        "A": "share",
        "B": "copay",
        "C": "deductible",
        "E": "excluded",
        "F": "limit",
        "G": "maximum",
        "I": "not_covered",
        "MC": "managed",
        "R": "other_payer",
        "U": "contact",
        "Y": "spend_down",
    },
    "level": {"IND": "one_person", "FAM": "family"},
    "services": {
        "1": "medical",
        "30": "whole_plan",
        "35": "dental",
        "98": "office_visit",
        "A4": "psychiatric",
        "A6": "psychotherapy",
        "A8": "psychiatric_outpatient",
        "AI": "substance_use",
        "BB": "partial_hospitalization",
        "BC": "day_care",
        "CF": "mental_health_outpatient",
        "CH": "mental_health_facility",
        "CJ": "substance_use_facility",
        "MH": "mental_health",
    },
    "insurance": {
        "C1": "commercial",
        "HM": "hmo",
        "MA": "medicare_a",
        "MB": "medicare_b",
        "MC": "medicaid",
        "PR": "ppo",
    },
    "network": {"Y": "in", "N": "oon", "W": "both"},
    "period": {
        "7": "day",
        "21": "years",
        "22": "service_year",
        "23": "calendar_year",
        "24": "to_date",
        "25": "contract",
        "27": "visit",
        "29": "remaining",
    },
    "places": {
        "02": "video",
        "10": "video",
        "11": "office",
        "21": "inpatient",
        "22": "outpatient",
    },
}
_QUANTITIES: Mapping[str, str] = {"VS": "visits", "DY": "days"}


def in_plain_words(codes: str) -> str:
    """What ``codes`` say, as the words of a benefit have them, such as "code=C amount=500".

    A code without words of ours is named as it is; "" where nothing of it has any.
    """
    said = dict(each.split("=", 1) for each in codes.split())
    told = ", ".join(filter(None, _told(said)))
    # A code that is named as it is may be the first of the sentence.
    told = told[:1].upper() + told[1:]
    if not told:
        return ""
    if "amount" in said:
        return say("benefit.amount", told=told, amount=money_exact(float(said["amount"])))
    if "share" in said:
        return say(
            "benefit.percent", told=told, share=percent(round(100 * float(said["share"]), 4))
        )
    return say("benefit.alone", told=told)


def _told(said: Mapping[str, str]) -> Iterator[str]:
    for fact, tell in _IN_ORDER.items():
        parts = said.get(fact, "").split(",")
        yield from (tell(fact, part) for part in parts[:MOST_NAMED] if part)


def _named(fact: str, code: str) -> str:
    name = _NAMES[fact].get(code)
    return say(f"benefit.{fact}.{name}") if name else _as_it_is(code)


def _as_it_is(code: str) -> str:
    return say("benefit.other", code=code)


def _with_its_code(fact: str, code: str) -> str:
    return say(f"benefit.{fact}", code=code)


def _counted(fact: str, quantity: str) -> str:
    """A number of visits or the like, which follows the code of its unit."""
    unit, number = quantity[:2], quantity[2:]
    name = _QUANTITIES.get(unit)
    return say(f"benefit.{fact}.{name}", n=number) if name and number else _as_it_is(quantity)


def _dated(fact: str, dates: str) -> str:
    try:
        days = days_of(dates)
    except ValueError:
        return _as_it_is(dates)
    if len(days) > 1:
        return days_from_to(days[0], days[-1])
    return say(f"benefit.{fact}", day=day(days[0]))


# How each fact is told, in the order in which they are.
_IN_ORDER: Mapping[str, Callable[[str, str], str]] = {
    "code": _named,
    "procedure": _with_its_code,
    "modifiers": _with_its_code,
    "level": _named,
    "services": _named,
    "insurance": _named,
    "places": _named,
    "network": _named,
    "period": _named,
    "quantity": _counted,
    "dates": _dated,
}
