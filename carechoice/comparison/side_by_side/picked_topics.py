"""What matters to the person: the picked topics with what they mean for each option."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from carechoice.catalog.decision_rows import FigureName, Topic
from carechoice.comparison.compare import PATHWAYS, Comparison, Option, Phase
from carechoice.comparison.other_costs import is_all_online, travel_hours
from carechoice.comparison.side_by_side.key_figures import KEY_FIGURES, key_figure
from carechoice.comparison.visits.course import program_days_per_week, session_hours
from carechoice.comparison.weeks.filled_hours import hours_filled
from carechoice.comparison.words import by_phase, visits_text
from carechoice.inputs.picked import most, picked
from carechoice.language.formats import count, hours, in_a_row
from carechoice.language.sentences import in_order, say

Row = list[str]


def rows(comparison: Comparison) -> list[Row]:
    """Rows of what and each option: a picked topic, and below it the person's own figures for it.

    A figure that two topics share stands below the first. Nothing where nothing is picked.
    """
    found: list[Row] = []
    names: set[FigureName] = set()
    for topic in picked(comparison.scenario):
        label = say("topics.row", label=topic.label)
        options = comparison.options.values()
        found.append([label, *(_meaning(topic, option, comparison) for option in options)])
        found += [
            _figure(name, comparison)
            for name in topic.figures
            if name not in names and _is_known(name, comparison)
        ]
        names |= set(topic.figures)
    return found


def meanings(topic: Topic, comparison: Comparison) -> list[str]:
    """The question behind a topic and what it means for each option, the option's name first."""
    sentences = [say("topics.question", text=topic.question)]
    for pathway in PATHWAYS:
        meaning = _meaning(topic, comparison.options[pathway], comparison)
        sentences.append(say(f"topics.meaning.{pathway}", text=meaning))
    return sentences


def picks(comparison: Comparison) -> str:
    """What is picked and what that does, or how to pick something."""
    topics = picked(comparison.scenario)
    if not topics:
        return say("topics.none", most=most())
    sentence = say(
        "topics.picked",
        topics=in_a_row(topic.label for topic in topics),
        page=say("page.compare"),
    )
    return f"{sentence} {say('topics.full')}" if len(topics) == most() else sentence


def _meaning(topic: Topic, option: Option, comparison: Comparison) -> str:
    """What a topic means for an option, and for each program alike.

    A pathway of both in turn is like each in its time. Where visits are online, no way there is
    told, and where they cost the person nothing, no number of them to pay for.
    """
    if "travel_hours" in topic.figures and is_all_online(option):
        return say("topics.no_travel")
    if "patient" in topic.figures and option.is_cost_known and not option.patient_usd.high:
        return say("topics.no_cost")
    if option in comparison.programs:
        return topic.iop
    return topic.therapy if option.pathway == "therapy" else say(f"topics.third.{option.pathway}")


def _figure(name: FigureName, comparison: Comparison) -> Row:
    if name in KEY_FIGURES:
        return key_figure(name, comparison)
    options = comparison.options.values()
    cells = [_TELL[name](option) for option in options]
    return [say(f"topics.figure.{name}"), *cells]


def _is_known(name: FigureName, comparison: Comparison) -> bool:
    return name != "travel_hours" or any(map(travel_hours, comparison.options.values()))


def _visits_per_week(option: Option) -> str:
    days = program_days_per_week(option.scenario, option.pathway)

    def in_phase(phase: Phase, number_of_days: int) -> str:
        sessions = round(phase.hours_per_week / session_hours(option.scenario), 1)
        return count(number_of_days, "day") if number_of_days else count(sessions, "session")

    return in_order(map(in_phase, option.phases, days))


def _visits(option: Option) -> str:
    return by_phase(option, lambda phase: visits_text(phase.care, phase.visits))


def _travel_hours(option: Option) -> str:
    return hours(travel_hours(option))


def _hours_of(service: str) -> Callable[[Option], str]:
    def told(option: Option) -> str:
        return by_phase(option, lambda phase: hours(hours_filled(option, phase).get(service, 0)))

    return told


_TELL: Mapping[FigureName, Callable[[Option], str]] = {
    "visits_per_week": _visits_per_week,
    "visits": _visits,
    "one_to_one": _hours_of("one_to_one"),
    "group": _hours_of("group"),
    "travel_hours": _travel_hours,
}
