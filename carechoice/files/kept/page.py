"""Scenarios kept by name, on "Take it with you" and beside what the first page shows now."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.files.kept import side_by_side
from carechoice.files.kept import words as kept_words
from carechoice.files.kept.chart import kept_chart
from carechoice.files.kept.words import KeptComparison
from carechoice.inputs.handed_on.kept import MOST_CHARACTERS, MOST_KEPT
from carechoice.inputs.scenario import Scenario
from carechoice.language.markup import for_markdown
from carechoice.language.sentences import say
from carechoice.ui.chart import show, table
from carechoice.ui.session.keeping import NAME, all_kept, keep, load, name_key, remove, rename
from carechoice.ui.text import card, named, plain, text


def kept(scenario: Scenario) -> None:
    """Scenarios kept by name: keep, compare, load back, remove."""
    st.header(say("pins.title"), anchor=False)
    _keep_by_name(scenario)
    rows = kept_words.compared(all_kept())
    if not rows:
        return
    with st.container(horizontal=True, key="cards_kept"):
        for row in rows:
            with card():
                _kept(row, first=rows[0])
    show(kept_chart(rows))


def _kept(row: KeptComparison, first: KeptComparison) -> None:
    st.markdown(plain(f"### {for_markdown(row.name)}"), anchors=False)
    if row is not first:
        text(side_by_side.differing_inputs(row, first))
    header = [say("figures.question"), *map(named, row.comparison.options.values())]
    table(header, kept_words.beside(row, first), name=row.name)
    _handle(row.name, row.comparison.scenario)


def _keep_by_name(scenario: Scenario) -> None:
    """A name to type and a button; that there is no place left, where that is so."""
    text(say("pins.lead", most=MOST_KEPT))
    if len(all_kept()) >= MOST_KEPT:
        text(say("pins.full"))
    with st.form("keep", clear_on_submit=True, border=False):
        st.text_input(
            say("pins.name"),
            max_chars=MOST_CHARACTERS,
            key=NAME,
            help=say("pins.name.help"),
        )
        st.form_submit_button(say("pins.keep"), on_click=keep, args=(scenario,))


def _handle(name: str, scenario: Scenario) -> None:
    """The name of a kept scenario, to be changed, with a button to load and one to remove it."""
    st.text_input(
        say("pins.rename"),
        value=name,
        max_chars=MOST_CHARACTERS,
        key=name_key(name),
        on_change=rename,
        args=(name,),
    )
    row = st.container(horizontal=True, vertical_alignment="center")
    for kind, act, given in (("load", load, scenario), ("remove", remove, name)):
        row.button(
            plain(say(f"pins.{kind}", name=for_markdown(name))),
            key=f"pin_{kind}_{name}",
            on_click=act,
            args=(given,),
            wrap=True,
        )


def kept_and_now(comparison: Comparison) -> None:
    """One table of all of them, then what is done with each; nothing where none is kept."""
    kept = all_kept()
    # Its place stays while none is kept: what follows is not redrawn once one is.
    with st.container():
        if kept:
            _beside_now(kept_words.compared(kept), comparison)


def _beside_now(rows: Sequence[KeptComparison], comparison: Comparison) -> None:
    st.header(say("pins.title"), anchor=False)
    columns = side_by_side.beside_now(rows, comparison)
    with st.container(key="kept_table"):
        table(side_by_side.header(columns), side_by_side.rows(columns), name=say("pins.title"))
    with st.container(horizontal=True, key="kept_handles"):
        for row in rows:
            with card():
                _handle(row.name, row.comparison.scenario)
