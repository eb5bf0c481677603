"""A doubt about an input that the framework draws, below it, with space kept for it.

Our own slider says it in a place of its own (slider/slider.html).
"""

from __future__ import annotations

import streamlit as st

from carechoice.ui import state
from carechoice.ui.component import component
from carechoice.ui.text import plain

_doubt = component(
    "doubt",
    '<p class="input-doubt" role="status"></p>',
    # In one tree with the input that it describes.
    isolate_styles=False,
)


def doubt(field: str, sentence: str) -> None:
    """Say the sentence at the input with the key ``field``; none takes the same room.

    With the framework's own sliders, by the framework's own means.
    """
    if not st.session_state[state.PLAIN_SLIDERS]:
        _doubt(key=f"doubt_{field}", data={"field": field, "sentence": sentence})
    elif sentence:
        st.warning(plain(sentence))
