"""Kept scenarios and what is shown now as one table: inputs that differ, then what comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Parameter, Pathway
from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.words import cost, hours_by_phase
from carechoice.files.kept.words import Kept
from carechoice.files.scenario.words import held
from carechoice.inputs.counting import counts
from carechoice.language.formats import day
from carechoice.language.markup import for_narrow_column
from carechoice.language.sentences import say, short_name

RESULTS: Mapping[str, Callable[[Option], str]] = {
    "cost": cost,
    "hours": hours_by_phase,
    "end": lambda option: day(option.last_day),
}


def beside_now(kept: Sequence[Kept], now: Comparison) -> list[Kept]:
    """The columns of the table: each kept scenario, and what is shown now."""
    return [*kept, Kept(say("pins.now"), now)]


def header(columns: Sequence[Kept]) -> list[str]:
    """What stands above each column; names as markdown."""
    return [say("pins.what"), *(for_narrow_column(column.name) for column in columns)]


def rows(columns: Sequence[Kept]) -> list[list[str]]:
    """The inputs in which the columns differ, then cost, hours a week and end of each option."""
    return [*_inputs(columns), *_results(columns)]


def _inputs(columns: Sequence[Kept]) -> Iterator[list[str]]:
    scenarios = [column.comparison.scenario for column in columns]
    for row in catalog().parameters.values():
        values = [scenario.value(row.key) for scenario in scenarios]
        is_another = any(value != values[0] for value in values)
        if is_another and _is_compared(row, columns):
            yield [row.label, *(held(row, scenario) for scenario in scenarios)]


def _is_compared(row: Parameter, columns: Sequence[Kept]) -> bool:
    """Whether it is an input that has a part in what any of the columns shows."""
    if row.is_look or row.is_on_one_page_only:
        return False
    return any(counts(row.key, column.comparison.scenario) for column in columns)


def _results(columns: Sequence[Kept]) -> Iterator[list[str]]:
    pathways = dict.fromkeys(path for column in columns for path in column.comparison.options)
    for result, tell in RESULTS.items():
        for pathway in pathways:
            told = say(f"pins.result.{result}", option=short_name(pathway))
            yield [told, *(_result(column, pathway, tell) for column in columns)]


def _result(column: Kept, pathway: Pathway, tell: Callable[[Option], str]) -> str:
    option = column.comparison.options.get(pathway)
    return tell(option) if option else say("pins.not_chosen")
