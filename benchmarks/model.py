"""How long the model takes: compare() and adjudicate(), without page or server."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from statistics import median
from time import perf_counter

import numpy as np

from benchmarks.report import Row, judged, p95
from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Parameter
from carechoice.comparison.compare import PATHWAYS, compare
from carechoice.comparison.draws.simulation import likely_usd
from carechoice.inputs.scenario import Scenario
from carechoice.insurance.arrays import Limits, Run, Service, patient_total_usd
from carechoice.insurance.engine import Claim, Network, Plan, Rule, adjudicate
from carechoice.topics.bill.facts import break_even, steps
from carechoice.topics.unknown.spreads import spreads
from carechoice.topics.unknown.swings import swings
from tests.laws.brute_force import bill

SCENARIOS = 1_000
CLAIMS = 60
BILLS = 1_000
MANY = 10_000
ROUNDS = 5
BILL_PAGES = 30
TODAY = date(2026, 11, 23)


def rows() -> Iterator[Row]:
    """Rows for the model, measured as it runs in the server: warm, long-lived objects frozen."""
    random = Random(1)
    scenarios = [any_scenario(random) for _ in range(SCENARIOS)]
    compare(scenarios[0])
    gc.collect()
    gc.freeze()
    times = [_seconds_to_compare(scenario) for scenario in scenarios]
    yield judged("One comparison, p50", median(times) * 1000, 1, " ms", 2)
    yield Row("One comparison, p95", f"{p95(times) * 1000:.2f} ms")
    yield judged(f"{SCENARIOS:,} comparisons", sum(times), 1, " s", 2)
    yield judged("An answer with its range, p50", median(_seconds_to_answer()) * 1000, 8, " ms", 2)
    yield from _bill_rows()
    yield from _page_rows(scenarios)


def _seconds_to_answer() -> Iterator[float]:
    """The range that a slider asks for: each time another value, as what was worked out is kept."""
    start = Scenario.default(TODAY)
    for step in range(BILLS // 10):
        moved = start.but(deductible_met_usd=step * 10.0)
        begun = perf_counter()
        comparison = compare(moved)
        for pathway in comparison.options:
            likely_usd(moved, pathway)
        yield perf_counter() - begun


def _bill_rows() -> Iterator[Row]:
    """One bill by the loop, and ten thousand by the array form, beside the brute force."""
    yield judged(f"Bill of {CLAIMS} claims, p50", _seconds_to_adjudicate() * 1e6, 100, " µs")
    yield judged(
        f"{MANY:,} bills of {CLAIMS} claims as arrays, best of {ROUNDS}",
        min(_seconds_for_many() for _ in range(ROUNDS)) * 1000,
        60,
        " ms",
    )
    yield Row(
        f"Bill of {CLAIMS} claims by the brute force of the tests",
        f"{_seconds_of_brute_force() * 1000:,.1f} ms",
    )


def _page_rows(scenarios: list[Scenario]) -> Iterator[Row]:
    """What "Your bill" works out at a slider move, for the scenario it opens with and others."""
    times = [_seconds_for_bill_page(scenario) for scenario in scenarios[:BILL_PAGES]]
    start = Scenario.default(TODAY)
    # Each time another deductible, because what was worked out before is remembered.
    moved = [start.but(deductible_usd=step * 10) for step in range(BILL_PAGES)]
    own = median(map(_seconds_for_bill_page, moved))
    yield judged("Your bill: range, ranking and break-even, p50", own * 1000, 30, " ms")
    yield Row("The same for any scenario, p50 / p95", _both(times))


def _both(times: list[float]) -> str:
    return f"{median(times) * 1000:.0f} / {p95(times) * 1000:.0f} ms"


def _seconds_for_bill_page(scenario: Scenario) -> float:
    comparison = compare(scenario)
    start = perf_counter()
    spreads(comparison)
    swings(comparison.scenario)
    break_even(comparison)
    for pathway in PATHWAYS:
        steps(comparison, pathway)
    return perf_counter() - start


def _seconds_for_many() -> float:
    """Courses of one price each, in which a new plan year begins somewhere."""
    random = np.random.default_rng(1)
    limits = Limits(
        deductible_usd=random.uniform(0, 3000, MANY).round(2),
        deductible_met_usd=np.zeros(MANY),
        oop_max_usd=random.uniform(0, 6000, MANY).round(2),
        oop_met_usd=np.zeros(MANY),
        carries_over=np.full(MANY, False),
        deductible_met_late_usd=np.zeros(MANY),
    )
    service = Service(
        allowed_usd=random.uniform(100, 600, MANY).round(2),
        copay_usd=random.uniform(0, 50, MANY).round(2),
        coinsurance=np.full(MANY, 0.2),
        share_of_rest=np.full(MANY, False),
        deductible_applies=np.full(MANY, True),
        penalty_usd=np.zeros(MANY),
    )
    in_first_year = random.integers(1, CLAIMS, MANY)
    start = perf_counter()
    patient_total_usd(
        limits, [[Run(in_first_year, service)], [Run(CLAIMS - in_first_year, service)]]
    )
    return perf_counter() - start


def _seconds_of_brute_force() -> float:
    plan = {
        "networks": {
            "in": {"deductible": 1886, "oop_max": 4000, "rules": {"iop": {"coinsurance": 0.2}}}
        }
    }
    claims = [
        {"service": "iop", "allowed": 255, "network": "in", "date": TODAY + timedelta(days=day)}
        for day in range(CLAIMS)
    ]
    start = perf_counter()
    bill(plan, claims)
    return perf_counter() - start


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


def any_scenario(random: Random) -> Scenario:
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
    if row.is_picked or row.kind == "example":
        return random.choice(catalog().options(row.key))
    # Lists, and what is fixed in a week: no bill depends on them.
    return ""
