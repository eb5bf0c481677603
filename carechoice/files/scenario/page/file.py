"""The scenario as a file, on the page "Take it with you"."""

from __future__ import annotations

from functools import partial

import streamlit as st

from carechoice.inputs.kept_as_text import file_with_kept
from carechoice.inputs.link import Frozen
from carechoice.language.formats import count
from carechoice.language.sentences import say
from carechoice.ui import notes
from carechoice.ui.components.file_place import Expected, file_place
from carechoice.ui.download import download
from carechoice.ui.keeping import all_kept
from carechoice.ui.opening_file import UPLOAD, is_taken, take_file
from carechoice.ui.text import text


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
    """The same file with the kept scenarios in it, where there are any."""
    kept = all_kept()
    if not kept:
        return

    file = partial(file_with_kept, frozen, kept)
    scenarios = count(len(kept), "scenario")
    download("share.file.kept", file, "kept.json", frozen, scenarios=scenarios)
