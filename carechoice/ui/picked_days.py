"""Days of the week, each with a box of its own instead of a list of all combinations."""

from __future__ import annotations

import streamlit as st

from carechoice.catalog.in_use import with_this_catalog
from carechoice.catalog.rows import Parameter
from carechoice.catalog.weekdays import WORKING_DAYS, read_weekdays, write_weekdays
from carechoice.inputs.input_help import help_text
from carechoice.language.choices import weekday_label
from carechoice.ui.atomic import atomic
from carechoice.ui.entered import take_values
from carechoice.ui.state import days_key
from carechoice.ui.text import plain


def picked_days(row: Parameter, label: str) -> None:
    """The working days; while none is picked, any will do."""
    key, held = days_key(row.key), list(read_weekdays(st.session_state[row.key]))
    # What is set goes to the browser, so only what is new is set (see ui/entered.py).
    if sorted(st.session_state.get(key, [])) != held:
        st.session_state[key] = held
    st.pills(
        label,
        WORKING_DAYS,
        selection_mode="multi",
        default=held,
        key=key,
        format_func=with_this_catalog(weekday_label),
        help=plain(help_text(row)),
        on_change=_take,
        args=(row.key,),
        persist_state="session",
    )


@atomic()
def _take(field: str) -> None:
    take_values({field: write_weekdays(st.session_state[days_key(field)])})
