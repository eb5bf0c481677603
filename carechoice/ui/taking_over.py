"""A session takes over a visit from one that has ended.

What the visit keeps beside its inputs is told to the browser with each page, and comes back with
what the browser hands over.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import streamlit as st

from carechoice.inputs.handed_on.handed_over import HandedOver, KeptByVisit
from carechoice.inputs.self_questions import answers_about_oneself
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.ui.atomic import atomic
from carechoice.ui.inputs import insurance_card
from carechoice.ui.session import browser_widgets, entered, plan_answers
from carechoice.ui.session.browser_widgets import BrowserWidgets, answered, changed, written
from carechoice.ui.session.keeping import all_kept, join_kept
from carechoice.ui.session.opening_link import take_link
from carechoice.ui.state import ABOUT_ONESELF


def kept_now() -> KeptByVisit:
    """What the visit keeps as its page stands now."""
    held = st.session_state
    return KeptByVisit(
        all_kept(),
        screen=held.get(state.SCREEN, 0),
        plain_sliders=held[state.PLAIN_SLIDERS],
        answered=_has_answered(),
        paper=_has_paper(),
        card=insurance_card.opened_by(),
    )


@atomic()
def take(handed_over: HandedOver | None, today: date) -> None:
    """Take what the browser hands over, and what the person has touched since, as one change."""
    held = st.session_state
    is_taken_over = handed_over is not None and _take_over(handed_over, today)
    # A touch may come while the first page is still on its way, and stop it.
    if is_taken_over or (state.FOLLOWS in held and not held.get(state.WAS_DRAWN, False)):
        _take_touched(held[state.BROWSER_WIDGETS], today)
    if handed_over:
        _take_moves(handed_over)


def _take_over(handed_over: HandedOver, today: date) -> bool:
    """Become the visit that the browser hands over; not again, and not where it is this one."""
    held = st.session_state
    held[state.LAST_HANDOVER] = handed_over.id
    if handed_over.visit in (held[state.VISIT], held.get(state.FOLLOWS)):
        return False
    held[state.FOLLOWS] = handed_over.visit
    if handed_over.query is not None:
        take_link(handed_over.query, today)
        # What was typed in it is in the browser, but is gone after a reload.
        if handed_over.kept.card:
            insurance_card.open_by(handed_over.kept.card)
    for key, answer in _answered_about_oneself(held[state.BROWSER_WIDGETS]):
        held.setdefault(key, answer)
    _take_kept(handed_over.kept)
    return True


def _take_kept(kept: KeptByVisit) -> None:
    """Take what is kept beside the inputs; say what cannot come back."""
    held = st.session_state
    join_kept(kept.scenarios)
    held.setdefault(state.SCREEN, kept.screen)
    switch = browser_widgets.has_plain_sliders(held[state.BROWSER_WIDGETS])
    is_plain = kept.plain_sliders or held[state.PLAIN_SLIDERS]
    held[state.PLAIN_SLIDERS] = is_plain if switch is None else switch
    if kept.paper and not _has_paper():
        held[state.IS_PAPER_LOST] = True
    notes = {
        "visit.lost_pins": kept.lost > 0,
        "visit.lost_answers": kept.answered and not _has_answered(),
    }
    said = (say(key) for key, is_so in notes.items() if is_so)
    held[state.OPENING_NOTES] = (*held[state.OPENING_NOTES], *said)


def _take_moves(handed_over: HandedOver) -> None:
    held = st.session_state
    for field, move in handed_over.moves.items():
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


def _has_paper() -> bool:
    """Whether a paper of the plan was read, is being read, or went with an ended session."""
    keys = (state.PAPER, state.PAPER_UNDER_WAY, state.IS_PAPER_LOST)
    return any(st.session_state.get(key) for key in keys)


def _has_answered() -> bool:
    """Whether the person has answered a question about themselves."""
    return any(st.session_state.get(key) is not None for key in ABOUT_ONESELF)
