"""One link with the inputs and the kept scenarios, on the page "Take it with you"."""

from __future__ import annotations

import streamlit as st

from carechoice.inputs.kept import KeptScenarios
from carechoice.inputs.kept_as_text import link_with_kept
from carechoice.inputs.link import Frozen
from carechoice.language.formats import count
from carechoice.language.sentences import say
from carechoice.ui.components.hand_on import hand_on
from carechoice.ui.keeping import all_kept
from carechoice.ui.page_address import page_address
from carechoice.ui.text import text


def link_with_what_is_kept(frozen: Frozen) -> None:
    """The link, to be copied or sent; nothing where nothing is kept."""
    kept = all_kept()
    # Its place stays when the last one is removed: what follows, and has the focus, stays as it is.
    with st.container():
        if kept:
            _link(frozen, kept)


def _link(frozen: Frozen, kept: KeptScenarios) -> None:
    text(say("share.kept.lead"))
    address = link_with_kept(frozen, kept, page_address())
    if not address:
        text(say("share.kept.long"))
        return
    scenarios = count(len(kept), "scenario")
    hand_on(
        "kept",
        link=address,
        copy=say("share.kept.copy", scenarios=scenarios),
        send=say("share.kept.send", scenarios=scenarios),
    )
