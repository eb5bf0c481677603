"""The handout and the slides, also those of kept scenarios, on the page "Take it with you"."""

from __future__ import annotations

from functools import partial

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.files.handout.handout import handout
from carechoice.files.kept.words import LEAST_COMPARED
from carechoice.files.slides.kept import slides_of
from carechoice.files.slides.slides import slides
from carechoice.inputs.handed_on.link import Frozen
from carechoice.language.formats import count
from carechoice.language.sentences import say
from carechoice.ui.download import download
from carechoice.ui.page_address import page_address
from carechoice.ui.session.keeping import all_kept, picked_scenarios
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


def slides_of_kept(frozen: Frozen) -> None:
    """Which of the kept scenarios are to be on slides, and the file; nothing for a single one."""
    # Its place stays when one is removed: what follows, and has the focus, stays as it is.
    with st.container():
        if len(all_kept()) >= LEAST_COMPARED:
            text(say("share.deck.lead"))
            _pick_and_save(frozen)


def _pick_and_save(frozen: Frozen) -> None:
    kept = picked_scenarios(say("share.deck.pick"))
    if len(kept) < LEAST_COMPARED:
        text(say("share.deck.least"))
        return
    deck = partial(slides_of, kept, page_address=page_address(), today=frozen.made)
    scenarios = count(len(kept), "scenario")
    download("share.deck.save", deck, "kept-slides.pptx", frozen, scenarios=scenarios)
