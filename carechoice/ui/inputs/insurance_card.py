"""The insurance card in a window of its own: its boxes in its own words, or a plan in one tap.

Whether the window is open stands in the session, and not in a press that a page would have to read
while it draws: what the browser says meanwhile stops that run, and the press with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from carechoice.catalog.in_use import catalog, with_this_catalog
from carechoice.inputs.card import BOXES, WHOSE, Whose, plans_without_card, read_card
from carechoice.language.everywhere import crisis_line
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.ui.atomic import atomic
from carechoice.ui.session import entered
from carechoice.ui.text import plain, text
from carechoice.ui.today import today

WHOSE_KEY = "card_whose"


@dataclass(frozen=True, slots=True)
class Window:
    """The open window: which button has opened it, on which page, and what could not be read."""

    button: str
    page: str | None = None
    problems: tuple[str, ...] = ()


def card_button(*, key: str = "card_open") -> None:
    """A button that opens the window; ``key`` tells the places apart where it stands."""
    st.button(say("card.open"), key=key, on_click=open_by, args=(key,))
    window = _window()
    if window and window.button == key:
        dialog = st.dialog(say("card.title"), width="medium", on_dismiss=_put_away)
        # The framework draws a window's parts in a run of their own, which begins in it.
        dialog(with_this_catalog(card))()


def close_on_another_page(page: str) -> None:
    """Close the window where another page is to be shown.

    ``page`` is the name of the page in the address, empty for the first. To be called before
    anything is drawn.
    """
    window = _window()
    if window and window.page is None:
        st.session_state[state.CARD] = replace(window, page=page)
    elif window and window.page != page:
        _put_away()


def card() -> None:
    """What stands in the window: plans that need no card, the boxes, and the crisis line."""
    window = _window()
    if not window:
        # The window closes with a run of the whole page.
        st.rerun()
    with st.container(horizontal=True, key="card_plans"):
        for plan in plans_without_card():
            label = catalog().plans[plan].label
            st.button(label, key=f"card_plan_{plan}", on_click=_take, args=({"plan": plan},))
    text(say("card.lead"))
    with st.form("card", border=False):
        with st.container(horizontal=True, key="card_boxes"):
            for field in BOXES:
                st.text_input(say(f"card.box.{field}"), key=_box_key(field))
            _whose()
        st.form_submit_button(say("card.use"), type="primary", on_click=_use)
        for problem in window.problems:
            # An alert, which screen readers speak.
            st.error(plain(problem))
    text(crisis_line())


def _window() -> Window | None:
    window: Window | None = st.session_state.get(state.CARD)
    return window


def _box_key(field: str) -> str:
    return f"card_{field}"


def _whose() -> None:
    """Who pays the coinsurance: cards print the patient's share, some summaries the plan's."""
    st.radio(
        say("card.whose"),
        WHOSE,
        format_func=with_this_catalog(lambda whose: say(f"card.whose.{whose}")),
        horizontal=True,
        key=WHOSE_KEY,
    )


@atomic()
def open_by(button: str) -> None:
    """Open the window that the button with this key opens."""
    st.session_state[state.CARD] = Window(button)


def opened_by() -> str:
    """The key of the button that has opened the window; empty while it is closed."""
    window = _window()
    return window.button if window else ""


@atomic()
def _put_away() -> None:
    # A button that is pressed twice at once calls twice.
    st.session_state.pop(state.CARD, None)


@atomic()
def _use() -> None:
    """Take what was typed from the card, or say what of it cannot be read."""
    window = _window()
    if not window:
        return
    typed = {field: st.session_state[_box_key(field)] for field in BOXES}
    whose: Whose = st.session_state[WHOSE_KEY]
    found = read_card(typed, whose, entered.held_scenario(today()))
    problems = tuple(
        say("share.pair", label=say(f"card.box.{field}"), value=problem)
        for field, problem in found.problems.items()
    )
    if found.values and not problems:
        _take(found.values)
    else:
        st.session_state[state.CARD] = replace(window, problems=problems)


@atomic()
def _take(values: Mapping[str, Any]) -> None:
    entered.take_values(values)
    _put_away()
