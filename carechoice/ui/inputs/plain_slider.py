"""The framework's own slider, for browsers that cannot run ours; on touch screens, a field."""

from __future__ import annotations

import streamlit as st

from carechoice.catalog.rows import Parameter
from carechoice.catalog.values import write
from carechoice.inputs.evidence import help_text
from carechoice.inputs.typed_number import field_form
from carechoice.inputs.what_counts import is_disabled
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.ui.inputs.number_field import holds, number_field
from carechoice.ui.session.entered import follow, take_moved
from carechoice.ui.text import plain


def plain_slider(row: Parameter) -> None:
    """Draw the input of a number row by the framework's means."""
    kind = int if row.kind == "count" else float
    minimum, maximum = map(kind, row.bounds)
    disabled = is_disabled(row, st.session_state.__getitem__)
    st.slider(
        row.label,
        min_value=minimum,
        max_value=maximum,
        value=st.session_state[row.key],
        step=kind(row.step),
        key=row.key,
        format=say(f"unit.slider.{row.unit}"),
        help=plain(help_text(row)),
        persist_state="session",
        on_change=follow,
        args=(row.key,),
        disabled=disabled,
    )
    _field(row, disabled=disabled)


def _field(row: Parameter, *, disabled: bool) -> None:
    """The field that replaces the slider on touch screens (``widgets.css``).

    The framework's slider moves at a finger's touch, also when that only scrolls past it.
    """
    key = f"{row.key}{state.FIELD}"
    value = st.session_state[row.key]
    if not holds(row, key, value):
        st.session_state[key] = field_form(row).replace("{n}", write(value))
    number_field(
        row,
        row.label,
        key=key,
        take=take_moved,
        help=plain(help_text(row)),
        disabled=disabled,
    )
