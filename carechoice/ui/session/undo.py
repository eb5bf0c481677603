"""Undo for a step that replaced many things at once.

The offer stays for at least ten seconds, whatever else the person does, and then until something
changes. Whatever was changed since the step stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

import streamlit as st

from carechoice.inputs import clock
from carechoice.inputs.handed_on.kept import without_step as kept_without_step
from carechoice.inputs.scenario import FIELDS
from carechoice.inputs.step_back import without_step
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.ui.atomic import atomic
from carechoice.ui.components.undo_line import BUTTON, UNDO, undo_line

Kind = Literal["reset", "new", "plan", "file", "kept", "papers", "undone"]
LEAST_SECONDS = 10
# Gone with the first change: what the next person must not find, and mere confirmations.
NOT_HELD = ("new", "undone")
# What a step sets beside the inputs, and undoing it removes.
BROUGHT = (state.EARLIER, state.OWN_NUMBERS, state.BEFORE_ANSWER)


@dataclass(frozen=True, slots=True)
class Undo:
    """A step, with what the session held before it.

    ``sentence`` says what was done, at ``moment`` in seconds (``clock.moment``). If ``before`` is
    empty there is no way back. ``since`` is the page, and what the session held right after it.
    """

    kind: Kind
    sentence: str
    before: Mapping[str, Any]
    moment: float
    since: tuple[str, Mapping[str, Any]] | None = None

    @property
    def is_held(self) -> bool:
        """Whether the offer stays, whatever the person does."""
        return self.kind not in NOT_HELD and clock.moment() - self.moment < LEAST_SECONDS


def keep(kind: Kind, before: Mapping[str, Any], sentence: str) -> None:
    """Offer a way back to what the session held ``before``, and none to earlier steps."""
    st.session_state[state.UNDO] = Undo(kind, sentence, before, clock.moment())


def offer() -> None:
    """Say what was done last, with a button that undoes it.

    An empty container keeps the place, so that what follows is not drawn again.
    """
    undo = kept()
    has_way_back = bool(undo and undo.before)
    with st.container(horizontal=True, vertical_alignment="center", key=UNDO):
        undo_line(undo.sentence if undo else "", has_way_back=has_way_back)
        if has_way_back:
            st.button(say("undo"), key=BUTTON, on_click=_go_back)
        if undo:
            st.button(say("undo.close"), key="undo_close", on_click=_put_away)


def withdraw_once_changed(page: str) -> None:
    """Withdraw the offer once something has changed since the step, such as the page.

    ``page`` is the name of the page in the address, empty for the first. Call it before anything is
    drawn.
    """
    undo = kept()
    if not undo:
        return
    now = (page, lasting())
    if undo.since is None:
        st.session_state[state.UNDO] = replace(undo, since=now)
    elif undo.since != now and not undo.is_held:
        _put_away()


def kept() -> Undo | None:
    """The step that was done last."""
    undo: Undo | None = st.session_state.get(state.UNDO)
    return undo


def lasting() -> dict[str, Any]:
    """The person's values that are kept from page to page, without empty ones."""
    return {
        key: value
        for key, value in st.session_state.to_dict().items()
        if key in FIELDS or (value and (key in state.LASTING or key.startswith(state.FOLDS)))
    }


@atomic()
def _put_away() -> None:
    # A button that is pressed twice at once calls twice.
    st.session_state.pop(state.UNDO, None)


@atomic()
def _go_back() -> None:
    undo: Undo = st.session_state[state.UNDO]
    for key, value in _before(undo).items():
        st.session_state[key] = value
    keep("undone", {}, say("undo.done"))


def _before(undo: Undo) -> dict[str, Any]:
    """What the session held before the step, except for what was changed since."""
    after = undo.since[1] if undo.since else undo.before
    now = lasting()
    replaced = {*undo.before, *(key for key in BROUGHT if key in after)}
    back = {key: undo.before.get(key) for key in replaced if now.get(key) == after.get(key)}
    if FIELDS[0] in undo.before:
        back |= without_step(*(_inputs(held) for held in (undo.before, after, now)))
    if state.KEPT in undo.before or state.KEPT in after:
        before, then, kept_now = (each.get(state.KEPT, ()) for each in (undo.before, after, now))
        back[state.KEPT] = kept_without_step(before, then, kept_now)
    return back


def _inputs(held: Mapping[str, Any]) -> dict[str, Any]:
    return {field: held[field] for field in FIELDS}
