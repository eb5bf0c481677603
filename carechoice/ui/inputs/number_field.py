"""A field to type a number into, which says below it why it cannot use what was typed.

The framework's own number field drops the comma of 0,5 without a word and goes on with 5.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from carechoice.catalog.rows import Parameter
from carechoice.catalog.values import UnusableError
from carechoice.inputs.typed_number import read_typed
from carechoice.language.sentences import say
from carechoice.ui.atomic import atomic
from carechoice.ui.text import plain


def number_field(
    row: Parameter, label: str, *, key: str, take: Callable[[str, float], None], **look: Any
) -> None:
    """Draw the field of a number row under ``key``.

    ``take(field, value)`` runs before the page is drawn anew, with a value the row allows. ``look``
    is for the framework's text field.
    """
    held = st.session_state.get(key, "")
    st.text_input(label, held, key=key, on_change=partial(_typed, row, key, take), **look)
    problem = _problem(row, st.session_state[key])
    if problem:
        st.markdown(f":red[{plain(problem)}]")


def holds(row: Parameter, key: str, value: float) -> bool:
    """Whether the field under ``key`` says ``value``, or something that cannot be used."""
    try:
        return read_typed(row, st.session_state.get(key) or "") == value
    except UnusableError:
        return bool(st.session_state.get(key))


@atomic()
def _typed(row: Parameter, key: str, take: Callable[[str, float], None]) -> None:
    try:
        value = read_typed(row, st.session_state[key])
    except UnusableError:
        return
    take(row.key, value)


def _problem(row: Parameter, typed: str | None) -> str:
    """Why what was typed cannot be used; nothing where it can, or where nothing was typed."""
    try:
        if typed:
            read_typed(row, typed)
    except UnusableError as error:
        return say(error.reason, **error.blanks)
    return ""
