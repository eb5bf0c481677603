"""Headings of two plans in one text, such as those somebody chooses between, or of two persons.

Neither the terms of the one nor those of the other are known to be those that are meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from carechoice.documents.around.others_named import others_named
from carechoice.documents.around.passed_over import is_passed_over
from carechoice.documents.paper import Ask, Found
from carechoice.documents.text.placed_line import PlacedLine

# Whom a form is on, as it heads what it says of that person.
_PERSONS = ("member", "patient", "client", "subscriber", "dependent", "enrollee", "insured")
# What tells one plan from another, by kind: two that differ in one of these are two plans.
_NAMES: Mapping[str, re.Pattern[str]] = {
    kind: re.compile(rf"\b(?:{names})\b", re.IGNORECASE)
    for kind, names in {
        "payer": (
            r"aetna|ambetter|anthem|blue (?:cross|shield)|bcbs\w*|cigna|harvard pilgrim|health net"
            r"|highmark|humana|kaiser|masshealth|medicaid|medicare|molina|oscar|premera|regence"
            r"|tricare|tufts|uhc|united ?health ?care|upmc"
        ),
        "form": r"ppo|hmo|epo|pos|hdhp",
        "metal": r"bronze|silver|gold|platinum",
        "number": (
            r"(?:plan|option|choice) ?#?(?:[a-d]|[1-9]|one|two|three)"
            r"|(?:base|basic|core|buy-?up|high|low|premium|standard|value) (?:plan|option)"
        ),
        **{who: rf"{who}(?: name)?(?: [1-9])? ?: *(?!yes\b)([a-z][a-z ,.'-]*)" for who in _PERSONS},
    }.items()
}
_MOST_WORDS = 8
_AMOUNT = re.compile(r"[$%]")
# "Medicare: no" is an answer of a form, and names no plan.
_NO_SUCH = re.compile(r"\b(?:no|not|none|never)\b|[:?] ?n(?:/?a)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlanNamed:
    """A heading, what it names by kind, and where in what is said begins what is below it."""

    line: PlacedLine
    names: Mapping[str, frozenset[str]]
    start: int

    @property
    def words(self) -> str:
        """The heading as it is shown; of a person without the name."""
        is_of_person = self.names.keys() & {*_PERSONS}
        return self.line.words.partition(":")[0] if is_of_person else self.line.words


@dataclass(slots=True)
class PlansNamed:
    """The headings so far that name a plan."""

    plans: list[PlanNamed] = field(default_factory=list)

    def take(self, line: PlacedLine, said: Sequence[Found | Ask]) -> None:
        """Keep a line if it names a plan and no other care; ``said``: what is said above it."""
        if names := _names_in(line.text):
            self.plans.append(PlanNamed(line, names, len(said)))

    def second(self, said: Sequence[Found | Ask]) -> PlanNamed | None:
        """The heading of a second plan, where values stand below it and below the first one."""
        for at, plan in enumerate(self.plans):
            if not _has_values(said[plan.start :]):
                continue
            for earlier in self.plans[:at]:
                is_told = _has_values(said[earlier.start : plan.start])
                if is_told and _is_other(earlier.names, plan.names):
                    return plan
        return None


def _names_in(line: str) -> Mapping[str, frozenset[str]]:
    """What a heading says of which plan it is, by kind; nothing where a line is something else."""
    is_heading = len(line.split()) <= _MOST_WORDS and not _AMOUNT.search(line)
    if not is_heading or others_named(line) or _NO_SUCH.search(line) or is_passed_over(line):
        return {}
    found = {kind: names.findall(line) for kind, names in _NAMES.items()}
    return {kind: frozenset(map(str.casefold, all_)) for kind, all_ in found.items() if all_}


def _is_other(one: Mapping[str, frozenset[str]], other: Mapping[str, frozenset[str]]) -> bool:
    """Whether two headings are of two plans: of some kind they have no name in common."""
    return any(one[kind].isdisjoint(other[kind]) for kind in one.keys() & other.keys())


def _has_values(said: Sequence[Found | Ask]) -> bool:
    return any(isinstance(each, Found) for each in said)
