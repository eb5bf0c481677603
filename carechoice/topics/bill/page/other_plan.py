"""The cost under another plan, on the page "Your bill"."""

from __future__ import annotations

import streamlit as st

from carechoice.comparison.compare import Comparison, compare
from carechoice.inputs.changes import under_other_plan
from carechoice.inputs.coverage import has_plan
from carechoice.language.sentences import say
from carechoice.topics.bill.other_plan import (
    how_the_other_plan_is_counted,
    under_another_plan,
)
from carechoice.ui.text import bullets, on_screen_alone, text


def another_plan(comparison: Comparison) -> None:
    """What both options cost under the plan the person thinks of changing to."""
    title = "other_plan.title" if has_plan(comparison.scenario) else "other_plan.title.self_pay"
    other = under_other_plan(comparison.scenario)
    if other is None:
        with on_screen_alone("other_plan"):
            st.header(say(title), anchor=False)
            text(say("other_plan.off"))
        return
    st.header(say(title), anchor=False)
    text(how_the_other_plan_is_counted(other))
    bullets(under_another_plan(comparison, compare(other)))
