"""The parts of a presentation: its screens, the way through them, the numbers that can be moved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.comparison.doubts import doubts
from carechoice.drawing.style import no_higher
from carechoice.inputs.scenario import EXPLORE
from carechoice.language.sentences import say
from carechoice.present import screens as presentation
from carechoice.present.screens import SCREENS, Screen
from carechoice.topics.dashboard.cost import cost_chart
from carechoice.topics.dashboard.level import level_chart
from carechoice.topics.dashboard.time import time_chart
from carechoice.topics.unknown import questions
from carechoice.topics.unknown.charts import unknown_chart
from carechoice.topics.unknown.facts import spreads
from carechoice.ui import controls, entered, state
from carechoice.ui.assumed import assumption, doubtful
from carechoice.ui.chart import BESIDE, show_beside, table
from carechoice.ui.components.answer import answer
from carechoice.ui.components.keys import keys
from carechoice.ui.text import bullets, card, named, text
from carechoice.ui.whole import whole

# How high a chart may be on a wide and low screen, beside the sliders and without them.
LOW_PX, HIGH_PX = 270, 340


def screen(comparison: Comparison, today: date) -> None:
    """The screen that is shown now."""
    name = SCREENS[_number()]
    if name in CHARTS:
        height = LOW_PX if st.session_state["change"] else HIGH_PX
        show_beside(no_higher(CHARTS[name](comparison), height))
        return
    st.header(presentation.title(name), anchor=False)
    with st.container(key=f"words_{name}"):
        WORDS[name](comparison, today)


def way_through() -> None:
    """Back, next, which screen this is, the switch for the sliders, and the way out."""
    number = _number()
    last = len(SCREENS) - 1
    with st.container(horizontal=True, vertical_alignment="center", key="way_through"):
        _step("present.back", to=number - 1)
        _step("present.next", to=number + 1)
        keys(screen=number, last=last, place=presentation.place(number), on_key=_go)
        st.space("stretch")
        st.toggle(say("present.change"), key="change")
        st.button(
            say("present.leave"),
            type="tertiary",
            on_click=entered.set_mode,
            args=(EXPLORE,),
        )


def change_a_number(comparison: Comparison, today: date) -> None:
    """The sliders that matter most, if they are switched on."""
    if st.session_state["change"]:
        with st.container(horizontal=True, key="numbers"):
            controls.main_numbers(comparison.scenario, doubts(comparison, today))


def _number() -> int:
    return presentation.within(st.session_state.get(state.SCREEN, 0))


def _step(key: str, *, to: int) -> None:
    st.button(
        say(key),
        key=key,
        on_click=_go,
        args=(to,),
        disabled=presentation.within(to) != to,
    )


@whole()
def _go(to: Any) -> None:
    """Show another screen; what a browser sends is taken if it is the number of one."""
    if isinstance(to, int):
        st.session_state[state.SCREEN] = presentation.within(to)


def _decision(comparison: Comparison, _today: date) -> None:
    text(say("present.decision.lead"))
    weeks = presentation.weeks(comparison)
    for column, (pathway, week) in zip(st.columns(len(weeks)), weeks.items(), strict=True):
        with column, card():
            text(f"{named(pathway)}\n\n{week}")
    text(say("present.decision.end"))


def _answer(comparison: Comparison, today: date) -> None:
    answer(comparison)
    assumption(comparison.scenario)
    doubtful(doubts(comparison, today))


def _questions(comparison: Comparison, _today: date) -> None:
    plan_here, any_here = st.columns(2)
    with plan_here:
        bullets(presentation.plan_questions(comparison))
    with any_here:
        text(f"**{say('present.questions.any')}**")
        bullets(questions.general(comparison.scenario))


def _sources(comparison: Comparison, _today: date) -> None:
    numbers_here, words_here = st.columns(BESIDE)
    with numbers_here:
        header = [say(f"present.sources.{name}") for name in ("number", "value", "source")]
        table(header, presentation.numbers(comparison))
    with words_here:
        text("\n\n".join(presentation.last_words()))


CHARTS: Mapping[Screen, Callable[[Comparison], Any]] = {
    "time": time_chart,
    "cost": cost_chart,
    "level": level_chart,
    "unknown": lambda comparison: unknown_chart(comparison, spreads(comparison)),
}
WORDS: Mapping[Screen, Callable[[Comparison, date], None]] = {
    "decision": _decision,
    "answer": _answer,
    "questions": _questions,
    "sources": _sources,
}
