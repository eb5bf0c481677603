"""Filling in from a plan's summary, and the same care under another plan."""

from __future__ import annotations

from datetime import date

import streamlit as st

from carechoice.catalog.rows import Care
from carechoice.comparison import words
from carechoice.comparison.compare import PATHWAYS, Comparison, compare
from carechoice.inputs.changes import under_other_plan
from carechoice.inputs.coverage import has_plan
from carechoice.inputs.scenario import Scenario
from carechoice.topics.bill import words as bill_words
from carechoice.topics.bill.plan_lines import (
    LONGEST_LINE,
    PLACES,
    Place,
    PlanLines,
    read_plan_lines,
)
from carechoice.ui import controls
from carechoice.ui.frame import bullets, plain, text

LINES: dict[Care, str] = {"therapy": "summary_therapy", "iop": "summary_iop"}
PLACE = "summary_place"


def summary_lines(scenario: Scenario, today: date) -> None:
    """Blanks for the lines of a summary, what was understood, and a button to use it."""
    if not has_plan(scenario):
        return
    fold = st.expander(words.say("read.title"), key="fold_summary", on_change="rerun")
    if fold.open:
        with fold:
            text(words.say("read.lead"))
            place = _place()
            lines = {pathway: _line(pathway) for pathway in PATHWAYS}
            _understood(read_plan_lines(lines, place, scenario.to_values()), today)


def _place() -> Place | None:
    """Where the person has the lines from, once they have said it."""
    return st.radio(
        words.say("read.place"),
        PLACES,
        index=None,
        format_func=lambda place: words.say(f"read.place.{place}"),
        key=PLACE,
        persist_state="session",
    )


def _line(care: Care) -> str:
    """What a summary says of this kind of care, as it was pasted."""
    return st.text_input(
        words.say(f"read.line.{care}"),
        key=LINES[care],
        placeholder=words.say(f"read.example.{care}"),
        max_chars=LONGEST_LINE,
        persist_state="session",
    )


def _understood(found: PlanLines, today: date) -> None:
    if found.understood:
        bullets(found.understood)
    for problem in found.problems:
        st.warning(plain(problem))
    st.button(
        words.say("read.use"),
        on_click=controls.take_answers,
        args=(found.values, today),
        disabled=not found.values,
    )


def another_plan(comparison: Comparison) -> None:
    """What both options cost under the plan the person thinks of changing to."""
    st.header(words.say("other_plan.title"), anchor=False)
    other = under_other_plan(comparison.scenario)
    if other is None:
        text(words.say("other_plan.off"))
        return
    text(bill_words.how_the_other_plan_is_counted(other))
    bullets(bill_words.under_another_plan(comparison, compare(other)))
