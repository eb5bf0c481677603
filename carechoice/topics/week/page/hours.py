"""Where hours are marked as fixed or set free, on the page "Your week"."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from carechoice.catalog.fixed_hours import (
    DAYS,
    hours_of_week,
    read_fixed_hours,
    write_fixed_hours,
)
from carechoice.catalog.in_use import with_this_catalog
from carechoice.catalog.time_units import HOURS_PER_DAY, MINUTES_PER_HOUR
from carechoice.inputs.example_weeks import FIELD
from carechoice.inputs.scenario import Scenario
from carechoice.language.formats import clock, weekday
from carechoice.language.sentences import say
from carechoice.ui.atomic import atomic
from carechoice.ui.session import entered
from carechoice.ui.text import text

DAYS_PICKED, FROM, TO = "week_days", "week_from", "week_to"
# Two of them fit beside each other on a phone.
HOUR_WIDTH_PX = 150


def own_hours(scenario: Scenario) -> None:
    """Days and a span of hours to mark as fixed or to set free; drawn when it is open."""
    fold = st.expander(say("week.edit"), key="fold_week", on_change="rerun")
    if not fold.open:
        return
    with fold:
        text(say("week.edit.lead"))
        days = st.pills(
            say("week.edit.days"),
            range(len(DAYS)),
            format_func=with_this_catalog(partial(weekday, short=True)),
            selection_mode="multi",
            key=DAYS_PICKED,
        )
        row = st.container(horizontal=True)
        start = _hour(row, "from", FROM, range(HOURS_PER_DAY))
        end = _hour(row, "to", TO, range(1, HOURS_PER_DAY + 1))
        ready = bool(days) and start is not None and end is not None and start != end
        _buttons(scenario, is_ready=ready)


def _buttons(scenario: Scenario, *, is_ready: bool) -> None:
    """What is done with the hours that are picked, and with all that are fixed."""
    row = st.container(horizontal=True)
    for action, change in (("mark", frozenset.union), ("free", frozenset.difference)):
        row.button(
            say(f"week.edit.{action}"),
            key=f"week_{action}",
            on_click=_change_hours,
            args=(change,),
            disabled=not is_ready,
        )
    row.button(
        say("week.edit.clear"),
        key="week_clear",
        on_click=entered.take_values,
        args=({FIELD: ""},),
        disabled=not scenario.week.fixed_hours,
    )


def _hour(row: DeltaGenerator, name: str, key: str, hours: range) -> int | None:
    return row.selectbox(
        say(f"week.edit.{name}"),
        hours,
        index=None,
        placeholder=say("week.edit.hour"),
        format_func=with_this_catalog(lambda hour: clock(MINUTES_PER_HOUR * hour)),
        key=key,
        width=HOUR_WIDTH_PX,
    )


@atomic()
def _change_hours(change: Callable[[frozenset[int], frozenset[int]], frozenset[int]]) -> None:
    """Mark the picked hours as fixed, or set them free."""
    picked = hours_of_week(
        st.session_state[DAYS_PICKED], st.session_state[FROM], st.session_state[TO]
    )
    hours = change(read_fixed_hours(st.session_state[FIELD]), picked)
    entered.take_values({FIELD: write_fixed_hours(hours)})
