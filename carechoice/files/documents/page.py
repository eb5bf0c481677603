"""The handout and the slides on the page "Take it with you"."""

from __future__ import annotations

from functools import partial

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.files.documents.handout import handout
from carechoice.files.documents.slides import slides
from carechoice.inputs.link import Frozen
from carechoice.language.sentences import say
from carechoice.ui.download import download
from carechoice.ui.keeping import all_kept
from carechoice.ui.page_address import page_address
from carechoice.ui.text import text


def documents(comparison: Comparison, frozen: Frozen) -> None:
    """The handout on either paper, and the slides; made when asked for."""
    st.header(say("share.documents.title"), anchor=False)
    text(say("share.documents.lead"))
    link, day = frozen.to_short_link(page_address()), frozen.made
    paper = partial(handout, comparison, link=link, today=day, kept=all_kept())
    deck = partial(slides, comparison, link=link, today=day)
    with st.container(horizontal=True):
        download("share.documents.letter", partial(paper, paper="letter"), "handout.pdf", frozen)
        download("share.documents.a4", partial(paper, paper="a4"), "handout-a4.pdf", frozen)
        download("share.documents.slides", deck, "slides.pptx", frozen)
