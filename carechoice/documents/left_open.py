"""What the lines of a paper leave open, taken together: what none of them says, each once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carechoice.documents.limit_values import FIELDS
from carechoice.documents.paper import Ask, Field, Found
from carechoice.documents.service_terms import IOP_INPUTS, THERAPY_INPUTS


def once(said: Sequence[Found | Ask]) -> list[Found | Ask]:
    """What is said, where each input is asked about once for all headings that we do not know."""
    asked: set[Field | None] = set()
    kept: list[Found | Ask] = []
    for each in said:
        is_of_heading = isinstance(each, Ask) and each.why == "heading"
        if not (is_of_heading and each.field in asked):
            kept.append(each)
        if is_of_heading:
            asked.add(each.field)
    return kept


def left_open(said: Sequence[Found | Ask]) -> Iterator[Ask]:
    """What nothing of it says of limits, of therapy and of a program."""
    fields = {each.field for each in said}
    for total, met in FIELDS.values():
        # "$1,500 met" can be all of a limit, and what is met so far of a higher one.
        if met in fields and total not in fields:
            yield Ask("missing", total)
    for inputs in (THERAPY_INPUTS, IOP_INPUTS):
        if not {inputs.copay, inputs.not_covered} & fields:
            yield Ask("missing", inputs.copay)
            yield Ask("missing", inputs.pays)
