"""How long the model takes: compare() and adjudicate(), without page or server."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from statistics import median
from time import perf_counter

from benchmarks.report import Row, judged, p95
from carechoice.catalog import catalog
from carechoice.comparison import compare
from carechoice.insurance import Claim, Network, Plan, Rule, adjudicate
from carechoice.rows import Parameter
from carechoice.scenario import Scenario

SCENARIOS = 1_000
CLAIMS = 60
BILLS = 1_000
TODAY = date(2026, 11, 23)


def rows() -> Iterator[Row]:
    """Rows for the model, measured as it runs in the server: warm, long-lived objects frozen."""
    random = Random(1)
    scenarios = [_scenario(random) for _ in range(SCENARIOS)]
    compare(scenarios[0])
    gc.collect()
    gc.freeze()
    times = [_seconds_to_compare(scenario) for scenario in scenarios]
    yield judged("One comparison, p50", median(times) * 1000, 1, " ms", 2)
    yield Row("One comparison, p95", f"{p95(times) * 1000:.2f} ms")
    yield judged(f"{SCENARIOS:,} comparisons", sum(times), 1, " s", 2)
    yield Row(f"Bill of {CLAIMS} claims, p50", f"{_seconds_to_adjudicate() * 1e6:,.0f} µs")


def _seconds_to_compare(scenario: Scenario) -> float:
    start = perf_counter()
    compare(scenario)
    return perf_counter() - start


def _seconds_to_adjudicate() -> float:
    """A course that meets the deductible and then the out-of-pocket maximum on its way."""
    plan = Plan(
        networks={
            "in": Network(deductible=1886, oop_max=4000, rules={"iop": Rule(coinsurance=0.2)})
        }
    )
    claims = [Claim("iop", allowed=255, date=TODAY + timedelta(days=day)) for day in range(CLAIMS)]
    times = []
    for _ in range(BILLS):
        start = perf_counter()
        adjudicate(plan, claims)
        times.append(perf_counter() - start)
    return median(times)


def _scenario(random: Random) -> Scenario:
    """Any scenario the page's inputs can hold."""
    query = {field: _value(row, random) for field, row in catalog().parameters.items()}
    reading = Scenario.from_query(query, today=TODAY)
    assert not reading.problems, reading.problems
    return reading.scenario


def _value(row: Parameter, random: Random) -> str:
    if row.is_number:
        minimum, maximum = row.bounds
        steps = int((maximum - minimum) / row.step)
        return f"{minimum + random.randint(0, steps) * row.step:g}"
    if row.kind == "yes_no":
        return random.choice(("yes", "no"))
    if row.kind == "date":
        return str(TODAY + timedelta(days=random.randrange(365)))
    if row.kind == "answers":
        return ""
    return random.choice(catalog().options(row.key))
