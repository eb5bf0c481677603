"""Back to the start: for the same person, or for the next one."""

from __future__ import annotations

from datetime import date

import streamlit as st

from carechoice.inputs.scenario import FIELDS, Scenario
from carechoice.language.sentences import say
from carechoice.ui import notes, pages, state
from carechoice.ui.atomic import atomic
from carechoice.ui.session import earlier, entered, undo


def buttons(scenario: Scenario, today: date) -> None:
    """Reset, and all away for the next person."""
    with st.container(horizontal=True, key="fresh_start"):
        st.button(say("controls.reset"), on_click=_reset, args=(today,))
        st.button(say(f"fresh.new.{scenario.view.mode}"), on_click=_new_client, args=(today,))


def go_to_first_page_once_cleared(page: str) -> None:
    """Begin at the first page with a new client. To be called before anything is drawn.

    ``page`` is the name of the page in the address, empty for the first.
    """
    step = undo.kept()
    if step and step.kind == "new" and step.since is None and page:
        # Widgets of a page leave the browser with it, and with them what was typed into them.
        st.switch_page(pages.script(pages.FIRST))


def times_cleared() -> int:
    """How often all was cleared for the next person in this session."""
    times: int = st.session_state.get(state.TIMES_CLEARED, 0)
    return times


@atomic()
def _reset(today: date) -> None:
    before = undo.lasting()
    notes.forget_link()
    earlier.forget()
    entered.take_numbers(Scenario.default(today))
    for key in before:
        if key in state.ABOUT_ONESELF:
            st.session_state[key] = None
    undo.keep("reset", before, say("undo.reset"))


@atomic()
def _new_client(today: date) -> None:
    before = undo.lasting()
    for key in before.keys() - set(FIELDS):
        if key.startswith(state.FOLDS):
            # A fold that is drawn closes only when it is told to.
            st.session_state[key] = False
        else:
            del st.session_state[key]
    # A field shows its input's value anew, and not what was typed and could not be used.
    for key in [key for key in st.session_state if str(key).endswith(state.FIELD)]:
        del st.session_state[key]
    # Its being there says that the link of the visit has been read.
    notes.forget_link()
    entered.take_numbers(Scenario.default(today))
    st.session_state[state.TIMES_CLEARED] = times_cleared() + 1
    undo.keep("new", before, say("undo.new"))
