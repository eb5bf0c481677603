"""The pages: the one list of them, the links to them, and what each link promises."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from carechoice.language.sentences import say

# In the order of the links. A page's script, its address and the key of its name follow from this.
PAGES = ("compare", "bill", "week", "care", "decide", "share", "sources")
# The page the app opens with has no name in the address.
FIRST = PAGES[0]
# Links that promise a part of a page, with the heading of that part; other links promise the page.
PROMISED = {
    "next.phone_list": "ask.title",
    "next.phone_list.self_pay": "ask.title.self_pay",
    "care.like.more": "features.title",
    "papers.title": "papers.title",
    "sources.here": "sources.numbers.title",
}


def listed() -> list[StreamlitPage]:
    """The pages as the framework knows them."""
    return [st.Page(script(key), title=name(key), default=key == FIRST) for key in PAGES]


def key_of(page: StreamlitPage) -> str:
    """The page's key in the list; a presentation has that of the page it stands at."""
    return page.url_path or FIRST


def script(key: str) -> str:
    """The page's script, by which the framework knows it."""
    return f"{key}.py"


def path(key: str) -> str:
    """Where the page is, from any other page of ours."""
    return "./" if key == FIRST else key


def name(key: str) -> str:
    """The page's name, which is its heading and stands in the browser's title too."""
    return say(f"page.{key}")


def links() -> None:
    """A link to each page, all of them in view at any width."""
    with st.container(horizontal=True, gap=None, key="pages"):
        for key in PAGES:
            st.page_link(script(key), label=name(key))


def link_to_sources() -> None:
    """A link from numbers to their sources."""
    link("sources", say("sources.here"))


def link(page: str, sentence: str) -> None:
    """A link to a page, or to the part of it that the ``sentence`` promises."""
    st.page_link(script(page), label=sentence)
