"""A visit goes on in a new session where the server has lost the old one.

The framework keeps the session of a lost line for a while only, and no other server has it. So the
browser hands over what the last page told it (``visit.js``), and a new session goes on from there:
from the address that stands in the browser, never from the one it first loaded.
"""

from __future__ import annotations

from datetime import date
from secrets import token_hex

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.inputs.handed_on.handed_over import read_handed_over, write_kept
from carechoice.ui import state
from carechoice.ui.atomic import atomic
from carechoice.ui.component import component
from carechoice.ui.components import address
from carechoice.ui.session import browser_widgets
from carechoice.ui.session.opening_link import read_link
from carechoice.ui.taking_over import kept_now, take

KEY = "handed_over"

_visit = component("visit")


def resume(today: date) -> None:
    """Begin a session with the address, or let it go on with what the browser hands over.

    To be called before anything is drawn from the inputs.
    """
    _begin(today)
    sent = _visit(key=KEY, on_back_change=_keep_sent).back
    _take(sent, today)


@atomic()
def _begin(today: date) -> None:
    held = st.session_state
    held.setdefault(state.VISIT, token_hex(8))
    held[state.RUNS] = held.get(state.RUNS, 0) + 1
    if not held.get(state.WAS_DRAWN, False):
        held[state.BROWSER_WIDGETS] = browser_widgets.in_browser()
    read_link(today)


@atomic()
def _keep_sent() -> None:
    """Keep what the browser hands over: the run it comes with may be stopped before it takes it."""
    st.session_state[state.WAITING_HANDOVER] = state.sent(KEY, "back")


@atomic()
def _take(sent: object, today: date) -> None:
    """Take what is kept, or what has come to a session that has not drawn our part before."""
    kept = st.session_state.pop(state.WAITING_HANDOVER, None)
    take(read_handed_over(kept or sent, today=today), today)


def report(comparison: Comparison, today: date, *, page: str) -> None:
    """Tell the browser what the page shows and what it may have to hand over. To be called last."""
    held = st.session_state
    held[state.WAS_DRAWN] = True
    address.show(
        comparison,
        today,
        page=page,
        visit={
            "visit": held[state.VISIT],
            "follows": held.get(state.FOLLOWS),
            "back": held.get(state.LAST_HANDOVER),
            "runs": held[state.RUNS],
            "kept": write_kept(kept_now()),
        },
    )
