"""Good faith estimates on the page "Take it with you", for staff with a client who has no plan."""

from __future__ import annotations

from functools import partial

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.files.estimate.estimate_files import on_paper, to_fill_in
from carechoice.files.estimate.facts import estimated
from carechoice.inputs.handed_on.link import Frozen
from carechoice.inputs.scenario import TOGETHER
from carechoice.language.sentences import say, short_name
from carechoice.ui.download import download
from carechoice.ui.text import text


def estimates(comparison: Comparison, frozen: Frozen) -> None:
    """A draft for each option that no plan pays for, made when asked for; for staff only."""
    options = estimated(comparison)
    if comparison.scenario.view.mode != TOGETHER or not options:
        return
    st.header(say("estimate.offer.title"), anchor=False)
    text(say("estimate.offer.lead"))
    for pathway in options:
        asked = (comparison, pathway, frozen.made)
        name, file = short_name(comparison.options[pathway].words_key), f"estimate-{pathway}"
        with st.container(horizontal=True):
            paper, book = partial(on_paper, *asked), partial(to_fill_in, *asked)
            download("estimate.save.pdf", paper, f"{file}.pdf", frozen, option=name)
            download("estimate.save.docx", book, f"{file}.docx", frozen, option=name)
