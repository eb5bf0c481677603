"""What a browser hands over of an ended session becomes what this session holds."""

from __future__ import annotations

from datetime import date

import streamlit as st

from carechoice.inputs.returned import KeptByVisit, Returned
from carechoice.language.sentences import say
from carechoice.ui import entered, found, state
from carechoice.ui.found_oneself import answered_about_oneself
from carechoice.ui.keeping import meet_kept
from carechoice.ui.opening_link import take_link
from carechoice.ui.touched import take_touched
from carechoice.ui.whole import whole


@whole()
def take(returned: Returned | None, today: date) -> None:
    """Take what the browser hands over, and what the person has touched since, as one change."""
    held = st.session_state
    is_taken_over = returned is not None and _take_over(returned, today)
    # A touch may come while the first page is still on its way, and stop it.
    if is_taken_over or (state.FOLLOWS in held and not held.get(state.IS_TOLD, False)):
        take_touched(held[state.FOUND], today)
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
    for key, answer in answered_about_oneself(held[state.FOUND]):
        held.setdefault(key, answer)
    _take_kept(returned.kept)
    return True


def _take_kept(kept: KeptByVisit) -> None:
    """Take what is kept beside the inputs; say what cannot come back."""
    held = st.session_state
    meet_kept(kept.scenarios)
    held.setdefault(state.SCREEN, kept.screen)
    switch = found.has_plain_sliders(held[state.FOUND])
    is_plain = kept.plain_sliders or held[state.PLAIN_SLIDERS]
    held[state.PLAIN_SLIDERS] = is_plain if switch is None else switch
    if kept.paper and not has_paper():
        held[state.IS_PAPER_LOST] = True
    notes = {
        "visit.lost_pins": kept.lost > 0,
        "visit.lost_answers": kept.answered and not has_answered(),
    }
    said = (say(key) for key, is_so in notes.items() if is_so)
    held[state.OPENING_NOTES] = (*held[state.OPENING_NOTES], *said)


def _take_moves(returned: Returned) -> None:
    held = st.session_state
    for field, move in returned.moves.items():
        held[state.MOVES] = {**held.get(state.MOVES, {}), field: move.id}
        entered.take_moved(field, move.value)


def has_paper() -> bool:
    """Whether a paper of the plan was read, is being read, or went with an ended session."""
    keys = (state.PAPER, state.PAPER_UNDER_WAY, state.IS_PAPER_LOST)
    return any(st.session_state.get(key) for key in keys)


def has_answered() -> bool:
    """Whether the person has answered a question about themselves."""
    return any(st.session_state.get(key) is not None for key in state.ABOUT_ONESELF)
