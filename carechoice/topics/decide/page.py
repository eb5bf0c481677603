"""The parts of the page "What matters": topics to pick from, how sure, what comes next."""

from __future__ import annotations

import streamlit as st

from carechoice.catalog.decision_rows import Topic
from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import Comparison
from carechoice.comparison.side_by_side import picked_topics as topic_words
from carechoice.inputs.picked import most, toggled
from carechoice.inputs.self_questions import SAFE, answers_about_oneself, sure_key
from carechoice.language.everywhere import crisis_entries
from carechoice.language.sentences import say
from carechoice.topics.decide import words as decision_words
from carechoice.ui.atomic import atomic
from carechoice.ui.pages import link
from carechoice.ui.state import held_index, topic_key
from carechoice.ui.text import card, colored, plain, text


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
    # What is set goes to the browser, so only what is new is set (see ui/session/entered.py).
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


def how_sure() -> None:
    """Four questions for the person alone; each "no" gets a next step in words, and no score."""
    st.header(say("sure.title"), anchor=False)
    text(say("sure.lead"))
    for name, question in decision_words.sure_questions().items():
        key = sure_key(name)
        _answer(key, question)
        if st.session_state[key] == "no":
            st.info(plain(decision_words.after_no(name)))


def assessment(comparison: Comparison) -> None:
    """What a clinician asks; whoever is worried about safety finds the crisis lines at once."""
    st.header(say("assess.title"), anchor=False)
    text(say("assess.lead"))
    for name, asked in decision_words.assessment(comparison).items():
        text(asked)
        if name == "safe":
            _safety()


def _safety() -> None:
    _answer(SAFE, say("assess.safe_now"))
    if st.session_state[SAFE] == "worried":
        entries = "\n".join(f"- {entry}" for entry in crisis_entries())
        st.error(plain(f"{say('assess.worried')}\n\n{entries}"))


def _answer(key: str, question: str) -> None:
    """One of the answers about oneself, or none."""
    labels = answers_about_oneself(key)
    st.radio(
        question,
        labels,
        index=held_index(key, [*labels]),
        key=key,
        format_func=labels.__getitem__,
        horizontal=True,
        persist_state="session",
    )


def next_steps(comparison: Comparison) -> None:
    """Call, ask, book, first week."""
    st.header(say("next.title"), anchor=False)
    steps = decision_words.next_steps(comparison)
    text("\n".join(f"{number}. {step}" for number, step in enumerate(steps, start=1)))
    link("bill", decision_words.phone_list_label(comparison.scenario))
