"""The session moves to new data when the server has loaded some since the page was opened."""

from __future__ import annotations

from datetime import date

import streamlit as st

from carechoice.catalog.in_use import hand_in, using
from carechoice.catalog.load import served
from carechoice.catalog.tables import Catalog
from carechoice.inputs.handed_on.moved_to_catalog import Moved, moved_to
from carechoice.ui import notes, state
from carechoice.ui.atomic import atomic
from carechoice.ui.session import earlier, entered
from carechoice.ui.session_catalog import of_session


def adopt(today: date) -> None:
    """Speak from the data that the server has now. To be called before anything is drawn.

    The inputs and the kept scenarios stay, as those of a link that was made before. What the new
    data has no place for is said.
    """
    new = served()
    if st.session_state.get(state.IS_SERVED) and new is not of_session():
        _take(new, today)
        hand_in(new)


@atomic()
def _take(new: Catalog, today: date) -> None:
    held = st.session_state
    moved = moved_to(entered.held_scenario(today), held.get(state.KEPT, ()), new, today=today)
    with using(new):
        _put_in(moved)
    # They hold values that the new data may not have.
    held.pop(state.UNDO, None)
    earlier.forget()
    held[state.CATALOG] = new


def _put_in(moved: Moved) -> None:
    entered.take_scenario(moved.scenario)
    if moved.kept != st.session_state.get(state.KEPT, ()):
        st.session_state[state.KEPT] = moved.kept
    notes.say_of_link(moved.notes, None)
