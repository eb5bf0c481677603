"""Which of the values that staff typed the plan has said on the call, each marked or not."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from carechoice.catalog.in_use import with_this_catalog
from carechoice.comparison import staff as staff_words
from carechoice.inputs.scenario import Scenario
from carechoice.language.markup import for_markdown
from carechoice.language.sentences import say
from carechoice.ui import plan_answers
from carechoice.ui.call_fields import call_fields, call_so_far, day_of_call
from carechoice.ui.text import bullets, plain, text
from carechoice.ui.whole import whole

MARKED = "said_on_call"


def call_to_the_plan(scenario: Scenario, today: date) -> None:
    """The call, and each value of the plan that was typed, to be marked as said; in a fold."""
    fold = st.expander(say("together.call"), key="fold_call", on_change="rerun")
    if not fold.open:
        return
    with fold:
        call_fields()
        _marks(scenario, today)
        _marked(scenario)


def _marks(scenario: Scenario, today: date) -> None:
    """A button for each typed value, pressed in while the plan stands behind it."""
    typed = staff_words.typed_terms(scenario)
    if not typed:
        text(say("together.call.none"))
        return
    answers = dict(scenario.origins.confirmed)
    st.session_state[MARKED] = [field for field in typed if field in answers]
    st.pills(
        say("together.call.mark"),
        typed,
        selection_mode="multi",
        format_func=with_this_catalog(lambda field: plain(staff_words.told_term(field, scenario))),
        key=MARKED,
        on_change=_take_marks,
        args=(typed, answers, today),
    )


def _marked(scenario: Scenario) -> None:
    """Who said what: each marked value with its day or paper, and the number of the call."""
    told = staff_words.told_confirmed(scenario)
    if told:
        text(say("together.call.marked"))
        bullets(told)
    number = call_so_far(typed=True).head["reference"]
    if told and number:
        text(say("together.call.number", number=for_markdown(number)))


@whole()
def _take_marks(typed: tuple[str, ...], answers: dict[str, Any], today: date) -> None:
    marked = st.session_state[MARKED]
    for field in typed:
        if field in marked and field not in answers:
            plan_answers.confirm(field, day_of_call(today))
        elif field in answers and field not in marked:
            plan_answers.take_back_answer(field)
