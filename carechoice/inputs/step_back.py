"""Undo: the inputs as they were before a step, except for those changed since."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carechoice.catalog.answers import in_order
from carechoice.catalog.in_use import catalog
from carechoice.inputs.stated_values import said, settled

Values = Mapping[str, Any]


def without_step(before: Values, after: Values, now: Values) -> dict[str, Any]:
    """The inputs of ``before`` a step, with what was changed between ``after`` it and ``now``.

    Each input brings along where its value comes from.
    """
    since = {field for field in now if _known(field, now) != _known(field, after)}
    sources = {field: now if field in since else before for field in now}
    values = {field: held[field] for field, held in sources.items()}
    given = {field for field, held in sources.items() if field in held["said"]}
    fields = catalog().options("confirmed")
    known = {field: dict(sources[field]["confirmed"]).get(field) for field in fields}
    values["confirmed"] = in_order({f: answer for f, answer in known.items() if answer}, fields)
    back = settled(values)
    return {**back, "said": said(given, back)}


def _known(field: str, values: Values) -> tuple[Any, bool, Any]:
    """A value, whether the person gave it, and what the plan said of it."""
    return values[field], field in values["said"], dict(values["confirmed"]).get(field)
