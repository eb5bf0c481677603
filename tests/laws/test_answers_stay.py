"""2,000 drawn scenarios are answered to the cent as they were before the house was rebuilt.

``answers.csv`` has a link's query and a digest of what /api/compare answered then. Where an answer
is to change, the commit says which and why, and writes its line anew.
"""

import csv
import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from by_night import mostly_by_night
from scenarios import TODAY

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import compare
from carechoice.comparison.plain_values import plain_values
from carechoice.inputs.handed_on.link import open_link, query_pairs
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import usual_range

# What the ledger has a column for since then: no visit here has any of it that a plan pays for.
NEWER_COLUMNS = ("not_covered_usd", "penalty_usd")
# Ranges over real plans that are told of an option since then.
NEWER_RANGES = ("total_likely_usd", "plan_likely_usd")
ANSWERS = Path(__file__).with_name("answers.csv")
LINES_AT_ONCE = 250


@cache
def inputs_of_then() -> frozenset[str]:
    """The inputs that the queries name, each of which some query has.

    Where a value comes from is no part of what it costs and stands in none. An input that is newer
    than the answers changes none of them as long as nobody gives it.
    """
    return frozenset(field for row in kept() for field, _ in query_pairs(row["query"]))


def answer(query: str) -> dict[str, Any]:
    """What /api/compare answers to this query, with the inputs that there were then.

    The range of what the patient pays is over real plans by now, which are data of their own. Then
    it was from all prices at their low end to all at their high end.
    """
    scenario = open_link(query_pairs(query), today=TODAY).scenario
    whole = plain_values(compare(scenario))
    at_ends = [paid_at(scenario, end) for end in (0, 1)]
    for pathway, option in whole["options"].items():
        likely = option["patient_usd"]["likely"]
        costs = [likely, *(paid[pathway] for paid in at_ends)]
        option["patient_usd"] = {"low": min(costs), "likely": likely, "high": max(costs)}
        for name in NEWER_RANGES:
            del option[name]
    then = inputs_of_then()
    inputs = {field: held for field, held in whole["scenario"].items() if field in then}
    has_plan = whole["scenario"]["network"] != "self_pay"
    for entry in whole["ledger"]:
        beside = [entry.pop(column) for column in NEWER_COLUMNS]
        assert beside == [0 if has_plan else entry["patient_usd"], 0]
    return {**whole, "scenario": inputs}


def paid_at(scenario: Scenario, end: int) -> dict[str, float]:
    """What the patient pays for each option with every listed price at its low or high end."""
    prices = {
        field: between[end]
        for field in catalog().inputs.care_of_price
        if (between := usual_range(field, scenario))
    }
    options = compare(scenario.but(**prices)).options
    return {pathway: option.patient_total_usd for pathway, option in options.items()}


def digest(answered: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(answered, default=str).encode()).hexdigest()[:16]


def kept() -> list[dict[str, str]]:
    with ANSWERS.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_there_are_two_thousand_answers_to_compare_with():
    assert len({row["query"] for row in kept()}) == 2000
    assert {"iop_weeks", "deductible_usd", "network"} <= inputs_of_then()


@pytest.mark.parametrize(
    "first", mostly_by_night(range(0, 2000, LINES_AT_ONCE), by_day=range(0, 500, LINES_AT_ONCE))
)
def test_each_scenario_is_answered_as_before(first):
    rows = kept()[first : first + LINES_AT_ONCE]
    others = [row["query"] for row in rows if digest(answer(row["query"])) != row["answer"]]
    assert others == []
