"""Which of the kept scenarios are picked, by their names."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from carechoice.inputs.kept import Pins
from carechoice.language.markup import for_markdown
from carechoice.ui.pins import held_pins
from carechoice.ui.text import plain


def picked_pins(question: str) -> Pins:
    """The kept scenarios that are picked below the question; at first all of them."""
    names = [pin.name for pin in held_pins()]
    picked: Sequence[str] = st.pills(
        question,
        names,
        selection_mode="multi",
        default=names,
        # Where others are kept it is another question, to which all is the answer again.
        key=f"picked_{names}",
        format_func=lambda name: plain(for_markdown(name)),
    )
    return tuple(pin for pin in held_pins() if pin.name in picked)
