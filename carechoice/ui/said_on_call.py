"""Marks on the values that staff typed: which of them the plan has said on the call."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import streamlit as st

from carechoice.catalog.in_use import with_this_catalog
from carechoice.comparison import staff as staff_words
from carechoice.inputs.scenario import Scenario
from carechoice.language.markup import for_markdown
from carechoice.language.sentences import say
from carechoice.ui import plan_answers
from carechoice.ui.atomic import atomic
from carechoice.ui.call_fields import call_fields, call_so_far, day_of_call
from carechoice.ui.pages import link
from carechoice.ui.text import bullets, plain, text

MARKED = "said_on_call"


def call_to_the_plan(scenario: Scenario, today: date) -> None:
    """The call, and each value of the plan that was typed, to be marked as said; in a fold."""
    fold = st.expander(say("together.call"), key="fold_call", on_change="rerun")
    if not fold.open:
        return
    with fold:
        call_fields()
        link("bill", say("papers.title"))
        _marks(scenario, today)
        _marked(scenario)


def _marks(scenario: Scenario, today: date) -> None:
    """A button for each value, pressed in if the plan said it on the day of the call.

    What it said on another day, or in a paper, waits to be said again.
    """
    typed = staff_words.typed_terms(scenario)
    if not typed:
        text(say("together.call.none"))
        return
    answers, on = dict(scenario.origins.confirmed), day_of_call(today)
    said = [field for field in typed if answers.get(field) == on]
    st.session_state[MARKED] = said
    st.pills(
        say("together.call.mark"),
        typed,
        selection_mode="multi",
        format_func=with_this_catalog(lambda field: plain(staff_words.told_term(field, scenario))),
        key=MARKED,
        on_change=_take_marks,
        args=(said, on),
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


@atomic()
def _take_marks(said: Collection[str], on: date) -> None:
    marked = st.session_state[MARKED]
    for field in marked:
        if field not in said:
            plan_answers.confirm(field, on)
    for field in said:
        if field not in marked:
            plan_answers.take_back_answer(field)
