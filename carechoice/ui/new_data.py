"""The session moves to new data when the server has loaded some since the page was opened."""

from __future__ import annotations

from datetime import date

import streamlit as st

from carechoice.catalog.in_use import hand_in, using
from carechoice.catalog.load import served
from carechoice.catalog.tables import Catalog
from carechoice.inputs.handed_across import Across, across
from carechoice.ui import earlier, entered, notes, state
from carechoice.ui.edition import of_session
from carechoice.ui.whole import whole


def go_on(today: date) -> None:
    """Speak from the data that the server has now. To be called before anything is drawn.

    The inputs and the kept scenarios stay, as those of a link that was made before. What the new
    data has no place for is said.
    """
    new = served()
    if st.session_state.get(state.IS_SERVED) and new is not of_session():
        _take(new, today)
        hand_in(new)


@whole()
def _take(new: Catalog, today: date) -> None:
    held = st.session_state
    brought = across(entered.held_scenario(today), held.get(state.KEPT, ()), new, today=today)
    with using(new):
        _put_in(brought)
    # They hold values that may be none any more.
    held.pop(state.UNDO, None)
    earlier.let_go()
    held[state.CATALOG] = new


def _put_in(brought: Across) -> None:
    entered.take_scenario(brought.scenario)
    if brought.kept != st.session_state.get(state.KEPT, ()):
        st.session_state[state.KEPT] = brought.kept
    notes.say_of_link(brought.notes, None)
