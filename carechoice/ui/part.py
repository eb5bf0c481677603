"""A part of our own of the page, for browsers that run our scripts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from carechoice.ui import assets


def part(name: str, *, script: str, dressed: bool = False, **looks: Any) -> Callable[..., Any]:
    """A component by this name, to be drawn with a ``key`` and what its script is told as ``data``.

    ``dressed``: its script brings its style and its markup along.

    The framework looks through each value that it is given for tables, which takes it longer than
    all else that it does to tell them. What stands in a list it takes as it is; the browser takes
    it out again (``TOLD`` in ``ui/assets.py``).
    """
    loads = assets.dressed if dressed else assets.loaded
    draw = st.components.v2.component(name, js=loads(script), **looks)

    def drawn(*, key: str, data: Mapping[str, Any] | None = None, **named: Any) -> Any:
        return draw(key=key, data=None if data is None else [data], **named)

    return drawn
