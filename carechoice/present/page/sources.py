"""The last screen of a presentation: a table of what its numbers rest on, and the way to all."""

from __future__ import annotations

from datetime import date

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.language.sentences import say
from carechoice.present import sources as presented_sources
from carechoice.present.screens import title
from carechoice.ui.chart import BESIDE, table
from carechoice.ui.text import text


def sources(comparison: Comparison, _today: date) -> None:
    """What the numbers rest on most, the way to all of them, and what they are not."""
    numbers_here, words_here = st.columns(BESIDE)
    with numbers_here:
        header = [say(f"present.sources.{name}") for name in ("number", "value", "source")]
        table(header, presented_sources.numbers(comparison), name=title("sources"))
        text(presented_sources.all_sources(comparison))
    with words_here:
        text("\n\n".join(presented_sources.last_words()))
