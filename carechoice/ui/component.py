"""A component of our own on a page, for browsers that can run our scripts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from carechoice.ui import assets

# The markup of a sentence that screen readers speak when it changes.
STATUS = '<p role="status"></p>'


def component(
    name: str, html: str = "", *, brings_markup: bool = False, isolate_styles: bool = True
) -> Callable[..., Any]:
    """A component by this name, to be drawn with a ``key`` and what its script is told as ``data``.

    Its script has its name, and so has the style of one with ``html``. ``brings_markup``: its
    script brings its style and its markup along.

    The framework looks through each value that it is given for tables, which takes it longer than
    everything else it does to send them. What stands in a list it takes as it is; the browser takes
    it out again (``SHOWS_DATA`` in ``ui/assets.py``).
    """
    loads = assets.fetched_with_markup if brings_markup else assets.fetched
    draw = st.components.v2.component(
        name,
        js=loads(f"{name}.js"),
        html=html or None,
        css=assets.component_file(f"{name}.css") if html else None,
        isolate_styles=isolate_styles,
    )

    def drawn(*, key: str, data: Mapping[str, Any] | None = None, **named: Any) -> Any:
        return draw(key=key, data=None if data is None else [data], **named)

    return drawn
