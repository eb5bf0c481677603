"""The dock: where the sliders stand on a phone, one at a time at the window's lower edge.

There a chart and a slider that moves it are in view together, and each other slider is a tap away.
Elsewhere all sliders stand beside the page and nothing of the dock is seen (phone.css).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Parameter
from carechoice.comparison.doubts.doubt import Doubt
from carechoice.inputs.coverage import has_plan
from carechoice.inputs.pathways import words_key
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.value_text import value_text
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.ui.component import component

# The container that becomes the dock on a phone.
DOCK = "dock"

_dock = component(
    "dock",
    '<style></style><div class="dock" role="group"></div>',
    # It shows and hides sliders that are outside of it.
    isolate_styles=False,
)

_bring = component("bring", '<button type="button"></button>')


def docked(row: Parameter) -> str:
    """The key of the container that the button for an input brings."""
    return f"docked_{row.key}"


def _on_a_button(row: Parameter, scenario: Scenario) -> str:
    """The input in a word: where programs have names, the IOP is a program."""
    is_named = row.key == "iop_hours_per_week" and words_key(scenario, "iop") != "iop"
    return say("parameters.program.short") if is_named else row.short or row.label


def dock(
    groups: Iterable[Sequence[Parameter]], scenario: Scenario, doubts: Sequence[Doubt]
) -> None:
    """Draw a button for each group of inputs in the same container, named by its last one.

    A slider says its value by itself; that of a choice is told here. Of the groups one is seen at a
    time, so a button also says that there is something to check at what it brings.
    """
    doubted = {doubt.field for doubt in doubts}
    choices = [
        _button(group[-1], scenario, is_doubted=any(row.key in doubted for row in group))
        for group in groups
    ]
    _dock(key="dock_choices", data={"label": say("dock"), "choices": choices})


def bring_plan() -> None:
    """A button elsewhere on the page that shows where the plan is chosen in the dock.

    The framework's own sliders stand in no dock, and the plan not either.
    """
    if st.session_state[state.PLAIN_SLIDERS]:
        return
    row = catalog().parameters["plan"]
    _bring(key="bring_plan", data={"label": row.label, "section": row.section})


def _value(row: Parameter, scenario: Scenario) -> str:
    """What stands below the name, in a word: a button is as wide as a finger."""
    if row.is_number:
        return ""
    is_none = row.key == "plan" and not has_plan(scenario)
    return say("dock.no_plan") if is_none else value_text(row, scenario.value(row.key))


def _button(row: Parameter, scenario: Scenario, *, is_doubted: bool) -> dict[str, str]:
    return {
        "field": row.key,
        "shows": f".st-key-{docked(row)}",
        "label": _on_a_button(row, scenario),
        "section": row.section,
        "value": _value(row, scenario),
        "check": say("dock.check") if is_doubted else "",
    }
