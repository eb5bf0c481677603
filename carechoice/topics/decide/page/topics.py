"""The topics to pick from, on the page "What matters"."""

from __future__ import annotations

import streamlit as st

from carechoice.catalog.decision_rows import Topic
from carechoice.catalog.in_use import catalog
from carechoice.comparison import topics as topic_words
from carechoice.comparison.compare import Comparison
from carechoice.inputs.picked import most, toggled
from carechoice.language.sentences import say
from carechoice.ui.atomic import atomic
from carechoice.ui.pages import link
from carechoice.ui.state import topic_key
from carechoice.ui.text import card, colored, text


def topics(comparison: Comparison) -> None:
    """A card for each topic, to be picked; which are picked is said above them."""
    st.header(say("topics.title"), anchor=False)
    text(say("topics.lead"))
    text(topic_words.picks(comparison))
    with st.container(horizontal=True, key="cards_topics"):
        for topic in catalog().topics.values():
            with card():
                _topic(topic, comparison)
    link("compare", say("topics.see"))


def _topic(topic: Topic, comparison: Comparison) -> None:
    picked = comparison.scenario.view.topics
    key, is_picked = topic_key(topic.key), topic.key in picked
    # What is set goes to the browser, so only what is new is set (see ui/entered.py).
    if st.session_state.get(key) != is_picked:
        st.session_state[key] = is_picked
    # No bold: the framework has screen readers speak the stars.
    st.checkbox(
        topic.label,
        value=is_picked,
        key=key,
        on_change=_toggle,
        args=(topic.key,),
        disabled=len(picked) == most() and not is_picked,
    )
    question, therapy, iop = topic_words.meanings(topic, comparison)
    text("\n\n".join([question, colored("therapy", therapy), colored("iop", iop)]))


@atomic()
def _toggle(key: str) -> None:
    st.session_state["topics"] = toggled(st.session_state["topics"], key)
