"""The order in which things are shown, by the topics a person picked. Nothing is scored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from carechoice.catalog.decision_rows import Topic
from carechoice.catalog.in_use import catalog
from carechoice.catalog.values import Topics
from carechoice.inputs.scenario import Scenario

Name = TypeVar("Name", bound=str)


def picked(scenario: Scenario) -> list[Topic]:
    """The topics the person picked, what was picked first at the front."""
    return [catalog().topics[key] for key in scenario.view.topics]


def most() -> int:
    """How many topics can be picked."""
    return int(catalog().parameters["topics"].maximum)


def toggled(topics: Topics, key: str) -> Topics:
    """The topics with ``key`` put at the end, or taken away where it stood among them.

    Where no more can be picked, they stay as they are.
    """
    if key in topics:
        return tuple(each for each in topics if each != key)
    return (*topics, key) if len(topics) < most() else topics


def figures_in_order(scenario: Scenario, names: Sequence[Name]) -> list[Name]:
    """The figures, those of the picked topics before the others."""
    return _first(names, (name for topic in picked(scenario) for name in topic.figures))


def charts_in_order(scenario: Scenario, names: Sequence[Name]) -> list[Name]:
    """The charts, those of the picked topics before the others."""
    return _first(names, (topic.chart for topic in picked(scenario)))


def _first(names: Sequence[Name], wanted: Iterable[str]) -> list[Name]:
    place = {name: position for position, name in enumerate(dict.fromkeys(wanted))}
    return sorted(names, key=lambda name: place.get(name, len(place)))
