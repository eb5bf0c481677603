"""What stands on every page: the crisis line, the answer, the footer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from carechoice import plan_words, words
from carechoice.checks import warnings
from carechoice.comparison import Comparison
from carechoice.rows import Pathway
from carechoice.ui import state
from carechoice.ui.live import announce

PAGES = ("compare", "bill", "week", "care", "decide", "share", "sources")
STYLE = Path(__file__).with_name("house.css")

# The theme's blue, orange and violet are the options' colours (.streamlit/config.toml).
TEXT_COLOR: Mapping[Pathway, str] = defaultdict(
    lambda: "violet", {"therapy": "blue", "iop": "orange"}
)


def text(sentence: str) -> None:
    """Write a sentence as it is: amounts in dollars stay amounts and do not become formulas."""
    st.markdown(plain(sentence))


def bullets(sentences: Iterable[object]) -> None:
    """Write sentences as a list."""
    text("\n".join(f"- {sentence}" for sentence in sentences))


def plain(sentence: str) -> str:
    """The sentence with its dollar signs made harmless for markdown."""
    return sentence.replace("$", "\\$")


def colored(pathway: Pathway, sentence: str) -> str:
    """The sentence with its first **bold** words, the option's name, in the option's colour."""
    before, name, after = sentence.split("**", 2)
    return f"{before}:{TEXT_COLOR[pathway]}[**{name}**]{after}"


def named(pathway: Pathway) -> str:
    """The option's name in its colour."""
    return colored(pathway, f"**{words.option_name(pathway)}**")


def card() -> DeltaGenerator:
    """A bordered box as high as its neighbours, to be filled with ``with``."""
    return st.container(border=True, height="stretch")


def head() -> None:
    """The decision as title, and the crisis line beside it."""
    st.html(STYLE)
    title_here, crisis_here = st.columns([5, 3], vertical_alignment="center")
    title_here.title(words.say("title"), anchor=False)
    crisis_here.markdown(words.crisis_line())


def spoken_answer(comparison: Comparison) -> None:
    """The same, for screen readers to speak when it changes."""
    announce(" ".join(words.answer(comparison).values()).replace("*", ""))


def doubts(comparison: Comparison, today: date) -> None:
    """The answer's main assumption, and what is doubtful about the inputs."""
    text(f"{plan_words.assumption(comparison.scenario)} {words.say('answer.estimate')}")
    for note in st.session_state[state.OPENING_NOTES]:
        st.info(plain(note))
    for warning in warnings(comparison, today):
        st.warning(plain(warning))


def footer(today: date) -> None:
    """What the numbers are and are not, how old they are, and who shows them."""
    st.divider()
    overdue = words.review_overdue(today)
    if overdue:
        st.warning(overdue)
    text("\n\n".join(words.footer()))
    # On a phone the navigation is folded away behind an arrow.
    with st.container(horizontal=True):
        for page in PAGES:
            st.page_link(f"{page}.py", label=words.say(f"page.{page}"))
