"""The inputs, drawn from catalog rows: widgets -> Scenario.

Every widget's key is its field's name, which is also its URL parameter. The session holds a value
under each key from the first run on, drawn or folded away.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from carechoice.catalog.in_use import catalog
from carechoice.comparison import plan_words
from carechoice.comparison.doubts import Doubt, folded
from carechoice.inputs.places import rows_in, sliders_in
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.ui.components.dock import DOCK, dock, docked
from carechoice.ui.glossary import glossary_fold
from carechoice.ui.insurance_card import card_button
from carechoice.ui.one_input import one_input
from carechoice.ui.text import text

SECTIONS = ("therapy", "iop", "insurance")
FOLDS = {
    "care": ("therapy", "iop", "course"),
    "plan": ("insurance",),
    "third": ("third",),
    "other": ("other",),
    "other_plan": ("other_plan",),
}
# Folds whose inputs change nothing on most pages.
SHOWN_ON_BILL = ("other", "other_plan")


def main_inputs(scenario: Scenario, doubts: Sequence[Doubt]) -> None:
    """Draw the inputs that matter most, each with what is doubtful about it."""
    is_plain = st.session_state[state.PLAIN_SLIDERS]
    groups = {section: sliders_in(scenario, section) for section in SECTIONS}
    with st.container(key="main_inputs" if is_plain else DOCK):
        if not is_plain:
            dock(rows[-1] for section in SECTIONS for rows in groups[section])
        for section, rows_of_groups in groups.items():
            st.markdown(f"## {say(f'controls.{section}')}", anchors=False)
            for rows in rows_of_groups:
                with st.container(key=docked(rows[-1])):
                    for row in rows:
                        if row.key == "plan":
                            card_button(scenario)
                        one_input(row, scenario, doubts)


def more_inputs(scenario: Scenario, doubts: Sequence[Doubt]) -> list[str]:
    """Draw all other inputs, in folds; return a line for each closed one with inputs in doubt."""
    text("\n\n".join(plan_words.plan_share(scenario)))
    closed = [_fold(name, scenario, doubts) for name in FOLDS]
    glossary_fold(scenario)
    return [line for line in closed if line]


def main_numbers(scenario: Scenario, doubts: Sequence[Doubt]) -> None:
    """Draw the numbers that matter most, and no other input."""
    for section in SECTIONS:
        for row in rows_in(scenario, "main", section):
            if row.is_number:
                one_input(row, scenario, doubts)


def _fold(name: str, scenario: Scenario, doubts: Sequence[Doubt]) -> str:
    """Draw a fold of inputs; a line about those in doubt while it is closed, else nothing."""
    label = say(f"controls.more.{name}")
    rows = list(rows_in(scenario, "more", *FOLDS[name]))
    here = st.expander(label, key=f"more_{name}", on_change="rerun")
    if not here.open:
        hidden = [doubt for doubt in doubts if catalog().parameters[doubt.field] in rows]
        return folded(label, hidden) if hidden else ""
    with here:
        for row in rows:
            one_input(row, scenario, doubts)
        if name in SHOWN_ON_BILL:
            text(say("controls.shown_on_bill"))
    return ""
