"""Back to the start: for the same person, or for the next one, and one step to take that back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

import streamlit as st

from carechoice.inputs.scenario import FIELDS, Scenario
from carechoice.language.sentences import say
from carechoice.ui import entered, pages, state
from carechoice.ui.whole import whole

Kind = Literal["reset", "new"]


@dataclass(frozen=True, slots=True)
class Undo:
    """What was taken away, and what there was then: once that is another, there is no way back."""

    kind: Kind
    before: Mapping[str, Any]
    since: tuple[str, Mapping[str, Any]] | None = None


def buttons(scenario: Scenario, today: date) -> None:
    """Reset, all away for the next person, and the way back from either."""
    with st.container(horizontal=True, key="fresh_start"):
        st.button(say("controls.reset"), on_click=_reset, args=(today,))
        st.button(say(f"fresh.new.{scenario.mode}"), on_click=_new_client, args=(today,))
    _offer_undo("here", "reset", "new")


def offer_undo_on_top() -> None:
    """The same where a new client's page begins."""
    _offer_undo("top", "new")


def _offer_undo(place: str, *kinds: Kind) -> None:
    """Say what was done, with a way back, as long as there is one."""
    undo = st.session_state.get(state.UNDO)
    if undo and undo.kind in kinds:
        st.success(say(f"fresh.done.{undo.kind}"))
        st.button(say("fresh.undo"), key=f"undo_{place}", on_click=_undo)


def let_go(page: str) -> None:
    """Begin at the first page with a new client; drop the way back at the first change after that.

    Another page is a change too, so that the next person has no way back. ``page`` is the name of
    the page in the address, empty for the first. To be called before anything is drawn.
    """
    undo = st.session_state.get(state.UNDO)
    if not undo:
        return
    if undo.kind == "new" and undo.since is None and page:
        # Widgets of a page leave the browser with it, and with them what was typed into them.
        st.switch_page(pages.script(pages.FIRST))
    now = (page, _lasting())
    if undo.since is None:
        st.session_state[state.UNDO] = replace(undo, since=now)
    elif undo.since != now:
        del st.session_state[state.UNDO]


@whole()
def _reset(today: date) -> None:
    before = _lasting()
    st.session_state[state.OPENING_NOTES] = ()
    entered.take_numbers(Scenario.default(today))
    for key in before:
        if key.startswith(state.ABOUT_ONESELF):
            st.session_state[key] = None
    st.session_state[state.UNDO] = Undo("reset", before)


@whole()
def _new_client(today: date) -> None:
    before = _lasting()
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
    st.session_state[state.OPENING_NOTES] = ()
    entered.take_numbers(Scenario.default(today))
    st.session_state[state.UNDO] = Undo("new", before)


@whole()
def _undo() -> None:
    undo: Undo = st.session_state.pop(state.UNDO)
    for key, value in undo.before.items():
        st.session_state[key] = value


def _lasting() -> dict[str, Any]:
    """What is the person's and lasts from page to page, as far as it holds anything."""
    held = {str(key): value for key, value in st.session_state.items()}
    return {
        key: value
        for key, value in held.items()
        if key in FIELDS
        or (value and (key in state.LASTING or key.startswith(state.LASTING_BEGINNINGS)))
    }
