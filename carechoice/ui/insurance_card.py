"""The insurance card in a window of its own: its boxes in its own words, or a plan in one tap."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from carechoice.catalog.in_use import catalog, with_this_catalog
from carechoice.inputs.card import BOXES, WHOSE, Whose, plans_without_card, read_card
from carechoice.inputs.scenario import Scenario
from carechoice.language.everywhere import crisis_line
from carechoice.language.sentences import say
from carechoice.ui import entered
from carechoice.ui.text import plain, text


def card_button(scenario: Scenario, *, key: str = "card_open") -> None:
    """A button that opens the window; ``key`` tells the places apart where it stands."""
    if st.button(say("card.open"), key=key):
        # The framework draws a window's parts in a run of their own, which begins in it.
        st.dialog(say("card.title"), width="medium")(with_this_catalog(card))(scenario)


def card(scenario: Scenario) -> None:
    """What stands in the window: plans that need no card, the boxes, and the crisis line."""
    with st.container(horizontal=True, key="card_plans"):
        for plan in plans_without_card():
            if st.button(catalog().plans[plan].label, key=f"card_plan_{plan}"):
                _take({"plan": plan})
    text(say("card.lead"))
    with st.form("card", border=False):
        with st.container(horizontal=True, key="card_boxes"):
            typed = {field: _box(field) for field in BOXES}
            whose = _whose()
        if st.form_submit_button(say("card.use"), type="primary"):
            _use(typed, whose, scenario)
    text(crisis_line())


def _box(field: str) -> str:
    return st.text_input(say(f"card.box.{field}"), key=f"card_{field}")


def _whose() -> Whose:
    """Who pays the coinsurance: cards print the patient's share, some summaries the plan's."""
    answer: Whose = st.radio(
        say("card.whose"),
        WHOSE,
        format_func=with_this_catalog(lambda whose: say(f"card.whose.{whose}")),
        horizontal=True,
        key="card_whose",
    )
    return answer


def _use(typed: Mapping[str, str], whose: Whose, scenario: Scenario) -> None:
    found = read_card(typed, whose, scenario)
    for field, problem in found.problems.items():
        told = say("share.pair", label=say(f"card.box.{field}"), value=problem)
        # An alert, which screen readers speak.
        st.error(plain(told))
    if found.values and not found.problems:
        _take(found.values)


def _take(values: Mapping[str, Any]) -> None:
    entered.take_values(values)
    # The window closes with the run that follows.
    st.rerun()
