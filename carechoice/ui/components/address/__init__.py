"""The browser's address: it always hands on the scenario that is shown.

Streamlit can bind inputs to the address by itself, but it writes a choice's label instead of its
key, drops what is not drawn when the page changes, and makes the back button stop at each change.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.inputs.handed_on.view_parameters import FRAMED, PLAIN_SLIDERS, screen_pairs
from carechoice.ui import state
from carechoice.ui.component import component
from carechoice.ui.components.answer import for_browser

_address = component("address")


def show(comparison: Comparison, today: date, *, page: str, visit: Mapping[str, Any]) -> None:
    """Put the scenario into the address of ``page``, without a step for the back button.

    That of a presentation hands on which screen is shown, too. What the first address asked for
    beside the inputs, it asks for again.

    To be called last: it also tells the live sliders which of their moves the drawn page answers,
    the answer and the status line what they say (``answer``), and the browser which
    ``visit`` the page belongs to (``ui/components/visit``).
    """
    scenario = comparison.scenario
    screen = screen_pairs(scenario, st.session_state.get(state.SCREEN, 0))
    held = {PLAIN_SLIDERS: state.PLAIN_SLIDERS, FRAMED: state.FRAMED}
    marks = [mark for mark, key in held.items() if st.session_state[key]]
    query = [*scenario.to_short_query().items(), *screen, *marks]
    # The framework empties the address when the page changes: with the page among what the browser
    # is told, it is told again and puts the query back.
    shown = {"page": page, "query": query, "told": for_browser(comparison, today)}
    moves = st.session_state.get(state.MOVES, {})
    numbers = {field: number for field, number in scenario.numbers().items() if field in moves}
    _address(key="address", data={**shown, "numbers": numbers, "moves": moves, **visit})
