"""A session that takes over from one that has ended, from what the browser hands over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import streamlit as st

from carechoice.inputs.returned import Returned
from carechoice.inputs.self_questions import answers_about_oneself
from carechoice.ui import entered, insurance_card, plan_answers, state
from carechoice.ui.atomic import atomic
from carechoice.ui.browser_inputs import answered, changed
from carechoice.ui.browser_widgets import BrowserWidgets, written
from carechoice.ui.kept_by_visit import take_back
from carechoice.ui.opening_link import take_link
from carechoice.ui.state import ABOUT_ONESELF


@atomic()
def take(returned: Returned | None, today: date) -> None:
    """Take what the browser hands over, and what the person has touched since, as one change."""
    held = st.session_state
    is_taken_over = returned is not None and _take_over(returned, today)
    # A touch may come while the first page is still on its way, and stop it.
    if is_taken_over or (state.FOLLOWS in held and not held.get(state.WAS_DRAWN, False)):
        _take_touched(held[state.FOUND], today)
    if returned:
        _take_moves(returned)


def _take_over(returned: Returned, today: date) -> bool:
    """Become the visit that the browser hands over; not again, and not where it is this one."""
    held = st.session_state
    held[state.HANDED_OVER] = returned.id
    if returned.visit in (held[state.VISIT], held.get(state.FOLLOWS)):
        return False
    held[state.FOLLOWS] = returned.visit
    if returned.query is not None:
        take_link(returned.query, today)
        # What was typed in it is in the browser, but is gone after a reload.
        if returned.kept.card:
            insurance_card.open_by(returned.kept.card)
    for key, answer in _answered_about_oneself(held[state.FOUND]):
        held.setdefault(key, answer)
    take_back(returned.kept)
    return True


def _take_moves(returned: Returned) -> None:
    held = st.session_state
    for field, move in returned.moves.items():
        held[state.MOVES] = {**held.get(state.MOVES, {}), field: move.id}
        entered.take_moved(field, move.value)


def _answered_about_oneself(found: BrowserWidgets) -> Iterator[tuple[str, str]]:
    """The key and the answer of each question that one of its answers is picked for."""
    for key in ABOUT_ONESELF:
        box = found.get(key)
        label = None if box is None else written(box)
        yield from (
            (key, answer) for answer, read in answers_about_oneself(key).items() if read == label
        )


def _take_touched(touched: BrowserWidgets, today: date) -> None:
    """Take the inputs and the plan's answers that no page has taken yet."""
    entered.take_values(changed(touched, entered.held_scenario(today)))
    for field, answer in answered(touched).items():
        plan_answers.take_answer(field, answer, today)
