"""Our sentences as the framework shows them: amounts, lists, names in color, cards, folds."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import Option
from carechoice.drawing.style import ByPathway
from carechoice.language.formats import in_a_row
from carechoice.language.sentences import option_name

# The theme's blue, orange, violet and green are the options' colours (.streamlit/config.toml).
TEXT_COLOR = ByPathway("blue", "orange", "violet", "green")


def text(sentence: str) -> None:
    """Write a sentence as it is: amounts in dollars stay amounts and do not become formulas."""
    # A heading in it is no link: none leads there, and each would be a stop without a name.
    st.markdown(plain(sentence), anchors=False)


def may_go(sentence: str, *, key: str) -> None:
    """Write a sentence that comes and goes with a slider; nothing where it is "".

    It keeps its place and is hidden (widgets.css): with one element more or less on the page a
    browser would be sent all of it again.
    """
    with st.container(key=f"may_go_{key}"):
        text(sentence)


def on_screen_alone(key: str) -> DeltaGenerator:
    """A container for an offer to press or open something: on paper it is left out (paper.css)."""
    return st.container(key=f"on_screen_{key}")


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


def named(*options: Option) -> str:
    """The name of one option or more, each in its colour."""
    return in_a_row(
        colored(option.pathway, f"**{option_name(option.words_key)}**") for option in options
    )


def card() -> DeltaGenerator:
    """A bordered box as high as its neighbours, to be filled with ``with``."""
    return st.container(border=True, height="stretch")


def fold(label: str, *, key: str, draw: Callable[[], None]) -> None:
    """A closed fold. What is in it is drawn only while it is open, so that a page takes less."""
    folded = st.expander(label, key=key, on_change="rerun")
    if folded.open:
        with folded:
            draw()
