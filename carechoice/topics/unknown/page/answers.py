"""Where the plan's answers go in, on the page "Your bill"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from carechoice.catalog.in_use import catalog, with_this_catalog
from carechoice.inputs.changes import answers_to
from carechoice.inputs.value_text import value_text
from carechoice.language.sentences import say
from carechoice.topics.unknown.questions import Question
from carechoice.ui import plan_answers
from carechoice.ui.atomic import atomic
from carechoice.ui.number_field import number_field
from carechoice.ui.state import blank_key
from carechoice.ui.text import plain, text

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
