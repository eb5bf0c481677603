"""The state of a visit besides its inputs: written for the browser, and restored from it."""

from __future__ import annotations

import streamlit as st

from carechoice.inputs.returned import KeptByVisit
from carechoice.language.sentences import say
from carechoice.ui import browser_widgets, state
from carechoice.ui.insurance_card import opened_by
from carechoice.ui.keeping import all_kept, join_kept


def kept_now() -> KeptByVisit:
    """What the visit keeps as its page stands now."""
    held = st.session_state
    return KeptByVisit(
        all_kept(),
        screen=held.get(state.SCREEN, 0),
        plain_sliders=held[state.PLAIN_SLIDERS],
        answered=_has_answered(),
        paper=_has_paper(),
        card=opened_by(),
    )


def take_back(kept: KeptByVisit) -> None:
    """Take what is kept beside the inputs; say what cannot come back."""
    held = st.session_state
    join_kept(kept.scenarios)
    held.setdefault(state.SCREEN, kept.screen)
    switch = browser_widgets.has_plain_sliders(held[state.FOUND])
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


def _has_paper() -> bool:
    """Whether a paper of the plan was read, is being read, or went with an ended session."""
    keys = (state.PAPER, state.PAPER_UNDER_WAY, state.IS_PAPER_LOST)
    return any(st.session_state.get(key) for key in keys)


def _has_answered() -> bool:
    """Whether the person has answered a question about themselves."""
    return any(st.session_state.get(key) is not None for key in state.ABOUT_ONESELF)
