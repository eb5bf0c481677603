"""Head and foot of every page: links, decision, crisis line, the centre's mark, the footer."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import urlencode, urljoin

import streamlit as st

from carechoice.catalog.in_use import catalog
from carechoice.inputs.scenario import Scenario
from carechoice.language import everywhere
from carechoice.language.everywhere import crisis_line, is_marked, review_overdue
from carechoice.language.markup import for_markdown
from carechoice.language.sentences import say
from carechoice.ui import pages, state
from carechoice.ui.assets import style_of_pages
from carechoice.ui.page_address import page_address
from carechoice.ui.text import text

STYLE_OF_PRESENTATION = Path(__file__).parent / "style" / "presentation.css"


def head(key: str) -> None:
    """Above a page: the links, the decision, the crisis line, and the page's name as heading."""
    st.html(style_of_pages())
    text(say("pages.skip"))
    if not st.session_state[state.FRAMED]:
        pages.links()
    with st.container(key="head"):
        st.markdown(f"**{say('title')}**")
        st.markdown(crisis_line())
        st.title(pages.name(key), anchor=False)


def head_of_presentation() -> None:
    """Above a presentation's screens: the decision as heading, and the crisis line beside it."""
    st.html(style_of_pages())
    st.html(STYLE_OF_PRESENTATION)
    with st.container(key="head"):
        st.title(say("title"), anchor=False)
        st.markdown(crisis_line())


def footer(key: str, scenario: Scenario, today: date) -> None:
    """What the numbers are and are not, how old they are, who shows them, and the way on."""
    st.divider()
    overdue = review_overdue(today)
    if overdue:
        st.warning(overdue)
    centre_mark()
    text("\n\n".join([*everywhere.footer(), _way_on(key, scenario)]))


def _way_on(key: str, scenario: Scenario) -> str:
    """Back to the list of pages; from a frame, which has none, to all of them in a tab."""
    if not st.session_state[state.FRAMED]:
        return say("pages.back")
    query = urlencode(scenario.to_short_query(), safe=":")
    address = urljoin(page_address(), f"{pages.path(key)}?{query}")
    return f"[{say('framed.whole')}]({address})"


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
