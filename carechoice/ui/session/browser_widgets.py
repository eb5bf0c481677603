"""What the browser's widgets hold when a session begins, as inputs and answers of the plan.

The framework sends the state of all widgets with every message. Where a session has ended and the
person goes on using its page, the new session finds what they changed in these states only: it has
drawn no widget yet, so none of its callbacks is called.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.state.common import user_key_from_element_id

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Parameter
from carechoice.catalog.values import UnusableError, write
from carechoice.inputs.changes import answers_to
from carechoice.inputs.example_weeks import FIELD, hours_of_named_example
from carechoice.inputs.picked import toggled
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.typed_number import read_typed
from carechoice.inputs.value_text import value_text
from carechoice.language.choices import choice_label, choice_of_weekdays
from carechoice.ui import state
from carechoice.ui.session import entered
from carechoice.ui.state import blank_key, days_key, topic_key

BrowserWidgets = Mapping[str, WidgetState]


def in_browser() -> BrowserWidgets:
    """The states that came with the message that began the session, by the widget's key."""
    context = get_script_run_ctx()
    try:
        states = context.session_state.get_widget_states() if context else []
    except (AttributeError, TypeError, ValueError):
        # One holds what no page of ours says, which the framework cannot write down again.
        states = []
    return {key: each for each in states if (key := user_key_from_element_id(each.id))}


def has_plain_sliders(found: BrowserWidgets) -> bool | None:
    """Whether the switch for the framework's sliders is on; None where there was no page."""
    switch = found.get(state.PLAIN_SLIDERS)
    return None if switch is None else bool(switch.bool_value)


def written(held: WidgetState) -> str:
    """The state as a link writes the value; of a choice the label that the person sees."""
    kind = held.WhichOneof("value")
    if kind == "bool_value":
        return write(held.bool_value)
    if kind == "double_array_value" and held.double_array_value.data:
        return write(held.double_array_value.data[0])
    if kind == "string_array_value" and held.string_array_value.data:
        return str(held.string_array_value.data[0])
    return str(held.string_value)


def changed(found: BrowserWidgets, scenario: Scenario) -> dict[str, Any]:
    """The inputs of the page that the person has changed since it showed the scenario."""
    values = {**dict(_inputs(found)), **dict(_stand_ins(found, scenario))}
    return {field: value for field, value in values.items() if value != scenario.value(field)}


def _inputs(found: BrowserWidgets) -> Iterator[tuple[str, Any]]:
    """Field and value of what is an input itself."""
    for field, row in catalog().parameters.items():
        held = found.get(field)
        if held is None:
            continue
        text = written(held)
        if row.is_picked:
            labels = {choice_label(field, key): key for key in catalog().options(field)}
            text = labels.get(text, "")
        value = entered.value_of(field, text)
        if value is not None:
            yield field, value


def _stand_ins(found: BrowserWidgets, scenario: Scenario) -> Iterator[tuple[str, Any]]:
    """Field and value of inputs that a page has other widgets for."""
    topics = scenario.view.topics
    for key in catalog().topics:
        box = found.get(topic_key(key))
        if box is not None and box.bool_value != (key in topics):
            topics = toggled(topics, key)
    yield "topics", topics
    hours = (
        hours_of_named_example(written(found[state.WEEK_PRESET]))
        if state.WEEK_PRESET in found
        else None
    )
    if hours is not None:
        yield FIELD, hours
    yield from _days(found)
    yield from _typed(found, scenario)


def _days(found: BrowserWidgets) -> Iterator[tuple[str, str]]:
    """The days of the week that are picked, of each kind of care."""
    for field in catalog().inputs.by_care("weekdays").values():
        box = found.get(days_key(field))
        if box is not None:
            yield field, choice_of_weekdays(box.string_array_value.data)


def _typed(found: BrowserWidgets, scenario: Scenario) -> Iterator[tuple[str, float]]:
    """What was typed where a field stands in a slider's place; not where it says the old number."""
    for field, before in scenario.numbers().items():
        box = found.get(f"{field}{state.FIELD}")
        if box is None:
            continue
        with suppress(UnusableError):
            value = read_typed(catalog().parameters[field], written(box))
            if value != before:
                yield field, value


def answered(found: BrowserWidgets) -> dict[str, Any]:
    """What the plan said of inputs, as far as it stands in blanks that no page has taken yet."""
    boxes = {field: found.get(blank_key(field)) for field in catalog().options("confirmed")}
    answers = {
        field: _answer(catalog().parameters[field], written(box))
        for field, box in boxes.items()
        if box is not None
    }
    return {field: answer for field, answer in answers.items() if answer is not None}


def _answer(row: Parameter, text: str) -> Any:
    if not row.is_number:
        return {value_text(row, answer): answer for answer in answers_to(row)}.get(text)
    with suppress(UnusableError):
        return read_typed(row, text)
    return None
