"""The handout and the slides on the page "Take it with you"."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.files.documents.handout import Paper, handout
from carechoice.files.documents.slides import slides
from carechoice.inputs.link import Frozen
from carechoice.language.sentences import say
from carechoice.ui.download import download
from carechoice.ui.page_address import page_address
from carechoice.ui.pins import held_pins
from carechoice.ui.text import text

PDF = "application/pdf"
POWERPOINT = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def documents(comparison: Comparison, frozen: Frozen) -> None:
    """The handout on either paper, and the slides; made when asked for."""
    st.header(say("share.documents.title"), anchor=False)
    text(say("share.documents.lead"))
    address, pins = frozen.to_short_link(page_address()), held_pins()

    def on(paper: Paper) -> Callable[[], bytes]:
        return lambda: handout(comparison, link=address, today=frozen.made, paper=paper, pins=pins)

    def deck() -> bytes:
        return slides(comparison, link=address, today=frozen.made)

    with st.container(horizontal=True):
        download("share.documents.letter", on("letter"), "handout.pdf", PDF, frozen)
        download("share.documents.a4", on("a4"), "handout-a4.pdf", PDF, frozen)
        download("share.documents.slides", deck, "slides.pptx", POWERPOINT, frozen)
