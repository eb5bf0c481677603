"""The answer for these inputs, one sentence an option.

A component, because it follows a slider with the dashboard's charts, before the page does.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from carechoice.comparison import words
from carechoice.comparison.compare import Comparison
from carechoice.comparison.doubts.doubts import doubts
from carechoice.comparison.weeks import fit
from carechoice.language.sentences import as_text
from carechoice.ui import state
from carechoice.ui.component import component
from carechoice.ui.text import TEXT_COLOR, colored, text

_answer = component(
    "answer",
    '<div class="sentences"></div><div class="doubts"></div>',
    # Selected, searched and printed like any other text of the page.
    isolate_styles=False,
)


def answer(comparison: Comparison) -> None:
    """Draw the answer; with the framework's own sliders, by the framework's own text.

    The page tells it last, with the scenario that it shows (``address``).
    """
    if st.session_state.get(state.PLAIN_SLIDERS):
        sentences = words.answer(comparison).items()
        text("\n\n".join(colored(pathway, sentence) for pathway, sentence in sentences))
        return
    _answer(key="answer_sentences")


def for_browser(comparison: Comparison, today: date) -> dict[str, Any]:
    """The answer in parts with the options' colours, whether each fits, doubts.

    Doubts are seen on paper alone; on the screen they stand at the inputs.
    """
    sentences = words.answer_parts(comparison)
    return {
        "answer": sentences,
        "colors": {pathway: TEXT_COLOR[pathway] for pathway in sentences},
        "fits": [sentence.replace("*", "") for sentence in fit.sentences(comparison)],
        "doubts": [as_text(doubt.sentence) for doubt in doubts(comparison, today)],
    }
