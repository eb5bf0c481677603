"""The parts of the Sources page."""

from __future__ import annotations

import streamlit as st

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import Comparison
from carechoice.inputs import evidence
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say
from carechoice.topics.sources import audit, bills, method
from carechoice.topics.sources.numbers import all_numbers
from carechoice.ui.text import bullets, text


def worked_sum(comparison: Comparison) -> None:
    """How the numbers were worked out, with the person's own."""
    st.header(say("sources.method.title"), anchor=False)
    text("\n\n".join(method.steps(comparison)))


def worked_bills() -> None:
    """How the bill works, by bills worked out by hand; drawn only when it is open."""
    st.header(say("sources.bills.title"), anchor=False)
    text(bills.lead())
    fold = st.expander(say("sources.bills.fold"), key="fold_bills", on_change="rerun")
    if fold.open:
        with fold:
            bullets(bills.bills())


def numbers(scenario: Scenario) -> None:
    """All numbers by kind: value, range, basis, source."""
    st.header(say("sources.numbers.title"), anchor=False)
    text(say("sources.lead"))
    text(say("sources.basis"))
    for kind, lines in all_numbers(scenario):
        with st.expander(say(f"sources.{kind}"), expanded=kind == "inputs"):
            bullets(lines)


def limits(scenario: Scenario) -> None:
    """What the numbers leave out."""
    st.header(say("sources.limits.title"), anchor=False)
    bullets(method.limits(scenario))


def self_audit() -> None:
    """The checklist for decision aids, item by item; drawn only when it is open."""
    st.header(say("audit.title"), anchor=False)
    text(audit.lead())
    fold = st.expander(say("audit.fold"), key="fold_audit", on_change="rerun")
    if fold.open:
        with fold:
            bullets(audit.lines())


def sources() -> None:
    """The sources in full."""
    st.header(say("sources.list"), anchor=False)
    bullets(map(evidence.source, catalog().sources.values()))
