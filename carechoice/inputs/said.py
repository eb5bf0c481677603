"""Which inputs a person gave, where the value alone does not tell: it equals one that we state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from carechoice.catalog.in_use import catalog
from carechoice.catalog.values import Fields, read


def said(fields: Iterable[str], values: Mapping[str, Any]) -> Fields:
    """Those of ``fields`` whose values would else count as ours, in the order of the inputs.

    What the plan confirmed counts as known by itself.
    """
    given = set(fields) - set(dict(values["confirmed"]))
    return tuple(
        field for field in catalog().options("said") if field in given and _is_ours(field, values)
    )


def _is_ours(field: str, values: Mapping[str, Any]) -> bool:
    """Whether the data states the value the input holds, for whatever plan or length of session."""
    value = values[field]
    service = catalog().inputs.care_of_price.get(field)
    if service:
        return any(
            row.typical == value for row in catalog().prices.values() if row.service == service
        )
    row = catalog().parameters[field]
    stated = {row.default, catalog().terms_of(values["plan"]).get(field, row.default)}
    return any(value == read(row, text, catalog().options(field)) for text in stated)
