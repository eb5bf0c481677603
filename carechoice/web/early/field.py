"""One input of the plain form: drawn from its catalog row, and read as it was typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Parameter
from carechoice.catalog.values import UnusableError, read, write
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.typed_number import field_form, read_typed, spoken_forms
from carechoice.language.choices import choice_label
from carechoice.language.formats import OTHER, day
from carechoice.language.sentences import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One input of a form.

    ``before`` and ``after`` are the marks of its unit around the value, ``spoken`` what a reader
    hears of them. ``options`` are the values it can have with their names, if few. ``problem`` is
    the sentence that says why what was typed, which then is the value, cannot be used.
    """

    key: str
    label: str
    kind: str
    value: str
    before: str
    after: str
    spoken: str
    minimum: str
    maximum: str
    options: Sequence[tuple[str, str]]
    problem: str


def field(row: Parameter, scenario: Scenario, typed: Mapping[str, str]) -> Field:
    """The input of a row, with what was ``typed`` into it where that cannot be used."""
    problem = _problem(row, typed)
    before, after, spoken = _unit(row)
    return Field(
        key=row.key,
        label=row.label,
        kind=row.kind,
        value=typed[row.key] if problem else write(scenario.value(row.key)),
        before=before,
        after=after,
        spoken=spoken,
        minimum=row.minimum,
        maximum=row.maximum,
        options=tuple(_options(row)),
        problem=problem,
    )


def _problem(row: Parameter, typed: Mapping[str, str]) -> str:
    try:
        if row.key in typed:
            read_entered(row, typed[row.key])
    except UnusableError as error:
        return say(error.reason, **error.blanks)
    return ""


def _unit(row: Parameter) -> tuple[str, str, str]:
    """The text before and after a number, and both as a screen reader speaks them."""
    if not row.is_number:
        return "", "", ""
    before, _, after = field_form(row).partition("{n}")
    return before, after.strip(), spoken_forms(row)[OTHER].replace("{n}", "").strip()


def _options(row: Parameter) -> Iterator[tuple[str, str]]:
    if row.is_picked:
        for key in catalog().options(row.key):
            yield str(key), choice_label(row.key, str(key))
    if row.kind == "yes_no":
        for is_so, name in ((True, "yes"), (False, "no")):
            yield write(is_so), say(name)


def read_entered(row: Parameter, text: str) -> str:
    """The value of a row as links write it; a choice is sent as that already.

    Raises UnusableError: the sentence that says what to type or pick instead.
    """
    if row.is_number:
        return write(read_typed(row, text))
    return _read_day(row, text) if row.kind == "date" else text


def _read_day(row: Parameter, text: str) -> str:
    try:
        return write(read(row, text))
    except UnusableError:
        first, last = (day(date.fromisoformat(end)) for end in (row.minimum, row.maximum))
        raise UnusableError("early.day", first=first, last=last) from None
