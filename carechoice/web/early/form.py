"""The inputs as a plain form, for a browser that shows no sliders: drawn from catalog rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Parameter
from carechoice.catalog.values import write
from carechoice.inputs.coverage import is_disabled
from carechoice.inputs.places import rows_in
from carechoice.inputs.scenario import Scenario
from carechoice.language.choices import choice_label
from carechoice.language.sentences import say
from carechoice.ui.main_inputs import SECTIONS
from carechoice.ui.more_inputs import FOLDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One input of a form. ``options`` are the values it can have with their names, if few."""

    key: str
    label: str
    kind: str
    value: str
    minimum: str
    maximum: str
    options: Sequence[tuple[str, str]]


def fields(scenario: Scenario) -> Mapping[str, Sequence[Field]]:
    """The inputs of the form, by the name of the fold they stand in; "" for the main ones."""
    main = chain.from_iterable(rows_in(scenario, "main", section) for section in SECTIONS)
    folds = {
        say(f"controls.more.{name}"): shown
        for name, sections in FOLDS.items()
        if (shown := _fields(rows_in(scenario, "more", *sections), scenario))
    }
    return {"": _fields(main, scenario), **folds}


def _fields(rows: Iterable[Parameter], scenario: Scenario) -> tuple[Field, ...]:
    return tuple(_field(row, scenario) for row in rows if not is_disabled(row, scenario.value))


def _field(row: Parameter, scenario: Scenario) -> Field:
    return Field(
        key=row.key,
        label=row.label,
        kind=row.kind,
        value=write(scenario.value(row.key)),
        minimum=row.minimum,
        maximum=row.maximum,
        options=tuple(_options(row)),
    )


def _options(row: Parameter) -> Iterator[tuple[str, str]]:
    if row.kind == "choice":
        for key in catalog().options(row.key):
            yield str(key), choice_label(row.key, str(key))
    if row.kind == "yes_no":
        for is_so, name in ((True, "yes"), (False, "no")):
            yield write(is_so), say(name)
