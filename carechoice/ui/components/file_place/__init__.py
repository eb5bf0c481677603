"""A place for a file, and below it a sentence where one did not come through.

The framework marks such a file, and tells why to a mouse alone, in the words of a machine.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from carechoice.language.sentences import say
from carechoice.ui.assets import component
from carechoice.ui.components.spoken import HTML
from carechoice.ui.part import part

_not_come = part(
    "not_come",
    html=HTML,
    css=component("spoken.css"),
    script="file_place.js",
)


def file_place(
    label: str, *, key: str, most_mb: int, on_change: Callable[..., None], **looks: Any
) -> UploadedFile | None:
    """A file of at most so many megabytes, once one is given; ``looks`` are the framework's own."""
    given: UploadedFile | None = st.file_uploader(
        label, key=key, max_upload_size=most_mb, on_change=on_change, **looks
    )
    _not_come(
        key=f"not_come_{key}", data={"field": key, "sentence": say("file.not_come", most=most_mb)}
    )
    return given
