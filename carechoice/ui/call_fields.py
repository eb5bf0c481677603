"""What staff write down in a call to the plan: its fields, and which typed values the plan said."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import streamlit as st

from carechoice.catalog.in_use import with_this_catalog
from carechoice.comparison import staff as staff_words
from carechoice.documents.call_record import HEAD, CallRecord, Head, with_head
from carechoice.inputs.scenario import Scenario
from carechoice.language.markup import for_markdown
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.ui.atomic import atomic
from carechoice.ui.pages import link
from carechoice.ui.paper_intake import held_paper
from carechoice.ui.session import plan_answers
from carechoice.ui.text import bullets, plain, text

MOST_CHARACTERS = 60
MARKED = "said_on_call"


def call_fields() -> None:
    """Draw the fields. No link and no file of the inputs holds what is typed in them."""
    text(say("together.call.lead"))
    with st.container(horizontal=True, vertical_alignment="bottom", key="note_call"):
        for name in HEAD:
            st.text_input(
                say(f"call.head.{name}"),
                max_chars=MOST_CHARACTERS,
                key=state.call_key(name),
                persist_state="session",
            )


def call_so_far(*, typed: bool) -> CallRecord:
    """What is known of the call: from the sheet that was brought back and, if so, as ``typed``."""
    held = held_paper()
    of_fields = {name: _typed(name) for name in HEAD} if typed else {}
    return with_head(held.paper.call if held else None, of_fields)


def day_of_call(today: date) -> date:
    """The day on which the plan said it: that of the call, where one is noted that has been."""
    day = call_so_far(typed=True).day
    return day if day and day <= today else today


def _typed(name: Head) -> str:
    return st.session_state.get(state.call_key(name)) or ""


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
        format_func=with_this_catalog(lambda field: plain(staff_words.term_text(field, scenario))),
        key=MARKED,
        on_change=_take_marks,
        args=(said, on),
    )


def _marked(scenario: Scenario) -> None:
    """Who said what: each marked value with its day or paper, and the number of the call."""
    confirmed = staff_words.confirmed_lines(scenario)
    if confirmed:
        text(say("together.call.marked"))
        bullets(confirmed)
    number = call_so_far(typed=True).head["reference"]
    if confirmed and number:
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
