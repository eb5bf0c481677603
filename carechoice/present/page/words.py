"""The screens that are words: the decision, the answer, what to ask, what numbers rest on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.comparison.doubts.doubts import doubts
from carechoice.language.sentences import say
from carechoice.present import screens as presentation
from carechoice.present import sources as presented_sources
from carechoice.present.screens import Screen, title
from carechoice.topics.unknown import questions
from carechoice.ui.assumed import assumption, later_start, show_doubts
from carechoice.ui.chart import BESIDE, table
from carechoice.ui.components.answer import answer
from carechoice.ui.frame import centre_mark
from carechoice.ui.text import bullets, card, named, text


def sources(comparison: Comparison, _today: date) -> None:
    """What the numbers rest on most, the way to all of them, and what they are not."""
    numbers_here, words_here = st.columns(BESIDE)
    with numbers_here:
        header = [say(f"present.sources.{name}") for name in ("number", "value", "source")]
        table(header, presented_sources.numbers(comparison), name=title("sources"))
        text(presented_sources.all_sources(comparison))
    with words_here:
        text("\n\n".join(presented_sources.last_words()))


def _decision(comparison: Comparison, _today: date) -> None:
    text(say("present.decision.lead"))
    weeks = presentation.weeks(comparison)
    for column, (pathway, week) in zip(st.columns(len(weeks)), weeks.items(), strict=True):
        with column, card():
            text(f"{named(comparison.options[pathway])}\n\n{week}")
    text(" ".join([*presentation.also_compared(comparison), say("present.decision.end")]))
    _who_presents()


def _who_presents() -> None:
    """Who shows the presentation, beside that they may sell what it is about."""
    sentences = presentation.who_presents()
    if not sentences:
        return
    with st.container(key="presents", horizontal=True, vertical_alignment="center"):
        centre_mark()
        for sentence in sentences:
            text(sentence)


def _answer(comparison: Comparison, today: date) -> None:
    answer(comparison)
    assumption(comparison)
    later_start(comparison)
    show_doubts(doubts(comparison, today))


def _questions(comparison: Comparison, _today: date) -> None:
    plan_here, any_here = st.columns(2)
    with plan_here:
        asked = presentation.plan_questions(comparison)
        text(asked.lead)
        if asked.questions:
            bullets(asked.questions)
    with any_here:
        text(f"**{say('present.questions.any')}**")
        bullets(questions.general(comparison.scenario))


WORDS: Mapping[Screen, Callable[[Comparison, date], None]] = {
    "decision": _decision,
    "answer": _answer,
    "questions": _questions,
    "sources": sources,
}
