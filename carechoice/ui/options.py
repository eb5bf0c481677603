"""Both options next to each other: key figures, features, and where to turn in a crisis."""

from __future__ import annotations

import streamlit as st

from carechoice import words
from carechoice.comparison import PATHWAYS, Comparison
from carechoice.ui.chart import table
from carechoice.ui.frame import bullets, card, named, text


def key_figures(comparison: Comparison) -> None:
    """What each option asks: questions as rows, options as columns."""
    st.header(words.say("figures.title"), anchor=False)
    header = (words.say("figures.question"), *map(named, comparison.options))
    table(header, words.key_figures(comparison))


def features(comparison: Comparison) -> None:
    """A week in each option, what is good and what is hard about it, in equal space."""
    st.header(words.say("features.title"), anchor=False)
    row = st.container(horizontal=True, key="features")
    for pathway in PATHWAYS:
        with row, card():
            # One block of text and not one a line: each costs a message at every slider move.
            text("\n\n".join([f"### {named(pathway)}", *words.about(comparison.options[pathway])]))
    for third in comparison.options.keys() - set(PATHWAYS):
        text(words.third_way(third))
    text(words.trial())


def crisis_lines() -> None:
    """Where to turn at once."""
    st.header(words.say("crisis.title"), anchor=False)
    bullets(words.crisis_entries())
