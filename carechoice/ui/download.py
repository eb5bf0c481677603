"""A button for a file that is made once it is asked for."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from carechoice.catalog.in_use import Work, catalog
from carechoice.inputs.link import Frozen
from carechoice.language.sentences import say


def download(
    label: str,
    make: Callable[[], bytes | str],
    file: str,
    mime: str,
    frozen: Frozen,
    **blanks: str,
) -> None:
    """A button for a file that is made once it is asked for; ``blanks`` are those of its label.

    ``make`` is a function of a module with what it is given (``functools.partial``), since a
    server has files made by another process.
    """
    st.download_button(
        say(label, **blanks),
        data=Work(make, catalog()),
        file_name=f"carechoice-{frozen.made}-{file}",
        mime=mime,
        key=".".join((label, *blanks.values())),
        on_click="ignore",
    )
