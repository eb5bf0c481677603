"""All numbers and facts by kind, in the order in which the Sources page has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carechoice.inputs import evidence
from carechoice.inputs.evidence import Line
from carechoice.inputs.scenario import Scenario
from carechoice.topics.sources.fixed_lengths import fixed_lengths
from carechoice.topics.sources.real_plans import real_plans
from carechoice.topics.sources.recourses import recourse_lines


def all_numbers(scenario: Scenario) -> Iterator[tuple[str, Sequence[Line]]]:
    """Each kind by its key, with a line for each of its numbers."""
    yield "inputs", evidence.inputs(scenario)
    yield "prices", evidence.prices()
    yield "plans", evidence.plan_terms()
    yield "real_plans", real_plans()
    yield "levels", evidence.levels()
    yield "services", evidence.services()
    yield "features", evidence.features()
    yield "topics", evidence.topics()
    yield "aspects", evidence.aspects()
    yield "research", evidence.research()
    yield "recourses", recourse_lines()
    yield "figures", [*evidence.figures(), *fixed_lengths()]
    yield "weeks", evidence.weeks()
    yield "crisis", evidence.crisis()
