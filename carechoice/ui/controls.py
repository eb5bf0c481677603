"""The inputs, drawn from catalog rows: widgets -> Scenario.

Every widget's key is its field's name, which is also its URL parameter. The session holds a value
under each key from the first run on, drawn or folded away.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from carechoice.comparison.doubt import Doubt
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say
from carechoice.ui.main_inputs import is_main, main_inputs
from carechoice.ui.more_inputs import more_inputs
from carechoice.ui.phone import fold_for_phones
from carechoice.ui.settings import settings
from carechoice.ui.text import text


def inputs(scenario: Scenario, doubts: Sequence[Doubt], *, page: str, today: date) -> list[str]:
    """Draw all inputs and the settings; return a line for each closed fold with inputs in doubt."""
    text(say("inputs.skip"))
    main_inputs(scenario, doubts)
    fold_for_phones(scenario, [doubt for doubt in doubts if not is_main(doubt.field)], page)
    with st.container(key="inputs"):
        folded = more_inputs(scenario, doubts)
        settings(scenario, today)
    return folded
