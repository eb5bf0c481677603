"""One step back from what replaced many things at once, until something else is changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

import streamlit as st

from carechoice.inputs.scenario import FIELDS
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.ui.text import plain
from carechoice.ui.whole import whole

Kind = Literal["reset", "new", "plan", "file", "kept"]


@dataclass(frozen=True, slots=True)
class Undo:
    """What was replaced by which step, and what there was after it.

    ``told`` says what was done. Once something is another than ``since``, there is no way back.
    """

    kind: Kind
    told: str
    before: Mapping[str, Any]
    since: tuple[str, Mapping[str, Any]] | None = None


def keep(kind: Kind, before: Mapping[str, Any], told: str) -> None:
    """Offer a way back to what the session held ``before``; one from an earlier step is gone."""
    st.session_state[state.UNDO] = Undo(kind, told, before)


def offer(place: str, *kinds: Kind) -> None:
    """Say what was done, with a way back, as long as there is one."""
    undo = kept()
    if undo and undo.kind in kinds:
        st.success(plain(undo.told))
        st.button(say("undo"), key=f"undo_{place}", on_click=_go_back)


def let_go(page: str) -> None:
    """Drop the way back at the first change after the step; another page is one too.

    ``page`` is the name of the page in the address, empty for the first. To be called before
    anything is drawn.
    """
    undo = kept()
    if not undo:
        return
    now = (page, lasting())
    if undo.since is None:
        st.session_state[state.UNDO] = replace(undo, since=now)
    elif undo.since != now:
        del st.session_state[state.UNDO]


def kept() -> Undo | None:
    """The step that can be taken back."""
    undo: Undo | None = st.session_state.get(state.UNDO)
    return undo


def lasting() -> dict[str, Any]:
    """What is the person's and lasts from page to page, as far as it holds anything."""
    held = {str(key): value for key, value in st.session_state.items()}
    return {
        key: value
        for key, value in held.items()
        if key in FIELDS
        or (value and (key in state.LASTING or key.startswith(state.LASTING_BEGINNINGS)))
    }


@whole()
def _go_back() -> None:
    undo: Undo = st.session_state.pop(state.UNDO)
    for key, value in undo.before.items():
        st.session_state[key] = value
