"""The scenario as a link and as a file on the page "Take it with you"."""

from __future__ import annotations

import streamlit as st

from carechoice.files.scenario import words as scenario_words
from carechoice.files.scenario.qr import qr_svg
from carechoice.inputs.link import Frozen, RefusedError, open_file
from carechoice.inputs.opened import opened_notes, refused
from carechoice.language.sentences import say
from carechoice.ui import entered, notes, state, undo
from carechoice.ui.chart import table
from carechoice.ui.download import download
from carechoice.ui.notes import Note
from carechoice.ui.page_address import page_address
from carechoice.ui.text import bullets, text
from carechoice.ui.today import today
from carechoice.ui.whole import whole

UPLOAD = "share_upload"


def link(frozen: Frozen) -> None:
    """What the link holds, then the link, then the same as a QR code."""
    st.header(say("share.link.title"), anchor=False)
    text(say("share.link.lead"))
    st.markdown(f"### {say('share.contents.title')}", anchors=False)
    bullets(scenario_words.contents_in_short(frozen))
    _contents(frozen)
    st.markdown(f"### {say('share.link.copy')}", anchors=False)
    address = frozen.to_link(page_address())
    st.code(address, language=None, wrap_lines=True)
    fold = st.expander(say("share.qr"), key="fold_qr", on_change="rerun")
    if fold.open:
        with fold:
            text(say("share.qr.lead"))
            st.image(qr_svg(address), alt=say("share.qr.alt"))


def _contents(frozen: Frozen) -> None:
    fold = st.expander(say("share.contents.all"), key="fold_contents", on_change="rerun")
    if fold.open:
        with fold:
            header = [say(f"bill.inputs.{name}") for name in ("input", "value")]
            table(header, scenario_words.contents(frozen))


def files(frozen: Frozen) -> None:
    """The scenario as a file to keep, and a kept file to load again."""
    st.header(say("share.file.title"), anchor=False)
    text(say("share.file.lead"))
    download("share.file.save", frozen.to_json, "scenario.json", "application/json", frozen)
    uploaded = st.file_uploader(
        say("share.file.load"), type="json", key=UPLOAD, on_change=_take_file
    )
    notes.of_file()
    undo.offer("file", "file")
    # A file that was given to a session which ended meanwhile stands there and counts for nothing.
    if uploaded and st.session_state.get(state.READ_FILE) != uploaded.file_id:
        st.warning(say("share.file.not_taken"))


@whole()
def _take_file() -> None:
    """Take over what a file just given holds, and note what of it was not used."""
    uploaded = st.session_state[UPLOAD]
    if uploaded is None:
        notes.say_of_file([])
        return
    st.session_state[state.READ_FILE] = uploaded.file_id
    try:
        opened = open_file(uploaded.getvalue(), today=today())
    except RefusedError as error:
        notes.say_of_file([Note("error", refused(error))])
        return
    undo.keep("file", undo.lasting(), say("undo.file"))
    entered.take_numbers(opened.scenario)
    told = opened_notes(opened, is_file=True)
    notes.say_of_file(Note("info", sentence) for sentence in told)
