"""Answers of the plan about inputs, given or read in a paper: recorded, and withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from carechoice.catalog.answers import Answer, Reading
from carechoice.catalog.in_use import catalog
from carechoice.catalog.values import to_smallest_part
from carechoice.inputs.changes import after_answer, without_answer
from carechoice.ui import state
from carechoice.ui.atomic import atomic
from carechoice.ui.session.entered import held_values, set_inputs


@atomic()
def take_read(values: Mapping[str, tuple[Any, Reading]]) -> None:
    """Take the values that a paper of the plan says, each with where it was read."""
    for field, (value, answer) in values.items():
        take_answer(field, value, answer)


@atomic()
def take_answer(field: str, value: object, answer: Answer) -> None:
    """Take the plan's answer for a field, given on this day or in a paper."""
    before = st.session_state.get(state.BEFORE_ANSWER) or {}
    inputs = st.session_state
    answered = dict(inputs["confirmed"]).get(field)
    now = inputs[field], inputs["said"], inputs["plan"], answered
    st.session_state[state.BEFORE_ANSWER] = {**before, field: now}
    st.session_state[field] = _typed(field, value)
    set_inputs(after_answer(held_values(), field, answer))


@atomic()
def confirm(field: str, today: date) -> None:
    """Mark the current value of a field as confirmed by the plan."""
    take_answer(field, st.session_state[field], today)


def _typed(field: str, value: Any) -> Any:
    """A number as a person may type it, to the cent or the minute."""
    row = catalog().parameters[field]
    is_number = row.is_number and isinstance(value, int | float)
    return to_smallest_part(row, value) if is_number else value


@atomic()
def take_back_answer(field: str) -> None:
    """Put back the value from before the plan's answer; one that came with a link stays.

    What the answer only confirmed has the answer of an earlier day again, or its paper.
    """
    before = st.session_state.get(state.BEFORE_ANSWER) or {}
    held = st.session_state[field]
    said_now = tuple(each for each in st.session_state["said"] if each != field)
    unknown = held, said_now, st.session_state["plan"], None
    value, said, plan, answered = before.get(field, unknown)
    set_inputs(without_answer(held_values(), field, before=value, said_before=said, plan=plan))
    if answered and value == held:
        set_inputs(after_answer(held_values(), field, answered))
