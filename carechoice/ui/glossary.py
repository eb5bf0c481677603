"""What the words mean, beside the inputs that use them."""

from __future__ import annotations

import streamlit as st

from carechoice.inputs.coverage import has_plan
from carechoice.inputs.scenario import Scenario
from carechoice.language.everywhere import glossary
from carechoice.language.sentences import say
from carechoice.ui.text import bullets


def glossary_fold(scenario: Scenario) -> None:
    """What the words mean, beside the inputs that use them; drawn only when it is open."""
    fold = st.expander(say("glossary.title"), key="fold_glossary", on_change="rerun")
    if fold.open:
        with fold:
            bullets(glossary(with_plan=has_plan(scenario)))
