"""The parts of the page "Your week"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

import streamlit as st

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import PATHWAYS, Comparison
from carechoice.comparison.planned_week import PlannedWeek
from carechoice.language.sentences import say
from carechoice.topics.week import words as week_words
from carechoice.topics.week.leave import leave
from carechoice.topics.week.week_chart import week_charts
from carechoice.topics.week.words import Weeks
from carechoice.ui.chart import show, table
from carechoice.ui.text import card, colored, named, text

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
    told = week_words.about_clashes(comparison, week)
    text("\n\n".join([title, *(f"- {line}" for line in told)]))


def _in_rows(parts: Mapping[Pathway, Sequence[Part]]) -> dict[str, list[Part]]:
    """Both options in one row, programs beside them in another, and the phases of a third way.

    So all parts have the same room, at any width.
    """
    rows: dict[str, list[Part]] = {}
    for pathway, phases in parts.items():
        is_program = bool(catalog().program_of(pathway))
        name = "" if pathway in PATHWAYS else "_programs" if is_program else f"_{pathway}"
        rows[name] = [*rows.get(name, []), *phases]
    return rows
