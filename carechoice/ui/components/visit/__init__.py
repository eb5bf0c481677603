"""A visit goes on where its session ends.

The framework keeps the session of a lost line for a while only, and no other server has it. So the
browser hands over what the last page told it (``visit.js``), and a new session goes on from there:
from the address that stands in the browser, never from the one it first loaded.
"""

from __future__ import annotations

from datetime import date
from secrets import token_hex

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.inputs.kept import Pins
from carechoice.inputs.returned import Kept, Returned, read_returned, write_kept
from carechoice.language.sentences import say
from carechoice.ui import entered, found, state
from carechoice.ui.assets import loaded
from carechoice.ui.components import address
from carechoice.ui.whole import whole

_visit = st.components.v2.component("visit", js=loaded("visit.js"))


def go_on(today: date) -> None:
    """Begin a session with the address, or let it go on with what the browser hands over.

    To be called before anything is drawn from the inputs.
    """
    _begin(today)
    sent = _visit(key="handed_over", on_back_change=lambda: None).back
    _take(read_returned(sent, today=today), today)


@whole()
def _begin(today: date) -> None:
    held = st.session_state
    held.setdefault(state.VISIT, token_hex(8))
    held[state.RUNS] = held.get(state.RUNS, 0) + 1
    if not held.get(state.IS_TOLD, False):
        held[state.FOUND] = found.in_browser()
    entered.read_link(today)


@whole()
def _take(returned: Returned | None, today: date) -> None:
    """Take what the browser hands over, and what the person has touched since, as one change."""
    held = st.session_state
    is_taken_over = returned is not None and _take_over(returned, today)
    # A touch may come while the first page is still on its way, and stop it.
    if is_taken_over or (state.FOLLOWS in held and not held.get(state.IS_TOLD, False)):
        entered.take_values(found.changed(held[state.FOUND], entered.held_scenario(today)))
        for field, answer in found.answered(held[state.FOUND]).items():
            entered.take_answer(field, answer, today)
    if returned:
        _take_moves(returned)


def tell(comparison: Comparison, *, page: str) -> None:
    """Tell the browser what the page shows and what it may have to hand over. To be called last."""
    held = st.session_state
    held[state.IS_TOLD] = True
    pins: Pins = held.get(state.PINS, ())
    kept = Kept(
        pins,
        screen=held.get(state.SCREEN, 0),
        plain_sliders=held[state.PLAIN_SLIDERS],
        answered=_has_answered(),
    )
    address.show(
        comparison.scenario,
        page=page,
        visit={
            "visit": held[state.VISIT],
            "follows": held.get(state.FOLLOWS),
            "back": held.get(state.HANDED_OVER),
            "runs": held[state.RUNS],
            "kept": write_kept(kept),
        },
    )


def _take_over(returned: Returned, today: date) -> bool:
    """Become the visit that the browser hands over; not again, and not where it is this one."""
    held = st.session_state
    held[state.HANDED_OVER] = returned.id
    if returned.visit in (held[state.VISIT], held.get(state.FOLLOWS)):
        return False
    held[state.FOLLOWS] = returned.visit
    if returned.query is not None:
        entered.take_link(returned.query, today)
    _take_kept(returned.kept)
    return True


def _take_kept(kept: Kept) -> None:
    """Take what is kept beside the inputs; say what cannot come back."""
    held = st.session_state
    held[state.PINS] = held.get(state.PINS, ()) or kept.pins
    held[state.SCREEN] = held.get(state.SCREEN, 0) or kept.screen
    switch = found.has_plain_sliders(held[state.FOUND])
    held[state.PLAIN_SLIDERS] = kept.plain_sliders if switch is None else switch
    notes = {
        "visit.lost_pins": kept.lost_pins > 0,
        "visit.lost_answers": kept.answered and not _has_answered(),
    }
    said = (say(key) for key, is_so in notes.items() if is_so)
    held[state.OPENING_NOTES] = (*held[state.OPENING_NOTES], *said)


def _take_moves(returned: Returned) -> None:
    held = st.session_state
    for field, move in returned.moves.items():
        held[state.MOVES] = {**held.get(state.MOVES, {}), field: move.id}
        entered.take_moved(field, move.value)


def _has_answered() -> bool:
    answers = (
        value for key, value in st.session_state.items() if str(key).startswith(state.ABOUT_ONESELF)
    )
    return any(answer is not None for answer in answers)
