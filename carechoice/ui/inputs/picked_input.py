"""Inputs that are picked and not typed: one of several, yes or no, a day, days of the week.

Each is told its value as the one it begins with, too. A browser that changes pages while it is
busy can forget what its inputs hold, and would show that one; the session still knows.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from carechoice.catalog.in_use import catalog, with_this_catalog
from carechoice.catalog.rows import Parameter
from carechoice.catalog.weekdays import WORKING_DAYS, read_weekdays, write_weekdays
from carechoice.inputs.evidence import help_text
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import standing
from carechoice.inputs.what_counts import is_disabled, is_in_use
from carechoice.language.choices import choice_label, weekday_label
from carechoice.language.sentences import say
from carechoice.ui.atomic import atomic
from carechoice.ui.session.entered import follow, take_values
from carechoice.ui.state import days_key
from carechoice.ui.text import plain


def label_of(row: Parameter, scenario: Scenario) -> str:
    """The label; of a plan's term with where its value comes from, as a slider's badge says it."""
    if row.key == "plan" and is_in_use("payer", scenario):
        return say("controls.plan.beside_payer")
    if not row.is_about_insurance or row.key == "plan":
        return row.label
    badge = say(f"badge.{standing(row.key, scenario)}")
    return say("controls.with_badge", label=row.label, badge=badge)


def choice(row: Parameter, label: str) -> None:
    """One of several, by what a person reads for each."""
    options = catalog().options(row.key)
    st.selectbox(
        label,
        options,
        index=options.index(st.session_state[row.key]),
        format_func=with_this_catalog(lambda key: choice_label(row.key, key)),
        **_as_every_input(row),
    )


def switch(row: Parameter, label: str) -> None:
    """Yes or no."""
    st.toggle(
        label,
        value=st.session_state[row.key],
        **_as_every_input(row),
    )


def day(row: Parameter, label: str) -> None:
    """A day within its bounds."""
    st.date_input(
        label,
        value=st.session_state[row.key],
        min_value=date.fromisoformat(row.minimum),
        max_value=date.fromisoformat(row.maximum),
        format="MM/DD/YYYY",
        **_as_every_input(row),
    )


def _as_every_input(row: Parameter) -> dict[str, Any]:
    """What the framework is told of each: whose value it is, what it means, what a change does."""
    return {
        "key": row.key,
        "help": plain(help_text(row)),
        "persist_state": "session",
        "on_change": follow,
        "args": (row.key,),
        "disabled": is_disabled(row, st.session_state.__getitem__),
    }


def picked_days(row: Parameter, label: str) -> None:
    """The working days; while none is picked, any will do."""
    key, held = days_key(row.key), list(read_weekdays(st.session_state[row.key]))
    # What is set goes to the browser, so only what is new is set (see ui/session/entered.py).
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
