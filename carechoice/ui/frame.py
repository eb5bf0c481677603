"""What stands on every page: the links, the decision, the crisis line, the footer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from carechoice.catalog.rows import Pathway
from carechoice.comparison import plan_words, words
from carechoice.comparison.compare import Comparison
from carechoice.comparison.doubts import Doubt
from carechoice.inputs.scenario import Scenario
from carechoice.language import everywhere
from carechoice.language.everywhere import crisis_line, review_overdue
from carechoice.language.sentences import option_name, say
from carechoice.ui import pages, state
from carechoice.ui.components.live import announce

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
    return colored(pathway, f"**{option_name(pathway)}**")


def card() -> DeltaGenerator:
    """A bordered box as high as its neighbours, to be filled with ``with``."""
    return st.container(border=True, height="stretch")


def head(key: str) -> None:
    """Above a page: the links, the decision, the crisis line, and the page's name as heading."""
    st.html(STYLE)
    text(say("pages.skip"))
    pages.links()
    _decision_and_crisis_line()
    st.title(pages.name(key), anchor=False)


def _decision_and_crisis_line() -> None:
    decision_here, crisis_here = st.columns(2, vertical_alignment="center")
    decision_here.markdown(f"**{say('title')}**")
    crisis_here.markdown(crisis_line())


def head_of_presentation() -> None:
    """Above a presentation's screens: the decision as heading, and the crisis line beside it."""
    st.html(STYLE)
    title_here, crisis_here = st.columns([5, 3], vertical_alignment="center")
    title_here.title(say("title"), anchor=False)
    crisis_here.markdown(crisis_line())


def spoken_answer(comparison: Comparison) -> None:
    """The answer, for screen readers to speak when it changes."""
    announce(" ".join(words.answer(comparison).values()).replace("*", ""))


def assumption(scenario: Scenario, more: Sequence[str] = ()) -> None:
    """The answer's main assumption, which inputs to look at, and what the link brought along."""
    text(" ".join([plan_words.assumption(scenario), say("answer.estimate"), *more]))
    for note in st.session_state[state.OPENING_NOTES]:
        st.info(plain(note))


def doubts(told: Iterable[Doubt]) -> None:
    """What is doubtful about inputs that do not stand on the same screen."""
    for doubt in told:
        st.warning(plain(doubt.sentence))


def doubts_on_paper(told: Sequence[Doubt]) -> None:
    """The same where inputs are not printed; on the screen it stands at the inputs (house.css)."""
    if told:
        with st.container(key="doubts_on_paper"):
            text("\n\n".join(doubt.sentence for doubt in told))


def footer(today: date) -> None:
    """What the numbers are and are not, how old they are, and who shows them."""
    st.divider()
    overdue = review_overdue(today)
    if overdue:
        st.warning(overdue)
    text("\n\n".join([*everywhere.footer(), say("pages.back")]))
