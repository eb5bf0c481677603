"""All inputs but the main ones, in folds, and below them what their words mean."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import streamlit as st

from carechoice.comparison.doubts.doubt import Doubt, folded
from carechoice.comparison.plan import words as plan_words
from carechoice.inputs.coverage import has_plan
from carechoice.inputs.places import rows_in
from carechoice.inputs.scenario import Scenario
from carechoice.language.everywhere import glossary
from carechoice.language.sentences import say
from carechoice.ui.inputs.one_input import one_input
from carechoice.ui.pages import link
from carechoice.ui.text import bullets, fold, text

FOLDS = {
    "care": ("therapy", "iop", "course"),
    "plan": ("insurance",),
    "therapy_terms": ("therapy_terms",),
    "iop_terms": ("iop_terms",),
    "visits": ("visits",),
    "other_network": ("other_network",),
    "family": ("family",),
    "third": ("third",),
    "other": ("other",),
    "other_plan": ("other_plan",),
}
# What fewer people know of a plan stands in folds within that of the plan.
WITHIN = {"plan": ("therapy_terms", "iop_terms", "visits", "other_network", "family")}
OUTERMOST = tuple(name for name in FOLDS if name not in chain(*WITHIN.values()))
# Folds whose inputs change nothing on most pages.
SHOWN_ON_BILL = ("other", "other_plan")


def more_inputs(scenario: Scenario, doubts: Sequence[Doubt]) -> list[str]:
    """Draw them; return a line for each closed fold with inputs in doubt."""
    # The same sentence whether they are one's own or an example's: nothing moves with the first.
    lead = [say("controls.pays.lead")] if has_plan(scenario) else []
    text("\n\n".join([*lead, *plan_words.plan_share(scenario)]))
    closed = [line for name in OUTERMOST for line in _fold(name, scenario, doubts)]
    _glossary(scenario)
    return closed


def _fold(name: str, scenario: Scenario, doubts: Sequence[Doubt]) -> list[str]:
    """Draw a fold of inputs, if it has any; a line about those in doubt in each closed fold."""
    within = WITHIN.get(name, ())
    sections = chain(FOLDS[name], *(FOLDS[inner] for inner in within))
    fields = {row.key for row in rows_in(scenario, "more", *sections)}
    if not fields:
        return []
    # A centre's programs are among the pathways to compare.
    of_programs = ".programs" if "fourth_path" in fields else ""
    label = say(f"controls.more.{name}{of_programs}")
    here = st.expander(label, key=f"more_{name}", on_change="rerun")
    if not here.open:
        hidden = [doubt for doubt in doubts if doubt.field in fields]
        return [folded(label, hidden)] if hidden else []
    with here:
        if name == "plan":
            link("bill", say("papers.title"))
        for row in rows_in(scenario, "more", *FOLDS[name]):
            one_input(row, scenario, doubts)
        if name in SHOWN_ON_BILL:
            text(say("controls.shown_on_bill"))
        return [line for inner in within for line in _fold(inner, scenario, doubts)]


def _glossary(scenario: Scenario) -> None:
    """What the words mean."""

    def draw() -> None:
        bullets(glossary(with_plan=has_plan(scenario)))

    fold(say("glossary.title"), key="fold_glossary", draw=draw)
