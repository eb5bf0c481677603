"""Kept scenarios of a visit: keep, rename, load, remove and pick."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from carechoice.inputs.handed_on.kept import (
    MOST_KEPT,
    KeptScenarios,
    joined_or_replaced,
    name_by_difference,
    renamed,
    with_kept,
    without,
)
from carechoice.inputs.scenario import Scenario
from carechoice.language.markup import for_markdown
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.ui.atomic import atomic
from carechoice.ui.session import entered, undo
from carechoice.ui.text import plain

NAME = "pin_name"


def all_kept() -> KeptScenarios:
    """The scenarios that this visit keeps."""
    kept: KeptScenarios = st.session_state.get(state.KEPT, ())
    return kept


def take_kept(brought: KeptScenarios) -> None:
    """Keep those that a file brings beside those of this visit, or alone where there is no room."""
    st.session_state[state.KEPT] = joined_or_replaced(all_kept(), brought)


def join_kept(before: KeptScenarios) -> None:
    """Let those of this visit, which a link brought, meet those that the tab kept before."""
    now = all_kept()
    after = joined_or_replaced(before, now)
    st.session_state[state.KEPT] = after
    if before and after != before:
        is_beside = before == after[: len(before)]
        sentence = say("undo.met.beside" if is_beside else "undo.met.alone")
        undo.keep("kept", {state.KEPT: before}, sentence)


@atomic()
def keep(scenario: Scenario) -> None:
    """Keep a scenario by the name that was typed; the one that had it can come back."""
    kept = all_kept()
    after = with_kept(kept, st.session_state[NAME], scenario)
    replaced = next((each.name for each in kept if each not in after), "")
    if replaced:
        undo.keep("kept", undo.lasting(), say("undo.renewed", name=replaced))
    st.session_state[state.KEPT] = after


def keep_button(scenario: Scenario, today: date) -> None:
    """Keeps what the inputs hold with one press; says so where it is kept, or has no place."""
    kept = all_kept()
    is_kept = any(each.holds(scenario) for each in kept)
    is_full = len(kept) >= MOST_KEPT and not is_kept
    label = "is_kept" if is_kept else "no_place" if is_full else "keep"
    st.button(
        say(f"pins.{label}"),
        key="keep_now",
        on_click=_keep_now,
        args=(today,),
        disabled=is_full,
    )


@atomic()
def _keep_now(today: date) -> None:
    """Keep it under a name made of what differs in it."""
    # A slider may have been moved since the page with the button was drawn.
    scenario, kept = entered.held_scenario(today), all_kept()
    name = name_by_difference(kept, scenario, Scenario.default(today))
    st.session_state[state.KEPT] = with_kept(kept, name, scenario)


@atomic()
def rename(name: str) -> None:
    """Give a kept scenario the name that was typed."""
    # Without its text the field shows the name anew, also where what was typed is not taken.
    typed = st.session_state.pop(name_key(name))
    st.session_state[state.KEPT] = renamed(all_kept(), name, typed)


def name_key(name: str) -> str:
    """The key of the field for another name of a kept scenario."""
    return f"pin_rename_{name}"


@atomic()
def load(scenario: Scenario) -> None:
    """Take a kept scenario back into the inputs."""
    undo.keep("kept", undo.lasting(), say("undo.kept"))
    entered.take_numbers(scenario)


@atomic()
def show_kept(scenario: Scenario, today: date) -> None:
    """Take a kept scenario into the inputs; what stood there can come back where it is not kept."""
    here = entered.held_scenario(today)
    if not any(each.holds(here) for each in all_kept()):
        undo.keep("kept", undo.lasting(), say("undo.kept"))
    entered.take_numbers(scenario)


@atomic()
def remove(name: str) -> None:
    """Keep a scenario no longer, until that is undone."""
    undo.keep("kept", undo.lasting(), say("undo.removed", name=name))
    st.session_state[state.KEPT] = without(all_kept(), name)


def picked_scenarios(question: str) -> KeptScenarios:
    """The kept scenarios that are picked below the question; at first all of them."""
    names = [each.name for each in all_kept()]
    picked: Sequence[str] = st.pills(
        question,
        names,
        selection_mode="multi",
        default=names,
        # Named by what is kept: once that changes, the question is new and all are picked again.
        key=f"picked_{names}",
        format_func=lambda name: plain(for_markdown(name)),
    )
    return tuple(each for each in all_kept() if each.name in picked)
