"""The parts of the page "Your bill"."""

from __future__ import annotations

from datetime import date

import streamlit as st

from carechoice.catalog.in_use import with_this_catalog
from carechoice.catalog.rows import Care
from carechoice.comparison.compare import PATHWAYS, Comparison, compare
from carechoice.inputs.changes import under_other_plan
from carechoice.inputs.coverage import has_plan, owes_nothing
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say
from carechoice.topics.bill import facts as bill
from carechoice.topics.bill import words as bill_words
from carechoice.topics.bill.break_even import break_even_chart
from carechoice.topics.bill.plan_lines import (
    LONGEST_LINE,
    PLACES,
    Place,
    PlanLines,
    read_plan_lines,
)
from carechoice.topics.bill.running import running_chart
from carechoice.ui import entered
from carechoice.ui.chart import show, table
from carechoice.ui.text import bullets, card, named, plain, text


def totals(comparison: Comparison) -> None:
    """What each option costs in all, a week and an hour, with the person's other costs."""
    st.header(say("bill.figures.title"), anchor=False)
    header = (say("bill.figures.question"), *map(named, comparison.options))
    table(header, bill_words.totals(comparison))
    if owes_nothing(comparison.scenario):
        text(say("bill.nothing"))


def charts(comparison: Comparison) -> None:
    """What is paid by when, and when the costs would be the same; where any is owed."""
    if owes_nothing(comparison.scenario):
        return
    for chart in (running_chart(comparison), break_even_chart(comparison)):
        with card():
            show(chart)


def steps(comparison: Comparison) -> None:
    """The bill of each option in words, in equal space; where any is owed."""
    if owes_nothing(comparison.scenario):
        return
    st.header(say("bill.steps.title"), anchor=False)
    row = st.container(horizontal=True, key="steps")
    for pathway in comparison.options:
        with row, card():
            told = bill_words.told_steps(comparison, pathway)
            text("\n\n".join([f"### {named(pathway)}", *(f"- {line}" for line in told)]))


def months(comparison: Comparison) -> None:
    """Both bills by calendar month, where any is owed; drawn only when it is open."""
    if owes_nothing(comparison.scenario):
        return
    fold = st.expander(say("bill.months.title"), key="fold_months", on_change="rerun")
    if not fold.open:
        return
    header = [say("bill.months.month"), *map(named, comparison.options)]
    with fold:
        table(header, bill_words.months(bill.months(comparison)))


def counted_with(comparison: Comparison) -> None:
    """Every input with its badge; drawn only when it is open."""
    fold = st.expander(say("bill.inputs.title"), key="fold_inputs", on_change="rerun")
    if fold.open:
        header = [say(f"bill.inputs.{name}") for name in ("input", "value", "standing")]
        with fold:
            table(header, bill_words.inputs(comparison))


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
        index=None,
        format_func=with_this_catalog(lambda place: say(f"read.place.{place}")),
        key=PLACE,
        persist_state="session",
    )


def _line(care: Care) -> str:
    """What a summary says of this kind of care, as it was pasted."""
    return st.text_input(
        say(f"read.line.{care}"),
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


def another_plan(comparison: Comparison) -> None:
    """What both options cost under the plan the person thinks of changing to."""
    st.header(say("other_plan.title"), anchor=False)
    other = under_other_plan(comparison.scenario)
    if other is None:
        text(say("other_plan.off"))
        return
    text(bill_words.how_the_other_plan_is_counted(other))
    bullets(bill_words.under_another_plan(comparison, compare(other)))
