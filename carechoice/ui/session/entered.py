"""The values of the inputs in the session, and how they get there: link, file, move, answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from carechoice.catalog.in_use import catalog
from carechoice.catalog.values import as_moved, write
from carechoice.inputs.changes import (
    FILLING,
    after_change,
    is_back_to_own_plan,
    own_numbers,
    replaced,
    with_own_numbers,
)
from carechoice.inputs.read_value import next_monday, read_value
from carechoice.inputs.scenario import FIELDS, Scenario
from carechoice.inputs.stated_values import WAYS_OF_PAYING
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.ui.atomic import atomic
from carechoice.ui.session import undo
from carechoice.ui.today import today

# Of the replaced inputs this many are named, so that the line stays short.
MOST_NAMED = 2
CHOICE = "choice"
# No value of an input is equal to it.
NOT_HELD = object()


def held_scenario(today: date) -> Scenario:
    """The scenario of the current inputs, whether they are drawn or folded away."""
    return Scenario.from_values(held_values(), today=today)


@atomic()
def set_mode(mode: str) -> None:
    """Show the pages in another way, with the same inputs."""
    st.session_state["mode"] = mode


def value_of(field: str, text: str) -> Any:
    """The value of a field that a browser sent as text; None if the field cannot have it."""
    try:
        return read_value(field, text, today=date.min)
    except ValueError:
        return None


@atomic()
def take_moved(field: str, value: object) -> None:
    """Take what a live slider sent, if the field can have that value."""
    text = write(value) if isinstance(value, int | float) else str(value)
    read = value_of(field, as_moved(catalog().parameters[field], text))
    if read is not None:
        take_values({field: read})


def take_scenario(scenario: Scenario) -> None:
    """Take all inputs over from a link, as they are."""
    set_inputs(scenario.to_values())


@atomic()
def take_numbers(scenario: Scenario) -> None:
    """Take all inputs over from elsewhere, except for how the pages are shown in this visit.

    Earlier values that were kept for a way back belong to the replaced inputs, and go with them.
    """
    for key in (state.OWN_NUMBERS, state.BEFORE_ANSWER):
        st.session_state.pop(key, None)
    rows = catalog().parameters
    set_inputs({key: held for key, held in scenario.to_values().items() if not rows[key].is_look})


@atomic()
def take_values(values: Mapping[str, Any]) -> None:
    """Take values read from elsewhere, each as if the person had entered it."""
    for field, value in values.items():
        st.session_state[field] = value
        follow(field)


@atomic()
def follow(field: str) -> None:
    """Let the other inputs follow the one the person changed.

    Going back to "my own numbers" restores those that an example plan had replaced.
    """
    held = held_values()
    options = catalog().options(field)
    if options and held[field] not in options and catalog().parameters[field].kind == CHOICE:
        # The page says so, and goes on with what can be chosen.
        return
    own = st.session_state.get(state.OWN_NUMBERS)
    if own and is_back_to_own_plan(held, field):
        set_inputs(with_own_numbers(held, own))
        return
    after = after_change(held, field, earliest=next_monday(today()))
    if field in (*FILLING, *WAYS_OF_PAYING):
        _offer_back(field, held, after)
    set_inputs(after)


def _offer_back(field: str, held: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """Offer a way back if the person's own numbers were replaced."""
    lost = replaced(held, after)
    shown = st.session_state.get(state.COMPARISON)
    if not (lost and shown):
        return
    # The input holds the new choice already; the one before it is that of the page shown.
    before = {**undo.lasting(), field: shown.scenario.value(field)}
    undo.keep("plan", before, _taken_by(_whose(field), lost))
    if field == "plan":
        st.session_state[state.OWN_NUMBERS] = own_numbers(held)


def _whose(field: str) -> str:
    """Whose numbers a change of this input brings in: a plan's, the centre's, or a provider's."""
    if field in WAYS_OF_PAYING:
        return "charge"
    return "plan" if field == "plan" else "centre"


def _taken_by(whose: str, fields: Sequence[str]) -> str:
    """Which inputs the numbers of a plan, the centre or providers replaced; two are named."""
    labels = [catalog().parameters[field].label for field in fields]
    more = len(labels) - MOST_NAMED
    named = "; ".join(labels[:MOST_NAMED])
    if more > 0:
        return say(f"undo.{whose}.some", list=named, n=more)
    return say(f"undo.{whose}", list=named)


def set_inputs(values: Mapping[str, object]) -> None:
    """Put these values into the inputs."""
    for field, value in values.items():
        # Setting a value sends it to the browser. On a slow line that would undo what the person
        # has done since, so only changed values are set.
        if st.session_state.get(field, NOT_HELD) != value:
            st.session_state[field] = value


def held_values() -> dict[str, Any]:
    """The current values of the inputs, by field."""
    return {field: st.session_state[field] for field in FIELDS}
