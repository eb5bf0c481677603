"""The scenario as a link, a file and a frame, on the page "Take it with you"."""

from __future__ import annotations

from functools import partial

import streamlit as st

from carechoice.catalog.in_use import catalog
from carechoice.files.scenario import words as scenario_words
from carechoice.files.scenario.frame_code import frame_code
from carechoice.files.scenario.qr import fits_a_code, qr_svg
from carechoice.inputs.handed_on.kept import KeptScenarios
from carechoice.inputs.handed_on.kept_as_text import file_with_kept, link_with_kept
from carechoice.inputs.handed_on.link import Frozen
from carechoice.inputs.scenario import TOGETHER, Scenario
from carechoice.language.formats import count, in_a_row
from carechoice.language.sentences import say
from carechoice.ui import notes
from carechoice.ui.chart import table
from carechoice.ui.components.file_place import Expected, file_place
from carechoice.ui.components.hand_on import hand_on, to_copy
from carechoice.ui.download import download
from carechoice.ui.page_address import page_address
from carechoice.ui.session.keeping import all_kept
from carechoice.ui.session.opening_file import UPLOAD, is_taken, take_file
from carechoice.ui.text import bullets, fold, text


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
    fold(say("share.qr"), key="fold_qr", draw=partial(_code_of, frozen))


def _code_of(frozen: Frozen) -> None:
    address = frozen.to_short_link(page_address())
    if fits_a_code(address):
        text(say("share.qr.lead"))
        st.image(qr_svg(address), alt=say("share.qr.alt"))
    else:
        text(say("share.qr.long"))


def _contents(frozen: Frozen) -> None:
    title = say("share.contents.all")

    def draw() -> None:
        header = [say(f"bill.inputs.{name}") for name in ("input", "value")]
        table(header, scenario_words.contents(frozen), name=title)

    fold(title, key="fold_contents", draw=draw)


def link_with_what_is_kept(frozen: Frozen) -> None:
    """The link, to be copied or sent; nothing where nothing is kept."""
    kept = all_kept()
    # Its place stays when the last one is removed: what follows, and has the focus, stays as it is.
    with st.container():
        if kept:
            _link_with_kept(frozen, kept)


def _link_with_kept(frozen: Frozen, kept: KeptScenarios) -> None:
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


def files(frozen: Frozen) -> None:
    """The scenario as a file to keep, and a kept file to load again."""
    st.header(say("share.file.title"), anchor=False)
    text(say("share.file.lead"))
    with st.container(horizontal=True):
        download("share.file.save", frozen.to_json, "scenario.json", frozen)
        _with_kept(frozen)
    uploaded = file_place(
        say("share.file.load"),
        key=UPLOAD,
        # The least that can be said; what is larger than ours is refused in a sentence.
        most_mb=1,
        on_change=take_file,
        expected=Expected("json", say("share.file.other_kind", save=say("share.file.save"))),
        args=(frozen.made,),
    )
    notes.of_file()
    if uploaded and not is_taken(uploaded):
        st.warning(say("share.file.not_taken"))


def _with_kept(frozen: Frozen) -> None:
    """The scenario and the kept ones as one file, where there are any."""
    kept = all_kept()
    if not kept:
        return

    file = partial(file_with_kept, frozen, kept)
    scenarios = count(len(kept), "scenario")
    download("share.file.kept", file, "kept.json", frozen, scenarios=scenarios)


def on_your_site(scenario: Scenario) -> None:
    """The code to copy, with which sites may show it; for staff only."""
    if scenario.view.mode != TOGETHER:
        return
    st.header(say("share.frame.title"), anchor=False)
    text(say("share.frame.lead"))
    sites = catalog().centre.framed_by
    text(say("share.frame.sites", list=in_a_row(sites)) if sites else say("share.frame.no_site"))
    fold = st.expander(say("share.frame.code"), key="fold_frame", on_change="rerun")
    if fold.open:
        with fold:
            to_copy(
                "frame",
                text=frame_code(scenario, page_address()),
                copy=say("share.frame.copy"),
            )
