"""What is not known, on the page "Your bill": ranges, what moves the answer, the phone list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.inputs.answer_words import left_open
from carechoice.language.sentences import say
from carechoice.topics.unknown import charts, questions
from carechoice.topics.unknown.confirmable import confirmable_values
from carechoice.topics.unknown.page.answers import answers
from carechoice.topics.unknown.swings import Swing
from carechoice.ui.chart import show
from carechoice.ui.paper_intake import held_paper
from carechoice.ui.text import bullets, card, text


def ranges(comparison: Comparison) -> None:
    """How sure the cost of each option is, where any is owed."""
    for chart in charts.ranges(comparison):
        with card():
            show(chart)


def what_moves_it(comparison: Comparison, found: Sequence[Swing]) -> None:
    """What moves the answer, where any is owed."""
    for chart in charts.swing_charts(comparison, found):
        with card():
            show(chart)


def phone_list(comparison: Comparison, found: Sequence[Swing], today: date) -> None:
    """What to ask the plan, with a blank for each answer."""
    scenario = comparison.scenario
    asked = questions.questions(scenario, found)
    st.header(questions.title(scenario), anchor=False)
    text(questions.lead(scenario, asked))
    if asked:
        bullets(questions.question_text(question) for question in asked)
        text(say("ask.also"))
    bullets(questions.general(scenario))
    held = held_paper()
    left = (
        left_open(held.paper, {*scenario.given, *(question.field for question in asked)})
        if held
        else []
    )
    if left:
        text(say("ask.of_paper"))
        bullets(left)
    answers(asked, confirmable_values(scenario, asked), today)
