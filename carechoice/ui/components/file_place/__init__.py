"""A place for a file, and below it a sentence where one did not come through.

The framework marks such a file, and tells why to a mouse alone, in the words of a machine.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from carechoice.language.sentences import say
from carechoice.ui.component import STATUS, component


class Expected(NamedTuple):
    """What the name of a file ends in, "" for any file, and the sentence for one with another."""

    ending: str
    otherwise: str


ANY_FILE = Expected("", "")

_file_place = component("file_place", STATUS)


def file_place(
    label: str,
    *,
    key: str,
    most_mb: int,
    on_change: Callable[..., None],
    expected: Expected = ANY_FILE,
    **looks: Any,
) -> UploadedFile | None:
    """The file, once one is given: ``most_mb`` megabytes at most; ``looks`` go to the framework."""
    given: UploadedFile | None = st.file_uploader(
        label,
        key=key,
        max_upload_size=most_mb,
        on_change=on_change,
        type=expected.ending or None,
        **looks,
    )
    data = {
        "field": key,
        "sentence": say("file.not_come", most=most_mb),
        "ending": expected.ending,
        "otherKind": expected.otherwise,
    }
    _file_place(key=f"file_place_{key}", data=data)
    return given
