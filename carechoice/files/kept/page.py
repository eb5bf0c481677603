"""Scenarios kept by name on the page "Take it with you"."""

from __future__ import annotations

import streamlit as st

from carechoice.files.kept import words as kept_words
from carechoice.files.kept.chart import pins_chart
from carechoice.files.kept.words import Kept
from carechoice.inputs.kept import MOST_CHARACTERS, MOST_PINS
from carechoice.inputs.scenario import Scenario
from carechoice.language.markup import for_markdown
from carechoice.language.sentences import say
from carechoice.ui import undo
from carechoice.ui.chart import show, table
from carechoice.ui.pins import NAME, held_pins, load, pin, unpin
from carechoice.ui.text import card, named, plain, text


def kept(scenario: Scenario) -> None:
    """Scenarios kept by name: keep, compare, load back, remove."""
    pins = held_pins()
    st.header(say("pins.title"), anchor=False)
    text(say("pins.lead", most=MOST_PINS))
    _keep(scenario, is_full=len(pins) >= MOST_PINS)
    if not pins:
        return
    rows = kept_words.kept(pins)
    with st.container(horizontal=True, key="cards"):
        for row in rows:
            with card():
                _kept(row, first=rows[0])
    undo.offer("kept", "kept")
    show(pins_chart(rows))


def _kept(row: Kept, first: Kept) -> None:
    st.markdown(plain(f"### {for_markdown(row.name)}"), anchors=False)
    header = [say("figures.question"), *map(named, row.comparison.options)]
    table(header, kept_words.beside(row, first))
    _buttons(row.name, row.comparison.scenario)


def _keep(scenario: Scenario, *, is_full: bool) -> None:
    if is_full:
        text(say("pins.full"))
    with st.form("keep", clear_on_submit=True, border=False):
        st.text_input(
            say("pins.name"),
            max_chars=MOST_CHARACTERS,
            key=NAME,
            help=say("pins.name.help"),
        )
        st.form_submit_button(say("pins.keep"), on_click=pin, args=(scenario,))


def _buttons(name: str, scenario: Scenario) -> None:
    row = st.container(horizontal=True, vertical_alignment="center")
    for kind, act, given in (("load", load, scenario), ("remove", unpin, name)):
        row.button(
            plain(say(f"pins.{kind}", name=for_markdown(name))),
            key=f"pin_{kind}_{name}",
            on_click=act,
            args=(given,),
            wrap=True,
        )
