"""An input for a number: a slider that is live while it is moved, and a field to type into.

The framework's own slider tells the server only when it is let go, and a field beside it is a
second widget: on a slow line each puts the other back. Here both are one component, which sends
one value at a time. Where a browser cannot run it, a switch below the inputs brings the framework's
slider (``ui/inputs/controls.py``); tests without a browser use that one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

import streamlit as st

from carechoice.catalog.in_use import remembered
from carechoice.catalog.rows import Parameter
from carechoice.comparison.doubts.doubt import can_be_doubted
from carechoice.inputs.evidence import help_runs
from carechoice.inputs.typed_number import bounds, field_form, spoken_forms, typed_forms
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.ui.atomic import atomic
from carechoice.ui.component import component
from carechoice.ui.components.plot import browser_has

_slider = component("slider", brings_markup=True)


@dataclass(frozen=True)
class SliderNote:
    """What stands at a slider beside its value: where that comes from, and what is doubtful of it.

    The note is empty if nothing is.
    """

    badge: str
    note: str
    disabled: bool


def slider(
    row: Parameter, value: float, beside: SliderNote, *, on_move: Callable[[str, Any], None]
) -> None:
    """Draw the input of a number row at ``value``.

    ``on_move(field, value)`` runs before the page is drawn anew, with what the browser sent: a
    number within the row's bounds if the browser is honest.
    """
    key = f"{row.key}_slider"
    data = {**_words(row), **asdict(beside), "value": value}
    _slider(key=key, data=data, on_value_change=partial(_moved, key, row.key, on_move))


@atomic()
def _moved(key: str, field: str, on_move: Callable[[str, Any], None]) -> None:
    sent = state.sent(key, "value")
    if isinstance(sent, dict):
        moves = st.session_state.get(state.MOVES, {})
        st.session_state[state.MOVES] = {**moves, field: sent.get("move")}
        browser_has(sent.get("has"))
        on_move(field, sent.get("value"))


@remembered()
def _words(row: Parameter) -> dict[str, Any]:
    """What stays the same at every move."""
    minimum, maximum = row.bounds
    limits = bounds(row)
    before, _, after = field_form(row).partition("{n}")
    return {
        "field": row.key,
        "section": row.section,
        "label": row.label,
        "typed": say("controls.typed", label=row.label),
        "ask": say("slider.ask", label=row.label),
        "help": [[asdict(run) for run in paragraph] for paragraph in help_runs(row)],
        "before": before,
        "after": after,
        "spoken": spoken_forms(row),
        "forms": typed_forms(row),
        "minimum": minimum,
        "maximum": maximum,
        "step": row.step,
        "whole": row.kind == "count",
        # Room is kept for a note, so that nothing moves when one comes. A doubt about a main input
        # is said in the one line that is between any two sliders.
        "noted": can_be_doubted(row.key) and row.place != "main",
        "bounds": say(limits.reason, **limits.blanks),
        "unclear": say("typed.unclear"),
    }
