"""The choice of a program and a payer of the centre, which fill in other inputs."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from carechoice.comparison.doubts.doubt import Doubt
from carechoice.comparison.plan.centre import picks_text, program_line
from carechoice.inputs.pathways import words_key
from carechoice.inputs.places import rows_in
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say
from carechoice.ui.inputs.one_input import one_input
from carechoice.ui.text import text
from carechoice.ui.today import today

SECTION = "centre"


def centre_picks(scenario: Scenario, doubts: Sequence[Doubt]) -> None:
    """Draw the two with what the program is, where the centre has programs or payers.

    They stand in a fold that names what is picked, so that the sliders which they fill in stay in
    view below it; on a phone in the page, as the dock has sliders.
    """
    rows = list(rows_in(scenario, "main", SECTION))
    if not rows:
        return
    with st.expander(picks_text(scenario), key="centre_picks"):
        for row in rows:
            one_input(row, scenario, doubts)
            if row.key == "program" and (line := program_line(scenario, today())):
                text(line)


def heading(scenario: Scenario, section: str) -> str:
    """What the inputs of a section are about: beside others of its centre, the picked program."""
    return say(f"controls.{words_key(scenario, section)}")
