"""All numbers by kind: the inputs with the person's values, then the rows of the data."""

from __future__ import annotations

from collections.abc import Iterator

from carechoice.inputs import evidence
from carechoice.inputs.evidence import Line
from carechoice.inputs.scenario import Scenario
from carechoice.topics.sources import lines
from carechoice.topics.sources.fixed_lengths import fixed_lengths


def all_lines(scenario: Scenario) -> Iterator[tuple[str, list[Line]]]:
    """The lines of each kind, by its key, in the order of the page."""
    yield "inputs", evidence.inputs(scenario)
    yield "prices", lines.prices()
    yield "plans", lines.plan_terms()
    yield "real_plans", lines.real_plans()
    yield "levels", lines.levels()
    yield "services", lines.services()
    yield "features", lines.features()
    yield "topics", lines.topics()
    yield "aspects", lines.aspects()
    yield "research", lines.research()
    yield "recourses", lines.recourses()
    yield "figures", [*lines.figures(), *fixed_lengths()]
    yield "weeks", lines.weeks()
    yield "crisis", lines.crisis()
