"""What the answer rests on: its main assumption, and what is doubtful about inputs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from carechoice.comparison import plan_words
from carechoice.comparison.doubts import Doubt
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.ui.text import plain, text


def assumption(scenario: Scenario, more: Sequence[str] = ()) -> None:
    """The answer's main assumption, which inputs to look at, and what the link brought along."""
    text(" ".join([plan_words.assumption(scenario), say("answer.estimate"), *more]))
    for note in st.session_state[state.OPENING_NOTES]:
        st.info(plain(note))


def doubtful(told: Iterable[Doubt]) -> None:
    """What is doubtful about inputs that do not stand on the same screen."""
    for doubt in told:
        st.warning(plain(doubt.sentence))


def doubts_on_paper(told: Sequence[Doubt]) -> None:
    """The same where inputs are not printed; on the screen it stands at the inputs (house.css)."""
    if told:
        with st.container(key="doubts_on_paper"):
            text("\n\n".join(doubt.sentence for doubt in told))
