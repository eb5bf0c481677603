"""The logo of the centre that shows the pages, or its name on its color."""

from __future__ import annotations

import streamlit as st

from carechoice.catalog.in_use import catalog
from carechoice.language.everywhere import is_marked
from carechoice.language.markup import for_markdown
from carechoice.ui.text import text


def centre_mark() -> None:
    """Draw the mark, where the centre has one; its colours stand in the page's head."""
    if not is_marked():
        return
    logo, name = catalog().own.logo, catalog().centre.name
    with st.container(key="centre_logo" if logo else "centre"):
        if logo:
            st.image(logo.content, width=logo.on_a_page_px()[0], alt=name)
        else:
            text(for_markdown(name))
