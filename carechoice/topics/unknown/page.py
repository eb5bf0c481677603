"""What is not known, on the page "Your bill": ranges, the phone list, where answers go in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from carechoice.catalog.in_use import catalog, with_this_catalog
from carechoice.comparison.compare import Comparison
from carechoice.inputs.answer_words import left_open
from carechoice.inputs.changes import answers_to
from carechoice.inputs.value_text import value_text
from carechoice.language.sentences import say
from carechoice.topics.unknown import charts, questions
from carechoice.topics.unknown.confirmable import confirmable_values
from carechoice.topics.unknown.questions import Question
from carechoice.topics.unknown.swings import Swing
from carechoice.ui.atomic import atomic
from carechoice.ui.chart import show
from carechoice.ui.inputs.number_field import number_field
from carechoice.ui.paper_intake import held_paper
from carechoice.ui.session import plan_answers
from carechoice.ui.state import blank_key
from carechoice.ui.text import bullets, card, plain, text


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


BLANK_WIDTH_PX = 320


def answers(asked: Sequence[Question], to_mark: Mapping[str, str], today: date) -> None:
    """Where the plan's answers go in; drawn only when it is open."""
    fold = st.expander(say("ask.fold"), key="fold_answers", on_change="rerun")
    if not fold.open:
        return
    for question in asked:
        with fold.container(key=f"ask_{question.field}", gap="small"):
            if question.answer:
                _undo(question)
            else:
                _blank(question, today)
    if to_mark:
        with fold:
            _marks(to_mark, today)


def _marks(to_mark: Mapping[str, str], today: date) -> None:
    """A button for each number that stands in the inputs already, for the plan to confirm."""
    text(say("ask.mark.lead"))
    for field, label in to_mark.items():
        st.button(
            plain(label),
            key=f"mark_{field}",
            on_click=plan_answers.confirm,
            args=(field, today),
            wrap=True,
        )


def _undo(question: Question) -> None:
    text(question.text)
    st.button(
        say("ask.undo"),
        key=f"undo_{question.field}",
        on_click=plan_answers.take_back_answer,
        args=(question.field,),
    )


def _blank(question: Question, today: date) -> None:
    """Where the answer to a question goes in."""
    row = catalog().parameters[question.field]
    key = blank_key(question.field)
    look: dict[str, Any] = {"placeholder": say("ask.blank"), "width": BLANK_WIDTH_PX}
    if row.is_number:
        take = partial(plan_answers.take_answer, answer=today)
        number_field(row, question.text, key=key, take=take, **look)
    else:
        st.selectbox(
            question.text,
            answers_to(row),
            index=None,
            format_func=with_this_catalog(lambda value: value_text(row, value)),
            key=key,
            on_change=_take_choice,
            args=(question.field, key, today),
            **look,
        )


@atomic()
def _take_choice(field: str, key: str, today: date) -> None:
    value = st.session_state[key]
    if value is not None:
        plan_answers.take_answer(field, value, today)
