"""Both options next to each other: charts, what matters, key figures, features; crisis lines."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from carechoice.comparison.compare import PATHWAYS, Comparison
from carechoice.comparison.side_by_side import key_figures as figure_words
from carechoice.comparison.side_by_side import picked_topics as topic_words
from carechoice.comparison.side_by_side.features import (
    about,
    alike_options,
    third_pathways_in_words,
    trial,
)
from carechoice.drawing.style import Chart
from carechoice.language.everywhere import crisis_entries
from carechoice.language.sentences import say
from carechoice.ui.chart import show_figure, table, tell
from carechoice.ui.pages import link, link_to_sources
from carechoice.ui.text import bullets, card, named, text


def charts(drawn: Iterable[Chart]) -> None:
    """The charts in a row, which follow the sliders."""
    with st.container(horizontal=True, key="cockpit"):
        for chart in drawn:
            with st.container():
                show_figure(chart)


def in_words(drawn: Iterable[Chart]) -> None:
    """What each chart shows in words, with its table, and the way to the sources of all numbers."""
    with st.container(horizontal=True, key="charts_told"):
        for chart in drawn:
            with card():
                tell(chart)
    link_to_sources()


def what_matters(comparison: Comparison) -> None:
    """The topics the person picked, with their own numbers; nothing where nothing is picked."""
    rows = topic_words.rows(comparison)
    if not rows:
        return
    with card():
        st.header(say("topics.title"), anchor=False)
        header = (say("topics.what"), *map(named, comparison.options.values()))
        table(header, rows, name=say("topics.title"))
        link("decide", say("topics.change"))


def key_figures(comparison: Comparison) -> None:
    """What each option asks: questions as rows, options as columns."""
    st.header(say("figures.title"), anchor=False)
    header = (say("figures.question"), *map(named, comparison.options.values()))
    table(header, figure_words.key_figures(comparison), name=say("figures.title"))


def features(comparison: Comparison) -> None:
    """A week in each option, what is good and what is hard about it, in equal space."""
    st.header(say("features.title"), anchor=False)
    row = st.container(horizontal=True, key="features")
    for care in PATHWAYS:
        with row, card():
            names = named(*alike_options(comparison, care))
            # One block of text and not one a line: each costs a message at every slider move.
            text("\n\n".join([f"### {names}", *about(comparison, care)]))
    for sentence in third_pathways_in_words(comparison):
        text(sentence)
    text(trial())


def crisis_lines() -> None:
    """Where to turn at once."""
    with st.container(key="crisis_lines"):
        st.header(say("crisis.title"), anchor=False)
        bullets(crisis_entries())
