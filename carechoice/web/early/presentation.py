"""A screen of a presentation, as it is shown before it is live."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from carechoice.comparison.compare import Comparison
from carechoice.inputs.handed_on.view_parameters import screen_pairs
from carechoice.inputs.scenario import PRESENT, Scenario
from carechoice.language.sentences import option_name, say
from carechoice.present import screens
from carechoice.present import sources as presented_sources
from carechoice.present.charts import ALONE_PX, screen_charts
from carechoice.present.screens import SCREENS, Screen
from carechoice.topics.unknown import questions
from carechoice.web.early.answer import below_the_answer
from carechoice.web.early.charts import ChartPlace, chart_place


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenLink:
    """The way to another screen: what it is called, and the query of its address."""

    name: str
    query: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Presented:
    """One screen: which of how many it is, its heading, and its sentences with our marks.

    The sentences stand below the answer on the screen of that, and beside the chart on a screen
    that has one, ``shown_by`` below the centre's mark on the first. ``name`` is the screen's key,
    ``steps`` lead to the screens before and after it.
    """

    name: Screen
    place: str
    title: str
    sentences: Sequence[str]
    shown_by: Sequence[str]
    chart: ChartPlace | None
    steps: Sequence[ScreenLink]


def presented(comparison: Comparison, screen: int) -> Presented | None:
    """The screen with this number, from 0; None where the pages are shown in another way."""
    if comparison.scenario.view.mode != PRESENT:
        return None
    number = screens.within(screen)
    name = SCREENS[number]
    chart = next(iter(screen_charts(number, comparison, most_px=ALONE_PX)), None)
    return Presented(
        name=name,
        place=screens.place(screen),
        title=screens.title(name),
        sentences=[chart.caption] if chart else WORDS[name](comparison),
        shown_by=screens.who_presents() if name == SCREENS[0] else (),
        chart=chart_place(chart) if chart else None,
        steps=_steps(comparison.scenario, number),
    )


def _steps(scenario: Scenario, shown: int) -> tuple[ScreenLink, ...]:
    beside = {"present.back": shown - 1, "present.next": shown + 1}
    return tuple(
        ScreenLink(name=say(key), query=_query(scenario, number))
        for key, number in beside.items()
        if number == screens.within(number)
    )


def _query(scenario: Scenario, screen: int) -> str:
    return urlencode([*scenario.to_short_query().items(), *screen_pairs(scenario, screen)])


def _decision(comparison: Comparison) -> Sequence[str]:
    weeks, options = screens.weeks(comparison).items(), comparison.options
    lines = [
        line
        for pathway, week in weeks
        for line in (f"**{option_name(options[pathway].words_key)}**", week)
    ]
    end = " ".join([*screens.also_compared(comparison), say("present.decision.end")])
    return [say("present.decision.lead"), *lines, end]


def _questions(comparison: Comparison) -> Sequence[str]:
    general = questions.general(comparison.scenario)
    asked = screens.plan_questions(comparison)
    return [asked.lead, *asked.questions, say("present.questions.any"), *general]


def _sources(comparison: Comparison) -> Sequence[str]:
    numbers = presented_sources.numbers(comparison)
    lines = [say("share.pair", label=label, value=value) for label, value, _ in numbers]
    return [*lines, presented_sources.all_sources(comparison), *presented_sources.last_words()]


WORDS: Mapping[Screen, Callable[[Comparison], Sequence[str]]] = {
    "decision": _decision,
    "answer": below_the_answer,
    "questions": _questions,
    "sources": _sources,
}
