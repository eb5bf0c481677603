"""A button for a file that is not made until somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

import streamlit as st

from carechoice.catalog.file_kinds import MEDIA_TYPES
from carechoice.catalog.in_use import Work, catalog
from carechoice.inputs.handed_on.link import Frozen
from carechoice.language.sentences import say


def download(
    label: str,
    make: Callable[[], bytes | str],
    file: str,
    frozen: Frozen,
    **blanks: str,
) -> None:
    """A button for a file that is made once it is asked for.

    ``make`` is a function of a module with what it is given (``functools.partial``), since a
    server has files made by another process. ``file`` is what the file's name ends with, and says
    of which kind the file is. ``blanks`` are those of the label.
    """
    st.download_button(
        say(label, **blanks),
        data=Work(make, catalog()),
        file_name=f"carechoice-{frozen.made}-{file}",
        mime=MEDIA_TYPES[PurePath(file).suffix],
        key=".".join((label, *blanks.values())),
        on_click="ignore",
    )
