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
from scenarios import TODAY

from carechoice.comparison.compare import compare
from carechoice.inputs.link import open_link, query_pairs

# What the ledger has a column for since then: of these scenarios no visit has any of it.
NEWER_COLUMNS = ("not_covered_usd",)
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
    """What /api/compare answers to this query, with the inputs that there were then."""
    whole = compare(open_link(query_pairs(query), today=TODAY).scenario).to_dict()
    then = inputs_of_then()
    inputs = {field: held for field, held in whole["scenario"].items() if field in then}
    assert not any(entry.pop(column) for entry in whole["ledger"] for column in NEWER_COLUMNS)
    return {**whole, "scenario": inputs}


def digest(answered: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(answered, default=str).encode()).hexdigest()[:16]


def kept() -> list[dict[str, str]]:
    with ANSWERS.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_there_are_two_thousand_answers_to_compare_with():
    assert len({row["query"] for row in kept()}) == 2000
    assert {"iop_weeks", "deductible_usd", "network"} <= inputs_of_then()


@pytest.mark.parametrize("first", range(0, 2000, LINES_AT_ONCE))
def test_each_scenario_is_answered_as_before(first):
    rows = kept()[first : first + LINES_AT_ONCE]
    others = [row["query"] for row in rows if digest(answer(row["query"])) != row["answer"]]
    assert others == []
