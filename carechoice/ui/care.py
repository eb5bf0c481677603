"""The parts of the page "Level of care"."""

from __future__ import annotations

import streamlit as st

from carechoice import captions, care_words, words
from carechoice.comparison import PATHWAYS, Comparison
from carechoice.rows import Topic
from carechoice.ui.chart import table
from carechoice.ui.frame import colored, named, text


def ladder(comparison: Comparison) -> None:
    """All levels of care with their hours, where they are and who they are for."""
    st.header(words.say("care.ladder.title"), anchor=False)
    text(captions.level_caption(comparison))
    header = [words.say(f"care.ladder.{name}") for name in ("level", "setting", "who_for")]
    table(header, [_rung(rung) for rung in care_words.ladder(comparison)])


def _rung(rung: care_words.Rung) -> tuple[str, str, str]:
    marks = (colored(pathway, mark) for pathway, mark in rung.marks.items())
    return "\n\n".join([rung.name, *marks]), rung.setting, rung.who_for


def neither() -> None:
    """Who needs more than either option has."""
    st.header(words.say("care.neither.title"), anchor=False)
    text("\n\n".join(care_words.neither()))


def likeness() -> None:
    """What each option is like: questions as rows, options as columns."""
    st.header(words.say("care.like.title"), anchor=False)
    header = (words.say("care.like.question"), *(named(pathway) for pathway in PATHWAYS))
    table(header, care_words.aspects())
    st.page_link("compare.py", label=words.say("care.like.more"))


def waiting() -> None:
    """What is known about doing nothing for now."""
    st.header(words.say("care.wait.title"), anchor=False)
    text(words.say("care.wait.lead"))
    _studies("waiting")
    text(care_words.waiting_end())


def research() -> None:
    """Studies that set the two options side by side, and what is not known."""
    st.header(words.say("care.research.title"), anchor=False)
    text(words.say("care.research.lead"))
    _studies("options", "stopping")
    text(words.say("care.research.gaps"))


def _studies(*topics: Topic) -> None:
    for topic in topics:
        for title, *lines in care_words.studies(topic):
            text(f"{title}\n" + "\n".join(f"- {line}" for line in lines))
