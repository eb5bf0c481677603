"""Where a scenario is kept by name, and where a kept one is renamed, loaded and removed."""

from __future__ import annotations

import streamlit as st

from carechoice.inputs.kept import MOST_CHARACTERS, MOST_KEPT
from carechoice.inputs.scenario import Scenario
from carechoice.language.markup import for_markdown
from carechoice.language.sentences import say
from carechoice.ui.keeping import NAME, all_kept, keep, load, name_key, remove, rename
from carechoice.ui.text import plain, text


def keep_by_name(scenario: Scenario) -> None:
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


def handle(name: str, scenario: Scenario) -> None:
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
