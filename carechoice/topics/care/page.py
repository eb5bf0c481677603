"""The parts of the page "Level of care"."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.comparison.side_by_side.ladder import level_caption
from carechoice.language.sentences import say
from carechoice.topics.care import charts as drawn
from carechoice.topics.care import words as care_words
from carechoice.topics.care.studies import studies
from carechoice.ui.chart import show, table
from carechoice.ui.pages import link, link_to_sources
from carechoice.ui.text import card, colored, named, text


def ladder(comparison: Comparison) -> None:
    """All levels of care with their hours, where they are and who they are for."""
    st.header(say("care.ladder.title"), anchor=False)
    text(level_caption(comparison))
    header = [say(f"care.ladder.{name}") for name in ("level", "setting", "who_for")]
    rungs = [_rung(rung) for rung in care_words.ladder(comparison)]
    table(header, rungs, name=say("care.ladder.title"))


def _rung(rung: care_words.Rung) -> tuple[str, str, str]:
    marks = (colored(pathway, mark) for pathway, mark in rung.marks.items())
    return "\n\n".join([rung.name, *marks]), rung.setting, rung.who_for


def charts(comparison: Comparison) -> None:
    """What each level includes, and what fills the hours, with the way to the sources."""
    with st.container(horizontal=True, key="cards"):
        for chart in drawn.charts(comparison):
            with card():
                show(chart)
    link_to_sources()


def neither() -> None:
    """Who needs more than either option has."""
    st.header(say("care.neither.title"), anchor=False)
    text("\n\n".join(care_words.neither()))


def likeness(comparison: Comparison) -> None:
    """What each option is like: questions as rows, therapy and all programs as columns."""
    st.header(say("care.like.title"), anchor=False)
    columns = ([comparison.options["therapy"]], comparison.programs)
    header = (say("care.like.question"), *(named(*options) for options in columns))
    table(header, care_words.aspects(), name=say("care.like.title"))
    for third in comparison.beside:
        if third not in comparison.programs:
            text(care_words.third_like(comparison, third))
    link("compare", say("care.like.more"))


def waiting() -> None:
    """What is known about doing nothing for now."""
    st.header(say("care.wait.title"), anchor=False)
    _write_studies(say("care.wait.lead"), studies("waiting"), care_words.waiting_end())


def research() -> None:
    """Studies that set the two options side by side, and what is not known."""
    st.header(say("care.research.title"), anchor=False)
    found = [*studies("options"), *studies("stopping")]
    _write_studies(say("care.research.lead"), found, say("care.research.gaps"))


def _write_studies(lead: str, studies: Sequence[Sequence[str]], end: str) -> None:
    # One block of text and not one a study: each costs a message at every slider move.
    listed = ("\n".join([title, *(f"- {line}" for line in lines)]) for title, *lines in studies)
    text("\n\n".join([lead, *listed, end]))
