"""Notes on a link or a file that was opened. They go with the first change of an input."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

import streamlit as st

from carechoice.catalog.in_use import catalog
from carechoice.inputs.handed_on.opened import About
from carechoice.ui import state
from carechoice.ui.text import bullets, plain, text


class Note(NamedTuple):
    """A sentence, and how it is shown."""

    kind: Literal["success", "info", "error"]
    sentence: str


def say_of_link(sentences: Iterable[str], about: About | None) -> None:
    """Keep what is to be said of the link just read."""
    st.session_state[state.OPENING_NOTES] = tuple(sentences)
    st.session_state[state.ABOUT_LINK] = about
    st.session_state.pop(state.NOTED, None)


def say_of_file(notes: Iterable[Note]) -> None:
    """Keep what is to be said of the file just given; what was said of a link is past."""
    forget_link()
    st.session_state[state.FILE_NOTES] = tuple(notes)
    st.session_state.pop(state.NOTED, None)


def forget_link() -> None:
    """Drop what was to be said of the link."""
    st.session_state[state.OPENING_NOTES] = ()
    st.session_state[state.ABOUT_LINK] = None


def of_link() -> None:
    """Draw what there is to say of the link; in what it differs stands in a fold."""
    for note in st.session_state[state.OPENING_NOTES]:
        st.info(plain(note))
    about: About | None = st.session_state.get(state.ABOUT_LINK)
    if about and about.differing:
        with st.expander(plain(about.line), key="fold_link"):
            bullets(about.differing)
    elif about:
        text(about.line)


def of_file() -> None:
    """Draw what there is to say of the file."""
    for note in st.session_state.get(state.FILE_NOTES, ()):
        draw = {"success": st.success, "info": st.info, "error": st.error}[note.kind]
        draw(plain(note.sentence))


def drop_once_changed() -> None:
    """Drop all of it once an input has changed. To be called before anything is drawn."""
    keys = (state.OPENING_NOTES, state.ABOUT_LINK, state.FILE_NOTES)
    if any(st.session_state.get(key) for key in keys):
        rows = catalog().parameters.values()
        held = {row.key: st.session_state[row.key] for row in rows if not row.is_look}
        if st.session_state.setdefault(state.NOTED, held) == held:
            return
        forget_link()
        st.session_state[state.FILE_NOTES] = ()
    # The next notes begin with the inputs as they are then.
    st.session_state.pop(state.NOTED, None)
