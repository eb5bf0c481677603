"""Answers of the plan that were typed into a page but that no run of it has taken yet."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Parameter
from carechoice.catalog.values import UnusableError
from carechoice.inputs.changes import answers_to
from carechoice.inputs.shown import shown
from carechoice.inputs.typed_number import read_typed
from carechoice.ui.browser_widgets import BrowserWidgets, written
from carechoice.ui.state import blank_key


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
        return {shown(row, answer): answer for answer in answers_to(row)}.get(text)
    with suppress(UnusableError):
        return read_typed(row, text)
    return None
