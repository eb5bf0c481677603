"""The choice of an example week, which fills in the fixed hours."""

from __future__ import annotations

import streamlit as st

from carechoice.catalog.in_use import catalog, with_this_catalog
from carechoice.inputs.example_weeks import FIELD, example_with, hours_of_example
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.ui.atomic import atomic
from carechoice.ui.session import entered

OWN = "own"


def example_week(scenario: Scenario) -> None:
    """The example weeks to pick from; hours that are none of them are the person's own."""
    weeks = list(catalog().weeks)
    key = example_with(scenario.week.fixed_hours) or OWN
    if st.session_state.get(state.WEEK_PRESET) != key:
        st.session_state[state.WEEK_PRESET] = key
    options = [*weeks, OWN] if key == OWN else weeks
    st.selectbox(
        say("fit.question"),
        options,
        index=options.index(key),
        format_func=with_this_catalog(_preset_name),
        key=state.WEEK_PRESET,
        help=say("week.preset.help"),
        on_change=_take_preset,
    )


def _preset_name(key: str) -> str:
    return say("week.preset.own") if key == OWN else catalog().weeks[key].label


@atomic()
def _take_preset() -> None:
    key = st.session_state[state.WEEK_PRESET]
    # A browser may send a week that is not one of ours.
    if key in catalog().weeks:
        entered.take_values({FIELD: hours_of_example(key)})
