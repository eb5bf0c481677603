"""The parts of the Sources page."""

from __future__ import annotations

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.comparison.plan.words import what_amounts_rest_on
from carechoice.inputs import citations
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say
from carechoice.topics.sources import audit, bills, method
from carechoice.topics.sources.kinds import all_lines, by_kind
from carechoice.ui.text import bullets, fold, text


def worked_sum(comparison: Comparison) -> None:
    """How the numbers were worked out, with the person's own or an example plan's."""
    st.header(say("sources.method.title"), anchor=False)
    rest_on = what_amounts_rest_on(comparison)
    text("\n\n".join(filter(None, [rest_on, *method.steps(comparison)])))


def worked_bills() -> None:
    """How the bill works, by bills worked out by hand, which are in a fold."""
    st.header(say("sources.bills.title"), anchor=False)
    text(bills.lead())
    fold(say("sources.bills.fold"), key="fold_bills", draw=lambda: bullets(bills.bills()))


def numbers(scenario: Scenario) -> None:
    """All numbers by kind: value, range, basis, source."""
    st.header(say("sources.numbers.title"), anchor=False)
    text(say("sources.lead"))
    text(say("sources.basis"))
    for kind, lines in all_lines(scenario):
        with st.expander(say(f"sources.{kind}"), expanded=kind == "inputs"):
            bullets(lines)


def limits(scenario: Scenario) -> None:
    """What the numbers leave out."""
    st.header(say("sources.limits.title"), anchor=False)
    bullets(method.limits(scenario))


def self_audit() -> None:
    """The checklist for decision aids, item by item in a fold."""
    st.header(say("audit.title"), anchor=False)
    text(audit.lead())
    fold(say("audit.fold"), key="fold_audit", draw=lambda: bullets(audit.lines()))


def sources() -> None:
    """The sources in full, by what rests on them; one block of text and not one a group."""
    st.header(say("sources.list"), anchor=False)
    groups = [say("sources.list.lead")]
    for kind, listed in by_kind().items():
        sentences = [f"- {citations.source(source)}" for source in listed]
        groups.append("\n".join([f"### {say(f'sources.{kind}')}", "", *sentences]))
    text("\n\n".join(groups))
