"""The scenario as a link, on the page "Take it with you"."""

from __future__ import annotations

import streamlit as st

from carechoice.files.scenario import words as scenario_words
from carechoice.files.scenario.qr import fits_a_code, qr_svg
from carechoice.inputs.link import Frozen
from carechoice.language.sentences import say
from carechoice.ui.chart import table
from carechoice.ui.components.hand_on import hand_on
from carechoice.ui.page_address import page_address
from carechoice.ui.text import bullets, text


def link(frozen: Frozen) -> None:
    """The link, to be copied or sent."""
    st.header(say("share.link.title"), anchor=False)
    text(say("share.link.lead"))
    address = frozen.to_link(page_address())
    hand_on("link", link=address, copy=say("share.copy"), send=say("share.send"))


def contents(frozen: Frozen) -> None:
    """What the link holds, then the same as a QR code."""
    st.markdown(f"### {say('share.contents.title')}", anchors=False)
    bullets(scenario_words.contents_in_short(frozen))
    _contents(frozen)
    fold = st.expander(say("share.qr"), key="fold_qr", on_change="rerun")
    if fold.open:
        with fold:
            _code_of(frozen.to_short_link(page_address()))


def _code_of(address: str) -> None:
    if fits_a_code(address):
        text(say("share.qr.lead"))
        st.image(qr_svg(address), alt=say("share.qr.alt"))
    else:
        text(say("share.qr.long"))


def _contents(frozen: Frozen) -> None:
    fold = st.expander(say("share.contents.all"), key="fold_contents", on_change="rerun")
    if fold.open:
        with fold:
            header = [say(f"bill.inputs.{name}") for name in ("input", "value")]
            table(header, scenario_words.contents(frozen), name=say("share.contents.all"))
