"""A link to hand on: a button copies it, a button opens the device's own ways to send it."""

from __future__ import annotations

import streamlit as st

from carechoice.language.sentences import say
from carechoice.ui.assets import dressed

_hand_on = st.components.v2.component("hand_on", js=dressed("hand_on.js"))


def hand_on(key: str, *, link: str, copy: str, send: str) -> None:
    """Draw the buttons with these words, and the address itself in a fold.

    A device without ways to send has the button that copies alone. What came of a press is said
    below the buttons.
    """
    data = {
        "link": link,
        "copy": copy,
        "send": send,
        "title": say("title"),
        "copied": say("share.copied"),
        "failed": say("share.copy_by_hand"),
    }
    _hand_on(key=f"hand_on_{key}", data=data)
    with st.expander(say("share.address"), key=f"fold_address_{key}"):
        st.code(link, language=None, wrap_lines=True)
