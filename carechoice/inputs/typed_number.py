"""A number as people type it: read where it is clear, asked back where it is not.

In the US a point begins the decimals and commas part the thousands; many people write it the other
way round. A text that makes a number in one way only is that number: 0,5 and 1,234.50 and 1.234,50.
A comma before three digits parts thousands, as in the US: 1,000. A single point before three digits
could be either, so it is asked. The live slider's field reads by the same rules
(ui/components/slider/number.js).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Parameter
from carechoice.catalog.values import UnusableError, read, to_smallest_part, write
from carechoice.language.formats import OTHER, plural_forms

WHOLE = r"[0-9]+|[1-9][0-9]{{0,2}}(?:{comma}[0-9]{{3}})+|[1-9][0-9]{{0,2}}(?: [0-9]{{3}})+"
POINT = re.compile(rf"-?(?:(?:{WHOLE.format(comma=',')})(?:\.[0-9]+)?|\.[0-9]+)")
COMMA = re.compile(rf"-?(?:(?:{WHOLE.format(comma='[.]')})(?:,[0-9]{{1,2}})?|,[0-9]{{1,2}})")
SPOKEN_UNITS = ("hours", "minutes", "sessions", "weeks", "days")


def read_typed(row: Parameter, typed: str) -> float | int:
    """The value of a number row that a person typed, with or without the marks of its unit.

    Parts of a cent are rounded to the cent, as an amount is written.

    Raises UnusableError: the sentence that says what to type instead.
    """
    text = _bare(typed, typed_forms(row))
    readings = {float(reading) for reading in (_with_point(text), _with_comma(text)) if reading}
    if text and len(readings) != 1:
        raise UnusableError("typed.unclear")
    try:
        value = read(row, write(to_smallest_part(row, readings.pop())) if readings else "")
    except UnusableError:
        raise bounds(row) from None
    assert isinstance(value, int | float)
    return value


def bounds(row: Parameter) -> UnusableError:
    """The sentence that says which numbers the row takes."""
    minimum, maximum = row.bounds
    return UnusableError(
        "typed.bounds.steps" if row.kind == "count" else "typed.bounds",
        minimum=f"{minimum:,g}",
        maximum=f"{maximum:,g}",
        step=f"{row.step:g}",
    )


def field_form(row: Parameter) -> str:
    """How a value is written with its unit in a field, ``{n}`` in its place."""
    return _form(f"unit.field.{row.unit}")


def spoken_forms(row: Parameter) -> dict[str, str]:
    """How a value is spoken with its unit, by the forms that the language counts in."""
    if row.unit not in SPOKEN_UNITS:
        return {OTHER: field_form(row)}
    forms = sorted(plural_forms(catalog().locale))
    return {form: _form(f"{row.unit.removesuffix('s')}.{form}") for form in forms}


def typed_forms(row: Parameter) -> list[str]:
    """How people write a value with its unit: as its field does, as it is spoken, and otherwise."""
    otherwise = _form(f"unit.typed.{row.unit}").split("|")
    return [field_form(row), *spoken_forms(row).values(), *otherwise]


def _form(key: str) -> str:
    return catalog().say(key, n="{n}")


def _bare(typed: str, forms: Iterable[str]) -> str:
    """What was typed without the marks of the unit around it, also where it says the unit twice."""
    text = re.sub(r"\s", " ", typed).strip().lower()
    for form in forms:
        before, after = (mark.strip() for mark in form.lower().split("{n}"))
        if (before or after) and text.startswith(before) and text.endswith(after):
            text = text[len(before) : len(text) - len(after)].strip()
    return text


def _with_point(text: str) -> str:
    """The number with a point before its decimals, or nothing if it is not written so."""
    return re.sub("[, ]", "", text) if POINT.fullmatch(text) else ""


def _with_comma(text: str) -> str:
    return re.sub("[. ]", "", text).replace(",", ".") if COMMA.fullmatch(text) else ""
