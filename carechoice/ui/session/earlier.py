"""The link or file of an earlier day that was opened, for comparison with what is shown now."""

from __future__ import annotations

from datetime import date

import streamlit as st

from carechoice.comparison.changes_since import Earlier, since_lines
from carechoice.comparison.compare import Comparison
from carechoice.inputs.scenario import Scenario
from carechoice.ui import state


def hold(scenario: Scenario, made: date | None, today: date) -> None:
    """Hold what was opened in the place of what was before, if it was made before today."""
    is_earlier = made is not None and made < today
    st.session_state[state.EARLIER] = Earlier(made, scenario) if made and is_earlier else None


def forget() -> None:
    """Stop comparing with it."""
    st.session_state[state.EARLIER] = None


def held() -> Earlier | None:
    """What is held."""
    found: Earlier | None = st.session_state.get(state.EARLIER)
    return found


def lines_for_note(comparison: Comparison, today: date) -> list[str]:
    """What has changed since it was made, for a note; none where none is held or nothing has."""
    return since_lines(held(), comparison, today)
