"""The parts of the page "Your bill" that show the bill, another plan, and what to do about a no."""

from __future__ import annotations

from functools import partial

import streamlit as st

from carechoice.comparison.compare import Comparison, compare
from carechoice.comparison.plan.recourses import recourses_by_part
from carechoice.comparison.plan.words import what_amounts_rest_on
from carechoice.inputs.changes import under_other_plan
from carechoice.inputs.coverage import has_plan, owes_nothing
from carechoice.language.sentences import say
from carechoice.topics.bill import charts as drawn
from carechoice.topics.bill import words as bill_words
from carechoice.topics.bill.bad_case.dearest_month import dearest_month
from carechoice.topics.bill.inputs_used import inputs
from carechoice.topics.bill.other_plan import how_the_other_plan_is_counted, under_another_plan
from carechoice.topics.bill.steps import step_sentences
from carechoice.ui.chart import show, table
from carechoice.ui.pages import link_to_sources
from carechoice.ui.text import bullets, card, fold, may_go, named, on_screen_alone, text


def totals(comparison: Comparison) -> None:
    """What each option costs in all, a week and an hour, with the person's other costs.

    It ends with the way to the sources of all numbers.
    """
    st.header(say("bill.figures.title"), anchor=False)
    header = (say("bill.figures.question"), *map(named, comparison.options.values()))
    table(header, bill_words.totals(comparison), name=say("bill.figures.title"))
    if owes_nothing(comparison.scenario):
        text(say("bill.nothing"))
    link_to_sources()


def charts(comparison: Comparison) -> None:
    """What is paid by when, and when the costs would be the same; where any is owed."""
    for chart in drawn.charts(comparison):
        with card():
            show(chart)


def steps(comparison: Comparison) -> None:
    """The bill of each option in words, in equal space; where any is owed."""
    if owes_nothing(comparison.scenario):
        return
    st.header(say("bill.steps.title"), anchor=False)
    may_go(what_amounts_rest_on(comparison), key="whose_terms")
    row = st.container(horizontal=True, key="steps_bill")
    for pathway, option in comparison.options.items():
        with row, card():
            shown = step_sentences(comparison, pathway)
            lines = [f"- {line}" for line in shown]
            text("\n\n".join([f"### {named(option)}", *lines, dearest_month(comparison, pathway)]))


def counted_with(comparison: Comparison) -> None:
    """Every input with its badge, in a fold."""
    title = say("bill.inputs.title")

    def draw() -> None:
        header = [say(f"bill.inputs.{name}") for name in ("input", "value", "standing")]
        table(header, inputs(comparison.scenario), name=title)

    fold(title, key="fold_inputs", draw=draw)


def another_plan(comparison: Comparison) -> None:
    """What both options cost under the plan the person thinks of changing to."""
    title = "other_plan.title" if has_plan(comparison.scenario) else "other_plan.title.self_pay"
    other = under_other_plan(comparison.scenario)
    if other is None:
        with on_screen_alone("other_plan"):
            st.header(say(title), anchor=False)
            text(say("other_plan.off"))
        return
    st.header(say(title), anchor=False)
    text(how_the_other_plan_is_counted(other))
    bullets(under_another_plan(comparison, compare(other)))


def recourses(comparison: Comparison) -> None:
    """What to do about a no or a bill: a fold for each part that says anything to this person."""
    for part, paragraphs in recourses_by_part(comparison.scenario).items():
        fold(say(f"recourse.{part}"), key=f"fold_{part}", draw=partial(bullets, paragraphs))
