"""A file that a person opens: what it holds becomes the inputs."""

from __future__ import annotations

from datetime import date

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from carechoice.inputs.handed_on.kept_as_text import kept_in_file
from carechoice.inputs.handed_on.link import RefusedError, open_file
from carechoice.inputs.handed_on.opened_words import (
    file_in_place,
    lost_notes,
    opened_notes,
    refused,
)
from carechoice.ui import notes, state
from carechoice.ui.atomic import atomic
from carechoice.ui.notes import Note
from carechoice.ui.session import earlier, entered, undo
from carechoice.ui.session.keeping import take_kept

UPLOAD = "share_upload"


@atomic()
def take_file(today: date) -> None:
    """Take over the contents of a file, and note what could not be used."""
    uploaded = st.session_state[UPLOAD]
    if uploaded is None:
        notes.say_of_file([])
        return
    st.session_state[state.READ_FILE] = uploaded.file_id
    content = uploaded.getvalue()
    try:
        opened, kept = open_file(content, today=today), kept_in_file(content, today=today)
    except RefusedError as error:
        notes.say_of_file([Note("error", refused(error))])
        return
    undo.keep("file", undo.lasting(), file_in_place(kept))
    earlier.hold(opened.scenario, opened.made, today)
    entered.take_numbers(opened.scenario)
    if kept.scenarios:
        take_kept(kept.scenarios)
    sentences = [*opened_notes(opened, is_file=True), *lost_notes(kept, is_file=True)]
    notes.say_of_file(Note("info", sentence) for sentence in sentences)


def is_taken(uploaded: UploadedFile) -> bool:
    """Whether the contents were taken over; not if the session ended meanwhile."""
    return bool(st.session_state.get(state.READ_FILE) == uploaded.file_id)
