"""The parts of the page "Your week"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from secrets import token_bytes
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from carechoice.catalog.fixed_hours import (
    DAYS,
    HOURS_PER_DAY,
    hours_of_week,
    read_fixed_hours,
    write_fixed_hours,
)
from carechoice.catalog.in_use import catalog, with_this_catalog
from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import PATHWAYS, Comparison
from carechoice.comparison.course import MINUTES_PER_HOUR
from carechoice.inputs.example_weeks import FIELD, hours_of_example
from carechoice.inputs.scenario import Scenario
from carechoice.language.formats import clock, weekday
from carechoice.language.sentences import say
from carechoice.topics.week import words as week_words
from carechoice.topics.week.calendar_file import calendar_file
from carechoice.topics.week.facts import PlannedWeek
from carechoice.topics.week.week_chart import week_charts
from carechoice.topics.week.words import Weeks
from carechoice.ui import controls, entered, state
from carechoice.ui.chart import show, table
from carechoice.ui.text import bullets, card, colored, named, text
from carechoice.ui.whole import whole

Part = TypeVar("Part")

DAYS_PICKED, FROM, TO = "week_days", "week_from", "week_to"
OWN = "own"
# The same for both options: who sees the file must not see which one it is.
CALENDAR_FILE = "appointments.ics"
KEY_BYTES = 32
CHOICE_WIDTH_PX = 260
# Two of them fit beside each other on a phone.
HOUR_WIDTH_PX = 150


def choose(scenario: Scenario) -> None:
    """Where the person says what their week is like and when the visits are."""
    st.header(say("week.title"), anchor=False)
    text(say("week.lead"))
    row = st.container(horizontal=True)
    with row.container(width=CHOICE_WIDTH_PX):
        _preset(scenario)
    for pathway in PATHWAYS:
        with row.container(width=CHOICE_WIDTH_PX):
            controls.draw(f"{pathway}_time_of_day", scenario)
    bullets(week_words.set_up(scenario))
    _editor(scenario)


def figures(weeks: Weeks) -> None:
    """What one week of each option asks of the person."""
    st.header(say("week.figures.title"), anchor=False)
    table((say("week.figures.question"), *map(named, weeks)), week_words.figures(weeks))
    text(week_words.how_counted())


def calendars(weeks: Weeks) -> None:
    """A week of each option as a calendar."""
    for name, shown in _in_rows(week_charts(weeks)).items():
        row = st.container(horizontal=True, key=f"cards{name}")
        for chart in shown:
            with row, card():
                show(chart)


def clashes(comparison: Comparison, weeks: Weeks) -> None:
    """What clashes and what can be tried, in equal space, and what the law grants."""
    st.header(say("clash.title"), anchor=False)
    for name, shown in _in_rows(weeks).items():
        row = st.container(horizontal=True, key=f"steps{name}")
        for week in shown:
            with row, card():
                _clashes(comparison, week)
    lines = (f"- {line}" for line in week_words.leave())
    text("\n".join([f"### {say('leave.title')}", "", *lines]))


def _clashes(comparison: Comparison, week: PlannedWeek) -> None:
    title = f"### {colored(week.pathway, week_words.name(week))}"
    told = week_words.about_clashes(comparison, week)
    text("\n\n".join([title, *(f"- {line}" for line in told)]))


def _in_rows(parts: Mapping[Pathway, Sequence[Part]]) -> dict[str, list[Part]]:
    """Both options in one row, and the phases of a third way in another, by the end of its key.

    So all parts have the same room, at any width.
    """
    rows: dict[str, list[Part]] = {}
    for pathway, phases in parts.items():
        name = "" if pathway in PATHWAYS else f"_{pathway}"
        rows[name] = [*rows.get(name, []), *phases]
    return rows


def files(comparison: Comparison) -> None:
    """The dates of either option as a calendar file, made when it is asked for."""
    st.header(say("ics.title"), anchor=False)
    text(week_words.calendar_lead(comparison.scenario))
    with st.container(width=CHOICE_WIDTH_PX):
        controls.draw("time_zone", comparison.scenario)
    row = st.container(horizontal=True)
    for pathway in comparison.options:
        row.download_button(
            say(f"ics.download.{pathway}"),
            data=with_this_catalog(_file(comparison, pathway)),
            file_name=CALENDAR_FILE,
            mime="text/calendar",
            key=f"ics_{pathway}",
            on_click="ignore",
        )


def _file(comparison: Comparison, pathway: Pathway) -> Callable[[], bytes]:
    key = st.session_state.setdefault(state.CALENDAR_KEY, token_bytes(KEY_BYTES))
    return lambda: calendar_file(comparison, pathway, made=datetime.now(UTC), key=key)


def _preset(scenario: Scenario) -> None:
    """The example weeks; hours that are none of them are the person's own."""
    weeks = list(catalog().weeks)
    key = next((key for key in weeks if hours_of_example(key) == scenario.week.fixed_hours), OWN)
    if st.session_state.get(state.WEEK_PRESET) != key:
        st.session_state[state.WEEK_PRESET] = key
    st.selectbox(
        say("week.preset"),
        [*weeks, OWN] if key == OWN else weeks,
        format_func=with_this_catalog(_preset_name),
        key=state.WEEK_PRESET,
        help=say("week.preset.help"),
        on_change=_take_preset,
    )


def _preset_name(key: str) -> str:
    return say("week.preset.own") if key == OWN else catalog().weeks[key].label


@whole()
def _take_preset() -> None:
    key = st.session_state[state.WEEK_PRESET]
    if key != OWN:
        entered.take_values({FIELD: hours_of_example(key)})


def _editor(scenario: Scenario) -> None:
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
        buttons = st.container(horizontal=True)
        for action, change in (("mark", frozenset.union), ("free", frozenset.difference)):
            buttons.button(
                say(f"week.edit.{action}"),
                key=f"week_{action}",
                on_click=_change_hours,
                args=(change,),
                disabled=not ready,
            )
        buttons.button(
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


@whole()
def _change_hours(change: Callable[[frozenset[int], frozenset[int]], frozenset[int]]) -> None:
    """Mark the picked hours as fixed, or set them free."""
    picked = hours_of_week(
        st.session_state[DAYS_PICKED], st.session_state[FROM], st.session_state[TO]
    )
    hours = change(read_fixed_hours(st.session_state[FIELD]), picked)
    entered.take_values({FIELD: write_fixed_hours(hours)})
