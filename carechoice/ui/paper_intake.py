"""A paper of the plan that a person brings: read, offered value by value, used as they tick it.

The paper itself is discarded as soon as it has been read; only what was read is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from carechoice.catalog.answers import Reading
from carechoice.documents.opened import MOST_BYTES, begin, read_pasted
from carechoice.documents.paper import Field, Opened, Paper
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.ui.atomic import atomic
from carechoice.ui.session import plan_answers, undo
from carechoice.ui.today import today

PASTED, PLACE = "papers_pasted", "papers_place"
# Whether a text that is pasted stands in the federal form "Summary of Benefits and Coverage".
FORM, ELSEWHERE = "form", "elsewhere"
PLACES = (FORM, ELSEWHERE)
MOST_MB = MOST_BYTES // 1_000_000
# After this time the page says that the paper is being read.
_SECONDS_WITHOUT_NOTICE = 1


@dataclass(frozen=True, slots=True)
class ReadPaper:
    """A paper that was read, on which day, and PNG pictures of the cells that have one."""

    paper: Paper
    day: date
    pictures: Mapping[Field, bytes] = field(default_factory=dict)


def held_paper() -> ReadPaper | None:
    """The paper that was brought last."""
    found: ReadPaper | None = st.session_state.get(state.PAPER)
    return found


def file_key() -> str:
    """The key of the field for a file; each has another, so that it is empty once it is read."""
    return f"papers_file_{st.session_state.get(state.PAPERS_READ, 0)}"


def tick_key(name: Field) -> str:
    """The key of the box that a value is ticked in."""
    return f"tick_{name}"


@atomic()
def take_file() -> None:
    """Read the file that was just given, and discard it."""
    uploaded = st.session_state[file_key()]
    if uploaded is None:
        return
    stop()
    begun = begin(uploaded.getvalue(), today=today())
    context = get_script_run_ctx()
    if context is not None:
        context.uploaded_file_mgr.remove_session_files(context.session_id)
    st.session_state[state.PAPERS_READ] = st.session_state.get(state.PAPERS_READ, 0) + 1
    if isinstance(begun, Opened):
        _hold(begun)
    else:
        st.session_state[state.PAPER_UNDER_WAY] = begun
        take_what_is_read(_SECONDS_WITHOUT_NOTICE)


def is_being_read() -> bool:
    """Whether a file is being read."""
    return state.PAPER_UNDER_WAY in st.session_state


def is_lost() -> bool:
    """Whether a paper was lost with an ended session, and no other has been brought since."""
    return bool(st.session_state.get(state.IS_PAPER_LOST, False))


@atomic()
def take_what_is_read(wait_seconds: float = 0) -> bool:
    """Keep what was read if the file under way is finished; whether it is."""
    under_way = st.session_state.get(state.PAPER_UNDER_WAY)
    opened = under_way.wait(wait_seconds) if under_way else None
    if opened is None:
        return False
    del st.session_state[state.PAPER_UNDER_WAY]
    _hold(opened)
    return True


@atomic()
def stop() -> None:
    """Stop reading the file under way. What was read in another one stays."""
    under_way = st.session_state.pop(state.PAPER_UNDER_WAY, None)
    if under_way:
        under_way.stop()


@atomic()
def take_pasted() -> None:
    """Read the text that was pasted, and discard it."""
    text = st.session_state[PASTED]
    if text.strip():
        is_from_form = st.session_state.get(PLACE) == FORM
        _hold(Opened(read_pasted(text, is_from_form=is_from_form, today=today())))
        st.session_state[PASTED] = ""


@atomic()
def put_away() -> None:
    """Discard what was read. Values that were used stay in the inputs."""
    st.session_state.pop(state.PAPER, None)


@atomic()
def tick(names: Iterable[Field]) -> None:
    """Tick the boxes of these values."""
    for name in names:
        st.session_state[tick_key(name)] = True


@atomic()
def use(values: Mapping[str, tuple[Any, Reading]], names: Iterable[Field]) -> None:
    """Take these values as read in the paper. A single undo takes all of them back."""
    undo.keep("papers", undo.lasting(), say("undo.papers"))
    plan_answers.take_read(values)
    for name in names:
        st.session_state[tick_key(name)] = False


def _hold(opened: Opened) -> None:
    paper = opened.paper
    for found in paper.read:
        st.session_state[tick_key(found.field)] = False
    called = paper.call.day if paper.call else None
    # What was said on the phone counts as of the day of the call.
    day = called if called and called <= today() else today()
    st.session_state[state.PAPER] = ReadPaper(paper, day, opened.pictures)
    st.session_state[state.IS_PAPER_LOST] = False
