"""The parts of the page "Your bill"."""

from __future__ import annotations

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.inputs.coverage import owes_nothing
from carechoice.language.sentences import say
from carechoice.topics.bill import charts as drawn
from carechoice.topics.bill import words as bill_words
from carechoice.topics.bill.bad_case.dearest_month import dearest_month
from carechoice.topics.bill.steps import told_steps, whose_terms
from carechoice.ui.chart import show, table
from carechoice.ui.pages import link_to_sources
from carechoice.ui.text import card, may_go, named, text


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
    may_go(whose_terms(comparison), key="whose_terms")
    row = st.container(horizontal=True, key="steps_bill")
    for pathway, option in comparison.options.items():
        with row, card():
            told = told_steps(comparison, pathway)
            lines = [f"- {line}" for line in told]
            text("\n\n".join([f"### {named(option)}", *lines, dearest_month(comparison, pathway)]))
