"""What matters to the person: the picked topics with what they mean for each option."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from carechoice.comparison import PATHWAYS, Comparison, Option
from carechoice.course import (
    MINUTES_PER_HOUR,
    hours_by_service,
    program_week,
    sessions_per_week,
)
from carechoice.formats import count, hours
from carechoice.priorities import most, picked
from carechoice.rows import FigureName, Topic
from carechoice.scenario import Scenario
from carechoice.words import KEY_FIGURES, key_figure, say

Row = tuple[str, str, str]


def rows(comparison: Comparison) -> list[Row]:
    """(what, therapy, IOP): each picked topic, and below it the person's own figures for it.

    A figure that two topics share stands below the first. Nothing where nothing is picked.
    """
    told: list[Row] = []
    names: set[FigureName] = set()
    for topic in picked(comparison.scenario):
        told.append((say("topics.row", label=topic.label), topic.therapy, topic.iop))
        told += [
            _figure(name, comparison)
            for name in topic.figures
            if name not in names and _is_known(name, comparison.scenario)
        ]
        names |= set(topic.figures)
    return told


def meanings(topic: Topic) -> list[str]:
    """The question behind a topic and what it means for each option, the option's name first."""
    return [
        say("topics.question", text=topic.question),
        *(say(f"topics.meaning.{pathway}", text=getattr(topic, pathway)) for pathway in PATHWAYS),
    ]


def picks(scenario: Scenario) -> str:
    """What is picked, and what that does; how to pick where nothing is."""
    topics = picked(scenario)
    if not topics:
        return say("topics.none", most=most())
    sentence = say(
        "topics.picked",
        topics=", ".join(topic.label for topic in topics),
        page=say("page.compare"),
    )
    return f"{sentence} {say('topics.full')}" if len(topics) == most() else sentence


def _figure(name: FigureName, comparison: Comparison) -> Row:
    if name in KEY_FIGURES:
        return key_figure(name, comparison)
    therapy, iop = (
        _TELL[name](comparison.options[pathway], comparison.scenario) for pathway in PATHWAYS
    )
    return say(f"topics.figure.{name}"), therapy, iop


def _is_known(name: FigureName, scenario: Scenario) -> bool:
    return name != "travel_hours" or bool(scenario.travel_minutes_per_visit)


def _visits_per_week(option: Option, scenario: Scenario) -> str:
    if option.pathway == "therapy":
        return count(round(sessions_per_week(scenario), 1), "session")
    return count(len(program_week(scenario).hours_by_day), "day")


def _visits(option: Option, _scenario: Scenario) -> str:
    return count(option.visits, "session" if option.pathway == "therapy" else "day")


def _travel_hours(option: Option, scenario: Scenario) -> str:
    return hours(option.visits * scenario.travel_minutes_per_visit / MINUTES_PER_HOUR)


def _hours_of(service: str) -> Callable[[Option, Scenario], str]:
    def tell(option: Option, _scenario: Scenario) -> str:
        filling = hours_by_service(option.pathway, option.hours_per_week)
        return hours(filling.get(service, 0))

    return tell


_TELL: Mapping[FigureName, Callable[[Option, Scenario], str]] = {
    "visits_per_week": _visits_per_week,
    "visits": _visits,
    "one_to_one": _hours_of("one_to_one"),
    "group": _hours_of("group"),
    "travel_hours": _travel_hours,
}
