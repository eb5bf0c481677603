"""The scenarios that a visit keeps: keep one, take it back, let it go."""

from __future__ import annotations

from datetime import date

import streamlit as st

from carechoice.inputs.kept import (
    MOST_PINS,
    Pins,
    met,
    name_by_difference,
    pinned,
    renamed,
    without,
)
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say
from carechoice.ui import entered, state, undo
from carechoice.ui.whole import whole

NAME = "pin_name"


def held_pins() -> Pins:
    """The scenarios that this visit keeps."""
    pins: Pins = st.session_state.get(state.PINS, ())
    return pins


def take_pins(brought: Pins) -> None:
    """Keep those that a file brings beside those of this visit, or alone where there is no room."""
    st.session_state[state.PINS] = met(held_pins(), brought)


def pins_meet(before: Pins) -> None:
    """Let those of this visit, which a link brought, meet those that the tab kept before."""
    now = held_pins()
    after = met(before, now)
    st.session_state[state.PINS] = after
    if before and after != before:
        is_beside = before == after[: len(before)]
        told = say("undo.met.beside" if is_beside else "undo.met.alone")
        undo.keep("kept", {state.PINS: before}, told)


@whole()
def pin(scenario: Scenario) -> None:
    """Keep a scenario by the name that was typed; the one that had it can come back."""
    pins = held_pins()
    after = pinned(pins, st.session_state[NAME], scenario)
    replaced = next((pin.name for pin in pins if pin not in after), "")
    if replaced:
        undo.keep("kept", undo.lasting(), say("undo.renewed", name=replaced))
    st.session_state[state.PINS] = after


def keep_button(scenario: Scenario, today: date) -> None:
    """Keeps what the inputs hold with one press; says so where it is kept, or has no place."""
    pins = held_pins()
    is_kept = any(pin.holds(scenario) for pin in pins)
    is_full = len(pins) >= MOST_PINS and not is_kept
    label = "is_kept" if is_kept else "no_place" if is_full else "keep"
    st.button(
        say(f"pins.{label}"),
        key="keep_now",
        on_click=_keep_now,
        args=(today,),
        disabled=is_full,
    )


@whole()
def _keep_now(today: date) -> None:
    """Keep it under a name made of what differs in it."""
    # A slider may have been moved since the page with the button was drawn.
    scenario, pins = entered.held_scenario(today), held_pins()
    name = name_by_difference(pins, scenario, Scenario.default(today))
    st.session_state[state.PINS] = pinned(pins, name, scenario)


@whole()
def rename(name: str) -> None:
    """Give a kept scenario the name that was typed."""
    # Without its text the field shows the name anew, also where what was typed is not taken.
    typed = st.session_state.pop(name_key(name))
    st.session_state[state.PINS] = renamed(held_pins(), name, typed)


def name_key(name: str) -> str:
    """The key of the field for another name of a kept scenario."""
    return f"pin_rename_{name}"


@whole()
def load(scenario: Scenario) -> None:
    """Take a kept scenario back into the inputs."""
    undo.keep("kept", undo.lasting(), say("undo.kept"))
    entered.take_numbers(scenario)


@whole()
def show_kept(scenario: Scenario, today: date) -> None:
    """Take a kept scenario into the inputs; what stood there can come back where it is not kept."""
    here = entered.held_scenario(today)
    if not any(pin.holds(here) for pin in held_pins()):
        undo.keep("kept", undo.lasting(), say("undo.kept"))
    entered.take_numbers(scenario)


@whole()
def unpin(name: str) -> None:
    """Keep a scenario no longer, until that is undone."""
    undo.keep("kept", undo.lasting(), say("undo.removed", name=name))
    st.session_state[state.PINS] = without(held_pins(), name)
