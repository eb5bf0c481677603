"""Whose terms a bill has, how it is paid, and when limits start over, in sentences."""

from __future__ import annotations

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import CARES
from carechoice.comparison.compare import Comparison
from carechoice.comparison.draws.not_known import is_nothing_known
from carechoice.comparison.plan.visits import what_a_visit_costs
from carechoice.inputs.coverage import (
    has_copay,
    has_plan,
    is_claimed_back,
    is_covered,
    is_out_of_network,
    is_share_unused,
    network_of,
    owes_nothing,
)
from carechoice.inputs.paid_by_law import is_paid_as_in_network
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.what_counts import example_behind, is_in_use
from carechoice.language.sentences import say, short_name


def ways_of_paying(scenario: Scenario) -> str:
    """How the bill is paid; where therapy and the program differ, how each of them is."""
    names = {care: say(f"network.{network_of(scenario, care)}") for care in CARES}
    if len({*names.values()}) == 1:
        return names["therapy"]
    told = (
        say("note.record.network", option=short_name(care), network=name)
        for care, name in names.items()
    )
    return " ".join(told).rstrip(".")


def plan_note(scenario: Scenario) -> str:
    """What is to be known of the prices of the example plan, while one of them counts; else ""."""
    prices = catalog().inputs.care_of_price.keys()
    is_shown = is_in_use("plan", scenario) and not prices <= scenario.given
    return catalog().plans[example_behind(scenario)].note if is_shown else ""


def plan_share(scenario: Scenario) -> list[str]:
    """What a visit of each option costs, with the terms shown; how a bill is paid."""
    if not has_plan(scenario):
        return [say("controls.pays.self_pay")]
    note = plan_note(scenario)
    if owes_nothing(scenario):
        return [say("controls.pays.nothing"), *filter(None, [note])]
    sentences = [what_a_visit_costs(scenario, care) for care in CARES]
    if is_share_unused(scenario):
        sentences.append(say(f"controls.pays.unused.{_without_share(scenario)}"))
    if is_paid_as_in_network(scenario):
        sentences.append(say("controls.pays.by_law", plan=example_plan(scenario)))
    elif is_claimed_back(scenario):
        is_all = all(is_out_of_network(scenario, care) for care in CARES)
        sentences.append(say(f"controls.pays.superbill{'' if is_all else '.some'}"))
    return [*sentences, *filter(None, [note])]


def _without_share(scenario: Scenario) -> str:
    """What kinds of care have in place of the share for all of them."""
    if not all(is_covered(scenario, care) for care in CARES):
        return "one"
    return "copay" if all(has_copay(scenario, care) for care in CARES) else "own"


def example_plan(scenario: Scenario) -> str:
    """The name of the example plan that terms of the bill come from, or of the person's own."""
    return catalog().plans[example_behind(scenario)].label


def example_taken(scenario: Scenario, key: str = "bill.example") -> str:
    """Whose terms a bill has while nothing is known of the plan; "" once something is."""
    if not is_nothing_known(scenario):
        return ""
    return say(key, plan=example_plan(scenario))


def what_amounts_rest_on(
    comparison: Comparison, *, example: str = "bill.example", about: str = "bill.about"
) -> str:
    """Whose terms exact amounts have, or that not all behind them is known; "" where all is."""
    if taken := example_taken(comparison.scenario, example):
        return taken
    options = comparison.options.values()
    are_known = all(each.is_cost_known and each.is_total_price_known for each in options)
    return "" if are_known else say(about)
