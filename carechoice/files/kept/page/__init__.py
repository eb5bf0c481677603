"""Scenarios kept by name on the page "Take it with you"."""

from __future__ import annotations

import streamlit as st

from carechoice.files.kept import side_by_side
from carechoice.files.kept import words as kept_words
from carechoice.files.kept.chart import kept_chart
from carechoice.files.kept.page.handling import handle, keep_by_name
from carechoice.files.kept.words import KeptComparison
from carechoice.inputs.scenario import Scenario
from carechoice.language.markup import for_markdown
from carechoice.language.sentences import say
from carechoice.ui.chart import show, table
from carechoice.ui.keeping import all_kept
from carechoice.ui.text import card, named, plain, text


def kept(scenario: Scenario) -> None:
    """Scenarios kept by name: keep, compare, load back, remove."""
    st.header(say("pins.title"), anchor=False)
    keep_by_name(scenario)
    rows = kept_words.compared(all_kept())
    if not rows:
        return
    with st.container(horizontal=True, key="cards"):
        for row in rows:
            with card():
                _kept(row, first=rows[0])
    show(kept_chart(rows))


def _kept(row: KeptComparison, first: KeptComparison) -> None:
    st.markdown(plain(f"### {for_markdown(row.name)}"), anchors=False)
    if row is not first:
        text(side_by_side.apart_in(row, first))
    header = [say("figures.question"), *map(named, row.comparison.options.values())]
    table(header, kept_words.beside(row, first), name=row.name)
    handle(row.name, row.comparison.scenario)
