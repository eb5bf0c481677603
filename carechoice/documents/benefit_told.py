"""The codes of a benefit in plain words, as a person reads them beside the codes themselves.

What the codes mean is by X12 005010X279A1, the standard for eligibility answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from carechoice.language.formats import money_exact, percent
from carechoice.language.markup import MOST_NAMED
from carechoice.language.sentences import say

# By the name of a fact: each code with the name of its words.
_NAMES: Mapping[str, Mapping[str, str]] = {
    "code": {
        "A": "share",
        "B": "copay",
        "C": "deductible",
        "G": "maximum",
        "I": "not_covered",
    },
    "level": {"IND": "one_person", "FAM": "family"},
    "services": {
        "30": "whole_plan",
        "98": "office_visit",
        "A4": "psychiatric",
        "A6": "psychotherapy",
        "A8": "psychiatric_outpatient",
        "CF": "mental_health_outpatient",
        "MH": "mental_health",
    },
    "network": {"Y": "in", "N": "oon", "W": "both"},
    "period": {
        "21": "years",
        "22": "service_year",
        "23": "calendar_year",
        "24": "to_date",
        "25": "contract",
        "27": "visit",
        "29": "remaining",
    },
}


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
    if "code" in said:
        yield _named("code", said["code"])
    if "procedure" in said:
        yield say("benefit.procedure", code=said["procedure"])
    for fact in ("level", "services", "network", "period"):
        codes = said.get(fact, "").split(",")
        yield from (_named(fact, code) for code in codes[:MOST_NAMED] if code)


def _named(fact: str, code: str) -> str:
    name = _NAMES[fact].get(code)
    return say(f"benefit.{fact}.{name}") if name else say("benefit.other", code=code)
