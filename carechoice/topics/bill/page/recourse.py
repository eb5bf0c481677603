"""What to do about a no or a bill, on the page "Your bill"."""

from __future__ import annotations

from typing import get_args

import streamlit as st

from carechoice.catalog.recourse_rows import Part
from carechoice.comparison.recourses import recourses
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say
from carechoice.ui.text import bullets


def ways_out(scenario: Scenario) -> None:
    """A fold for each part that says anything to this person; drawn only when it is open."""
    for part in get_args(Part):
        told = recourses(scenario, part)
        if not told:
            continue
        fold = st.expander(say(f"recourse.{part}"), key=f"fold_{part}", on_change="rerun")
        if fold.open:
            with fold:
                bullets(told)
