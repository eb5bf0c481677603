"""The parts of the page "Your week": how it is set up, one week of each option, the dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from secrets import token_bytes
from typing import TypeVar

import streamlit as st

from carechoice.catalog.in_use import catalog, with_this_catalog
from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import PATHWAYS, Comparison
from carechoice.comparison.weeks.planned_week import PlannedWeek
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say
from carechoice.topics.week import words as week_words
from carechoice.topics.week.calendar_file import calendar_file_name, made_now
from carechoice.topics.week.leave import leave
from carechoice.topics.week.page.hours import own_hours
from carechoice.topics.week.week_chart import week_charts
from carechoice.topics.week.words import Weeks
from carechoice.ui import state
from carechoice.ui.chart import show, table
from carechoice.ui.inputs.example_week import example_week
from carechoice.ui.inputs.one_input import draw
from carechoice.ui.text import bullets, card, colored, named, on_screen_alone, text

CHOICE_WIDTH_PX = 260


def choose(scenario: Scenario) -> None:
    """Where the person says what their week is like and when the visits are."""
    st.header(say("week.title"), anchor=False)
    text(say("week.lead"))
    row = st.container(horizontal=True)
    with row.container(width=CHOICE_WIDTH_PX):
        example_week(scenario)
    for pathway in PATHWAYS:
        with row.container(width=CHOICE_WIDTH_PX):
            draw(f"{pathway}_time_of_day", scenario)
    bullets(week_words.set_up(scenario))
    own_hours(scenario)


Part = TypeVar("Part")


def figures(comparison: Comparison, weeks: Weeks) -> None:
    """What one week of each option asks of the person."""
    st.header(say("week.figures.title"), anchor=False)
    header = (say("week.figures.question"), *map(named, comparison.options.values()))
    table(header, week_words.figures(weeks), name=say("week.figures.title"))
    text(week_words.how_counted())


def calendars(weeks: Weeks) -> None:
    """A week of each option as a calendar."""
    for name, shown in _in_rows(week_charts(weeks)).items():
        row = st.container(horizontal=True, key=f"cards{name}")
        for chart in shown:
            with row, card():
                show(chart)


def clashes(comparison: Comparison, weeks: Weeks) -> None:
    """What clashes and what can be tried, in equal space, and what the law grants.

    Where nothing clashes, that is said once for all options.
    """
    st.header(say("clash.title"), anchor=False)
    if all(not week.clashes for phases in weeks.values() for week in phases):
        (said,) = week_words.about_clashes(comparison, weeks["therapy"][0])
        text(said)
    else:
        _clashes_of_each(comparison, weeks)
    lines = (f"- {line}" for line in leave())
    text("\n".join([f"### {say('leave.title')}", "", *lines]))


def _clashes_of_each(comparison: Comparison, weeks: Weeks) -> None:
    for name, shown in _in_rows(weeks).items():
        row = st.container(horizontal=True, key=f"steps{name}")
        for week in shown:
            with row, card():
                _clashes(comparison, week)


def _clashes(comparison: Comparison, week: PlannedWeek) -> None:
    title = f"### {colored(week.pathway, week_words.name(week))}"
    shown = week_words.about_clashes(comparison, week)
    text("\n\n".join([title, *(f"- {line}" for line in shown)]))


def _in_rows(parts: Mapping[Pathway, Sequence[Part]]) -> dict[str, list[Part]]:
    """Both options in one row, programs beside them in another, and the phases of a third pathway.

    So all parts have the same room, at any width.
    """
    rows: dict[str, list[Part]] = {}
    for pathway, phases in parts.items():
        is_program = bool(catalog().program_of(pathway))
        name = "" if pathway in PATHWAYS else "_programs" if is_program else f"_{pathway}"
        rows[name] = [*rows.get(name, []), *phases]
    return rows


KEY_BYTES = 32


def files(comparison: Comparison) -> None:
    """The dates of either option as a calendar file, made when it is asked for."""
    with on_screen_alone("calendar"):
        st.header(say("ics.title"), anchor=False)
        text(week_words.calendar_lead(comparison.scenario))
        with st.container(width=CHOICE_WIDTH_PX):
            draw("time_zone", comparison.scenario)
        row = st.container(horizontal=True)
        for pathway, option in comparison.options.items():
            row.download_button(
                say(f"ics.download.{option.words_key}"),
                data=with_this_catalog(_file(comparison, pathway)),
                file_name=calendar_file_name(comparison, pathway),
                mime="text/calendar",
                key=f"ics_{pathway}",
                on_click="ignore",
            )


def _file(comparison: Comparison, pathway: Pathway) -> Callable[[], bytes]:
    key = st.session_state.setdefault(state.CALENDAR_KEY, token_bytes(KEY_BYTES))
    return lambda: made_now(comparison, pathway, key=key)
