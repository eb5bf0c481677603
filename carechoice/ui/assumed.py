"""What the answer rests on: its main assumption, and what is doubtful about inputs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from carechoice.comparison import first_day, plan_words
from carechoice.comparison.compare import Comparison
from carechoice.comparison.doubts import Doubt
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.ui.text import plain, text


def assumption(comparison: Comparison, more: Sequence[str] = ()) -> None:
    """What the answer rests on and what else would change it; what the link brought along.

    ``more`` says which inputs to look at.
    """
    rests_on = [plan_words.assumption(comparison.scenario), say("answer.estimate"), *more]
    text("\n\n".join(filter(None, [" ".join(rests_on), first_day.told(comparison)])))
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
