"""The inputs, drawn from catalog rows: widgets -> Scenario.

Every widget's key is its field's name, which is also its URL parameter. The session holds a value
under each key from the first run on, drawn or folded away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from carechoice.catalog.load import catalog
from carechoice.catalog.rows import Parameter
from carechoice.catalog.values import as_moved, to_smallest_part, write
from carechoice.comparison import plan_words
from carechoice.comparison.doubts import Doubt, can_be_doubted, folded
from carechoice.inputs.changes import after_answer, after_change, without_answer
from carechoice.inputs.coverage import has_input, has_plan
from carechoice.inputs.evidence import help_text
from carechoice.inputs.opened import opened_address
from carechoice.inputs.scenario import (
    CHARGE_OF,
    FIELDS,
    OTHER_TERMS,
    OUT_OF_NETWORK,
    SAME_PLAN,
    Scenario,
    read_value,
)
from carechoice.inputs.standing import standing
from carechoice.language.everywhere import glossary
from carechoice.language.formats import day_of_year
from carechoice.language.sentences import say
from carechoice.ui import notes, state
from carechoice.ui.frame import bullets, plain, text
from carechoice.ui.note import note
from carechoice.ui.plain_slider import plain_slider
from carechoice.ui.slider import Beside, slider
from carechoice.ui.whole import whole

SECTIONS = ("therapy", "iop", "insurance")
FOLDS = {
    "care": ("therapy", "iop", "course"),
    "plan": ("insurance",),
    "third": ("third",),
    "other": ("other",),
    "other_plan": ("other_plan",),
}
TRAVEL = ("travel_usd_per_visit", "travel_minutes_per_visit")
# Folds whose inputs change nothing on most pages.
SHOWN_ON_BILL = ("other", "other_plan")


def read_link(today: date) -> None:
    """Once a session: take the link's values in, and note those that cannot be used."""
    if state.OPENING_NOTES in st.session_state:
        return
    names = list(st.query_params)
    st.session_state.setdefault(state.PLAIN_SLIDERS, False)
    take_link([(name, text) for name in names for text in st.query_params.get_all(name)], today)


def take_link(pairs: Sequence[tuple[str, str]], today: date) -> None:
    """Take the values of a link in, and note those that cannot be used."""
    scenario, told = opened_address(pairs, today=today)
    notes.say_of_link(told)
    take_scenario(scenario)


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


def held_scenario(today: date) -> Scenario:
    """What the inputs hold, drawn or not."""
    return Scenario.from_values(_held(), today=today)


def main_numbers(scenario: Scenario, doubts: Sequence[Doubt]) -> None:
    """Draw the numbers that matter most, and no other input."""
    for section in SECTIONS:
        for row in _rows(scenario, "main", section):
            if row.is_number:
                _input(row, scenario, doubts)


@whole()
def set_mode(mode: str) -> None:
    """Show the pages in another way, with the same inputs."""
    st.session_state["mode"] = mode


def value_of(field: str, text: str) -> Any:
    """The value of a field that a browser sent as a text; None where it is no value of it."""
    try:
        return read_value(field, text, today=date.min)
    except ValueError:
        return None


@whole()
def take_moved(field: str, value: object) -> None:
    """Take what a live slider sent, unless it is no value of the field."""
    text = write(value) if isinstance(value, int | float) else str(value)
    read = value_of(field, as_moved(catalog().parameters[field], text))
    if read is not None:
        take_values({field: read})


def choice_label(field: str, key: str) -> str:
    """What the person reads for a key of a choice."""
    if field in ("plan", "other_plan") and key in catalog().plans:
        return catalog().plans[key].label
    if field == "plan_year_start":
        return day_of_year(key)
    return say(f"{field}.{key}")


def take_scenario(scenario: Scenario) -> None:
    """Take all inputs over from a link, as they are."""
    _set_inputs(scenario.to_values())


@whole()
def take_numbers(scenario: Scenario) -> None:
    """Take all inputs over from elsewhere, but for how the pages are shown in this visit."""
    rows = catalog().parameters
    _set_inputs({key: held for key, held in scenario.to_values().items() if not rows[key].is_look})


@whole()
def take_values(values: Mapping[str, Any]) -> None:
    """Take values read from elsewhere, each as if the person had entered it."""
    for field, value in values.items():
        st.session_state[field] = value
        _follow(field)


@whole()
def take_answers(values: Mapping[str, Any], today: date) -> None:
    """Take what the plan's summary says: each value counts as an answer of the plan."""
    for field, value in values.items():
        take_answer(field, value, today)
    st.toast(say("read.used"))


@whole()
def take_answer(field: str, value: object, today: date) -> None:
    """Take what the plan said of a field."""
    before = st.session_state.get(state.BEFORE_ANSWER, {})
    inputs = st.session_state
    now = inputs[field], field in inputs["said"], inputs["plan"]
    st.session_state[state.BEFORE_ANSWER] = {**before, field: now}
    st.session_state[field] = _typed(field, value)
    _set_inputs(after_answer(_held(), field, today))


@whole()
def confirm(field: str, today: date) -> None:
    """The plan said of a field what the input holds already."""
    take_answer(field, st.session_state[field], today)


def _typed(field: str, value: Any) -> Any:
    """A number as a person may type it, to the cent or the minute."""
    row = catalog().parameters[field]
    is_number = row.is_number and isinstance(value, int | float)
    return to_smallest_part(row, value) if is_number else value


@whole()
def take_back_answer(field: str) -> None:
    """Put back the value from before the plan's answer; one that came with a link stays."""
    before = st.session_state.get(state.BEFORE_ANSWER, {})
    unknown = st.session_state[field], False, st.session_state["plan"]
    value, was_said, plan = before.get(field, unknown)
    _set_inputs(without_answer(_held(), field, before=value, was_said=was_said, plan=plan))


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
    elif not st.session_state[state.PLAIN_SLIDERS]:
        _live_slider(row, scenario, told)
        return
    else:
        plain_slider(row, disabled=_is_disabled(row), on_change=_follow, take=take_moved)
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
        disabled=_is_disabled(row),
    )
    slider(row, st.session_state[row.key], beside, on_move=take_moved)


def _choice(row: Parameter, label: str) -> None:
    st.selectbox(
        label,
        catalog().options(row.key),
        format_func=lambda key: choice_label(row.key, key),
        key=row.key,
        persist_state="session",
        help=plain(help_text(row)),
        on_change=_follow,
        args=(row.key,),
        disabled=_is_disabled(row),
    )


def _switch(row: Parameter, label: str) -> None:
    st.toggle(
        label,
        key=row.key,
        help=plain(help_text(row)),
        persist_state="session",
        on_change=_follow,
        args=(row.key,),
        disabled=_is_disabled(row),
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
    )


def _is_disabled(row: Parameter) -> bool:
    """Whether the input has no effect now, as travel has none where visits are online."""
    held = st.session_state
    without_effect = (
        row.key in TRAVEL and held["visits_online"],
        row.key in OTHER_TERMS and held["other_plan"] == SAME_PLAN,
        row.key in CHARGE_OF.values() and held["network"] != OUT_OF_NETWORK,
    )
    return any(without_effect)


@whole()
def _follow(field: str) -> None:
    """Let the other inputs follow the one the person changed."""
    _set_inputs(after_change(_held(), field))


def _set_inputs(values: dict[str, object]) -> None:
    for field, value in values.items():
        # What is set goes back to the browser. On a slow line that would undo what the person has
        # done since, so only what is new is set.
        if field not in st.session_state or st.session_state[field] != value:
            st.session_state[field] = value


def _held() -> dict[str, Any]:
    return {field: st.session_state[field] for field in FIELDS}
