"""The inputs, drawn from catalog rows: widgets -> Scenario.

Every widget's key is its field's name, which is also its URL parameter. The session holds a value
under each key from the first run on, drawn or folded away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import streamlit as st

from carechoice.catalog.in_use import catalog, with_this_catalog
from carechoice.catalog.rows import Parameter
from carechoice.comparison import plan_words
from carechoice.comparison.doubts import Doubt, can_be_doubted, folded
from carechoice.inputs.coverage import has_input, has_plan, is_disabled
from carechoice.inputs.evidence import help_text
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import standing
from carechoice.language.everywhere import glossary
from carechoice.language.formats import day_of_year
from carechoice.language.sentences import say
from carechoice.ui import state, undo
from carechoice.ui.components.note import note
from carechoice.ui.components.slider import Beside, slider
from carechoice.ui.entered import follow, take_moved
from carechoice.ui.plain_slider import plain_slider
from carechoice.ui.text import bullets, plain, text

SECTIONS = ("therapy", "iop", "insurance")
FOLDS = {
    "care": ("therapy", "iop", "course"),
    "plan": ("insurance",),
    "third": ("third",),
    "other": ("other",),
    "other_plan": ("other_plan",),
}
# Folds whose inputs change nothing on most pages.
SHOWN_ON_BILL = ("other", "other_plan")


def inputs(scenario: Scenario, doubts: Sequence[Doubt]) -> list[str]:
    """Draw all inputs, each with what is doubtful about it.

    Returns a line for each closed fold with inputs in doubt.
    """
    for section in SECTIONS:
        st.markdown(f"## {say(f'controls.{section}')}", anchors=False)
        for row in _rows(scenario, "main", section):
            _input(row, scenario, doubts)
    text("\n\n".join(plan_words.plan_share(scenario)))
    closed = [_fold(name, scenario, doubts) for name in FOLDS]
    _glossary(scenario)
    st.toggle(
        say("controls.plain_sliders"),
        key=state.PLAIN_SLIDERS,
        help=say("controls.plain_sliders.help"),
        # A run that leads to another page ends before this is drawn, and its value would be lost.
        persist_state="session",
    )
    for row in _rows(scenario, "main", "mode"):
        _input(row, scenario)
    return [line for line in closed if line]


def draw(field: str, scenario: Scenario) -> None:
    """Draw one input on the page it belongs to."""
    _input(catalog().parameters[field], scenario)


def main_numbers(scenario: Scenario, doubts: Sequence[Doubt]) -> None:
    """Draw the numbers that matter most, and no other input."""
    for section in SECTIONS:
        for row in _rows(scenario, "main", section):
            if row.is_number:
                _input(row, scenario, doubts)


def choice_label(field: str, key: str) -> str:
    """What the person reads for a key of a choice."""
    if field in ("plan", "other_plan") and key in catalog().plans:
        return catalog().plans[key].label
    if field == "plan_year_start":
        return day_of_year(key)
    return say(f"{field}.{key}")


def _fold(name: str, scenario: Scenario, doubts: Sequence[Doubt]) -> str:
    """Draw a fold of inputs; a line about those in doubt while it is closed, else nothing."""
    label = say(f"controls.more.{name}")
    rows = list(_rows(scenario, "more", *FOLDS[name]))
    here = st.expander(label, key=f"more_{name}", on_change="rerun")
    if not here.open:
        hidden = [doubt for doubt in doubts if catalog().parameters[doubt.field] in rows]
        return folded(label, hidden) if hidden else ""
    with here:
        for row in rows:
            _input(row, scenario, doubts)
        if name in SHOWN_ON_BILL:
            text(say("controls.shown_on_bill"))
    return ""


def _glossary(scenario: Scenario) -> None:
    """What the words mean, beside the inputs that use them; drawn only when it is open."""
    fold = st.expander(say("glossary.title"), key="fold_glossary", on_change="rerun")
    if fold.open:
        with fold:
            bullets(glossary(with_plan=has_plan(scenario)))


def _rows(scenario: Scenario, place: str, *sections: str) -> Iterator[Parameter]:
    """The inputs of a place that belong to the way of paying, in the order of the data."""
    return (
        row
        for row in catalog().parameters.values()
        if row.section in sections
        and row.place == place
        and not row.is_on_one_page_only
        and has_input(row.key, scenario)
    )


def _input(row: Parameter, scenario: Scenario, doubts: Sequence[Doubt] = ()) -> None:
    told = " ".join(doubt.sentence for doubt in doubts if doubt.field == row.key)
    draw = {"choice": _choice, "yes_no": _switch, "date": _date}.get(row.kind)
    if draw:
        draw(row, _label(row, scenario))
        if row.key == "plan":
            undo.offer("plan", "plan")
    elif not st.session_state[state.PLAIN_SLIDERS]:
        _live_slider(row, scenario, told)
        return
    else:
        plain_slider(
            row,
            disabled=is_disabled(row, st.session_state.__getitem__),
            on_change=follow,
            take=take_moved,
        )
    if can_be_doubted(row.key):
        note(row.key, told)


def _label(row: Parameter, scenario: Scenario) -> str:
    """The label; of a plan's term with where its value comes from, as a slider's badge says it."""
    if row.section != "insurance" or row.key == "plan":
        return row.label
    badge = say(f"badge.{standing(row.key, scenario)}")
    return say("controls.with_badge", label=row.label, badge=badge)


def _live_slider(row: Parameter, scenario: Scenario, told: str) -> None:
    beside = Beside(
        badge=say(f"badge.{standing(row.key, scenario)}"),
        note=told,
        disabled=is_disabled(row, st.session_state.__getitem__),
    )
    slider(row, st.session_state[row.key], beside, on_move=take_moved)


def _choice(row: Parameter, label: str) -> None:
    st.selectbox(
        label,
        catalog().options(row.key),
        format_func=with_this_catalog(lambda key: choice_label(row.key, key)),
        key=row.key,
        persist_state="session",
        help=plain(help_text(row)),
        on_change=follow,
        args=(row.key,),
        disabled=is_disabled(row, st.session_state.__getitem__),
    )


def _switch(row: Parameter, label: str) -> None:
    st.toggle(
        label,
        key=row.key,
        help=plain(help_text(row)),
        persist_state="session",
        on_change=follow,
        args=(row.key,),
        disabled=is_disabled(row, st.session_state.__getitem__),
    )


def _date(row: Parameter, label: str) -> None:
    st.date_input(
        label,
        min_value=date.fromisoformat(row.minimum),
        max_value=date.fromisoformat(row.maximum),
        key=row.key,
        help=plain(help_text(row)),
        persist_state="session",
        format="MM/DD/YYYY",
        on_change=follow,
        args=(row.key,),
    )
