"""Where the lines of a plan's summary go in, on the page "Your bill"."""

from __future__ import annotations

from datetime import date

import streamlit as st

from carechoice.catalog.in_use import with_this_catalog
from carechoice.catalog.rows import Care
from carechoice.comparison.compare import PATHWAYS
from carechoice.inputs.coverage import has_plan
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say
from carechoice.topics.bill.plan_lines import (
    LONGEST_LINE,
    PLACES,
    Place,
    PlanLines,
    read_plan_lines,
)
from carechoice.ui import entered
from carechoice.ui.state import held_index
from carechoice.ui.text import bullets, plain, text

LINES: dict[Care, str] = {"therapy": "summary_therapy", "iop": "summary_iop"}
PLACE = "summary_place"


def summary_lines(scenario: Scenario, today: date) -> None:
    """Blanks for the lines of a summary, what was understood, and a button to use it."""
    if not has_plan(scenario):
        return
    fold = st.expander(say("read.title"), key="fold_summary", on_change="rerun")
    if fold.open:
        with fold:
            text(say("read.lead"))
            place = _place()
            lines = {pathway: _line(pathway) for pathway in PATHWAYS}
            _understood(read_plan_lines(lines, place, scenario.to_values()), today)


def _place() -> Place | None:
    """Where the person has the lines from, once they have said it."""
    return st.radio(
        say("read.place"),
        PLACES,
        index=held_index(PLACE, PLACES),
        format_func=with_this_catalog(lambda place: say(f"read.place.{place}")),
        key=PLACE,
        persist_state="session",
    )


def _line(care: Care) -> str:
    """What a summary says of this kind of care, as it was pasted."""
    held: str = st.session_state.get(LINES[care], "")
    return st.text_input(
        say(f"read.line.{care}"),
        value=held,
        key=LINES[care],
        placeholder=say(f"read.example.{care}"),
        max_chars=LONGEST_LINE,
        persist_state="session",
    )


def _understood(found: PlanLines, today: date) -> None:
    if found.understood:
        bullets(found.understood)
    for problem in found.problems:
        st.warning(plain(problem))
    st.button(
        say("read.use"),
        on_click=entered.take_answers,
        args=(found.values, today),
        disabled=not found.values,
    )
