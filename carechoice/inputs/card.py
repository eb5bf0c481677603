"""What an insurance card says, read as it is printed.

Cards print the patient's share as coinsurance ("20%"), where our input holds the plan's: whoever
types it says whose it is. A box that is left empty says nothing, and its input stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from carechoice.catalog.in_use import catalog
from carechoice.catalog.values import UnusableError
from carechoice.inputs.changes import paid_by_the_plan
from carechoice.inputs.scenario import IN_NETWORK, Scenario
from carechoice.inputs.typed_number import read_typed
from carechoice.language.formats import percent
from carechoice.language.sentences import say

SHARE = "plan_pays_percent"
# The boxes, in the order in which cards print them.
BOXES = ("therapy_copay_usd", "iop_copay_per_day_usd", "deductible_usd", "oop_max_usd", SHARE)
Whose = Literal["mine", "plans"]
WHOSE: tuple[Whose, ...] = ("mine", "plans")


@dataclass(frozen=True, slots=True)
class Card:
    """The inputs that a card fills, by field, and why a box could not be read, by its field."""

    values: Mapping[str, Any]
    problems: Mapping[str, str]


def read_card(typed: Mapping[str, str], whose: Whose, scenario: Scenario) -> Card:
    """What was typed into the boxes, by field; ``whose`` says who pays the coinsurance.

    Whoever has a card has a plan, so that the way of paying is the plan's where it was none.
    """
    values: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for field in BOXES:
        text = typed.get(field, "").strip()
        if not text:
            continue
        try:
            values[field] = _read(field, text, whose)
        except UnusableError as error:
            problems[field] = say(error.reason, **error.blanks)
    return Card({**dict(_implied(values, scenario)), **values}, problems)


def _read(field: str, text: str, whose: Whose) -> float:
    value = read_typed(catalog().parameters[field], text)
    # 0.2 may be 20 percent or less than one, so it is asked, as on the sheet for a call.
    if field == SHARE and 0 < value <= 1 and not text.endswith("%"):
        as_part = percent(round(100 * value, 2))
        raise UnusableError("typed.part_of_one", as_part=as_part, as_percent=percent(value))
    return 100 - value if field == SHARE and whose == "mine" else value


def _implied(values: Mapping[str, Any], scenario: Scenario) -> Iterator[tuple[str, Any]]:
    """What a number on a card says without words."""
    yield from paid_by_the_plan(scenario.to_values(), values).items()
    if "oop_max_usd" in values:
        yield "oop_max_applies", True


def plans_without_card() -> tuple[str, ...]:
    """The example plans, by key, whose terms are the law's, or which are none: one tap says all."""
    plans = catalog().plans
    return tuple(key for key, plan in plans.items() if plan.set_by_law or _is_none(key))


def _is_none(plan: str) -> bool:
    term = catalog().term(plan, "network")
    return term is not None and term.value != IN_NETWORK
