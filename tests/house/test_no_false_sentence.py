"""Every sentence of all pages, for every plan, way of paying and extreme of an input, is true.

The sentences are read by rules that know none of them (tests/sentence_rules).
"""

from collections.abc import Iterator
from functools import cache

import pytest
from every_sentence import every_sentence
from scenarios import comparison, scenario
from sentence_reader import false_sentences, why_false

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import compare
from carechoice.inputs.scenario import Scenario

PLANS = tuple(catalog().plans)
NETWORKS = catalog().options("network")
# From December 7, all courses but the shortest run into a new year of most plans.
START = {"start_date": "2026-12-07"}
# What no term of a plan changes is tried under one plan only.
ALIKE_FOR_ALL = ("other", "third", "week")
TOGETHER = (
    {"therapy_charge_usd": 220, "iop_charge_per_day_usd": 600},
    {"therapy_charge_usd": 100, "iop_charge_per_day_usd": 200},
    {"iop_hours_per_week": 19.5},
    {"therapy_hours_per_week": 5, "therapy_sessions": 1},
    {"therapy_copay_usd": 500, "iop_copay_per_day_usd": 50},
    {"fixed_hours": "mon-fri:09-17", "topics": "time|support|leave"},
    {"fixed_hours": "mon-fri:09-17", "travel_minutes_per_visit": 90, "third_path": "step_down"},
    {"third_path": "step_down"},
    {"third_path": "step_up", "iop_hours_per_week": 3},
    {"other_plan": "none"},
    {"other_plan": "medicare"},
)


def extremes(*, of_all_inputs: bool) -> Iterator[dict[str, object]]:
    """Nothing moved; the least and the most of each number; and some moves together."""
    yield {}
    for row in catalog().parameters.values():
        is_tried = of_all_inputs or row.section not in ALIKE_FOR_ALL
        if row.is_number and row.section != "other_plan" and is_tried:
            yield {row.key: row.minimum}
            yield {row.key: row.maximum}
    yield from TOGETHER


@cache
def states() -> dict[tuple[str, str], list[Scenario]]:
    """The scenarios by plan and way of paying, each once."""
    seen: set[Scenario] = set()
    found = {}
    for plan in PLANS:
        for network in NETWORKS:
            first = (plan, network) == (PLANS[0], NETWORKS[0])
            asked = [
                scenario(**START, plan=plan, network=network, **moved)
                for moved in extremes(of_all_inputs=first)
            ]
            found[plan, network] = [each for each in asked if each not in seen]
            seen.update(asked)
    return found


@pytest.mark.parametrize("network", NETWORKS)
@pytest.mark.parametrize("plan", PLANS)
def test_no_sentence_is_false(plan, network):
    for each in states()[plan, network]:
        result = compare(each)
        assert false_sentences(every_sentence(result), result) == []


OUT_OF_NETWORK = {"network": "oon", "therapy_charge_usd": 220, "iop_charge_per_day_usd": 600}
LIES = [
    (OUT_OF_NETWORK, "A therapy visit: you pay a $27 copayment."),
    (OUT_OF_NETWORK, "Days 1 to 7. You pay the full price, $255 each time."),
    ({"plan": "none"}, "Your plan year starts again on January 1, 2027."),
    ({"plan": "none"}, "Share your plan pays: 80%"),
    ({"plan": "none"}, "Call. Ask your plan what it pays for each option."),
    ({"plan": "masshealth"}, "A therapy visit: your plan pays 100% of the price and you pay 0%."),
    ({"plan": "masshealth"}, "We tried 5,000 combinations of the numbers that are not known."),
    ({"plan": "masshealth"}, "In most tries you pay $0 to $0 for therapy."),
    ({"plan": "masshealth"}, "Without a plan, ask each provider for a good faith estimate."),
    ({"plan": "masshealth"}, "A new plan year starts. Your deductible starts again."),
    ({"plan": "medicare"}, "A new plan year starts. Your maximum starts again."),
    (
        {"plan": "medicare"},
        "What is my deductible for mental health care? Up to $283 depend on it.",
    ),
    ({"plan": "medicare"}, "On what day does my plan year start?"),
    ({"therapy_hours_per_week": 5}, "- It takes one to two hours of your week."),
    ({"plan": "masshealth"}, "- A program mostly costs more than weekly therapy does."),
    ({"iop_hours_per_week": 3}, "An intensive outpatient program (IOP) takes 3 hours a week."),
    ({"iop_hours_per_week": 30}, "30 hours of IOP a week is partial hospitalization."),
    ({"iop_hours_per_week": 19.5}, "It is the IOP level, which is 9 to 19 hours."),
    ({"fixed_hours": "mon-fri:09-17"}, "Left free; 72 hours; 72 hours"),
    (
        {"fixed_hours": "mon-fri:09-17"},
        "Visits for therapy and the IOP fit beside “Nine to five” in the morning only.",
    ),
    (
        {"fixed_hours": "mon-fri:09-17", "travel_minutes_per_visit": 90},
        "Visits for therapy and the IOP fit beside “Nine to five” in the evening only.",
    ),
    (
        {"therapy_hours_per_week": 5, "therapy_sessions": 1},
        "Therapy takes 5 hours a week until January 4, 2027 and costs you $27.",
    ),
    ({}, "Therapy takes 1 hour a week until May 3, 2027 and costs you $487."),
    ({}, "For therapy you pay $486 and your plan pays about $1,859."),
    ({}, "Of 100 tries, 10 lie below the range and 10 above it."),
    ({"therapy_sessions": 1}, "You asked about 1 session. They cost you $27."),
    ({"deductible_met_usd": 1886}, "A program day: you pay all until your deductible is met."),
]


@pytest.mark.parametrize(("inputs", "lie"), LIES)
def test_the_reader_finds_what_is_false(inputs, lie):
    assert why_false(lie, comparison(**inputs))
