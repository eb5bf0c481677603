"""The browser's address: it always hands on the scenario that is shown.

Streamlit can bind inputs to the address by itself, but it writes a choice's label instead of its
key, drops what is not drawn when the page changes, and makes the back button stop at each change.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from carechoice.assets import loaded
from carechoice.ui import state

_address = st.components.v2.component("address", js=loaded("address.js"))


def show(query: Mapping[str, str], *, page: str, numbers: Mapping[str, float]) -> None:
    """Put the parameters into the address of ``page``, without a step for the back button.

    To be called last: it also tells the live sliders which of their moves the drawn page answers.
    """
    moves = st.session_state.get(state.MOVES, {})
    # The page is there so that a new one puts them in again.
    data = {"page": page, "query": list(query.items()), "numbers": dict(numbers), "moves": moves}
    _address(key="address", data=data)
