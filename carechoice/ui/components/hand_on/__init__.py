"""A text to hand on: a button copies it, and a link may be sent by the device's own ways."""

from __future__ import annotations

import streamlit as st

from carechoice.language.sentences import say
from carechoice.ui.component import component

_hand_on = component("hand_on", brings_markup=True)


def hand_on(key: str, *, link: str, copy: str, send: str) -> None:
    """Draw the buttons with these words, and the address itself in a fold.

    A device without ways to send has the button that copies alone. What came of a press is said
    beside the buttons.
    """
    _buttons(key, text=link, copy=copy, failed=say("share.copy_by_hand"), send=send)
    with st.expander(say("share.address"), key=f"fold_address_{key}"):
        _as_it_is(key, link)


def to_copy(key: str, *, text: str, copy: str) -> None:
    """Draw a text, and above it the button with these words that copies it."""
    _buttons(key, text=text, copy=copy, failed=say("share.note.copy_by_hand"))
    _as_it_is(key, text)


def _buttons(key: str, *, text: str, copy: str, failed: str, send: str = "") -> None:
    data = {
        "text": text,
        "copy": copy,
        "send": send,
        "title": say("title"),
        "copied": say("share.copied"),
        "failed": failed,
    }
    _hand_on(key=f"hand_on_{key}", data=data)


def _as_it_is(key: str, text: str) -> None:
    # The framework's block for code would fetch 600 kB to colour it.
    with st.container(key=f"as_it_is_{key}"):
        st.text(text)
