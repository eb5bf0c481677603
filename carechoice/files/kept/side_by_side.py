"""Kept scenarios and what is shown now as one table: inputs that differ, then what comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, TypeVar

from carechoice.catalog.rows import Parameter, Pathway
from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.other_costs import others_usd
from carechoice.comparison.words import cost, has_other_costs, hours_by_phase
from carechoice.files.kept.words import KeptComparison
from carechoice.files.scenario.words import held
from carechoice.inputs.answer_words import with_standing
from carechoice.inputs.differing import differing, is_one_value
from carechoice.inputs.scenario import Scenario
from carechoice.language.formats import day, money
from carechoice.language.markup import MOST_NAMED, for_narrow_column
from carechoice.language.sentences import say, short_name

Result = Literal["cost", "other", "hours", "end"]
T = TypeVar("T")
RESULTS: Mapping[Result, Callable[[Option], str]] = {
    "cost": cost,
    "other": lambda option: money(others_usd(option)),
    "hours": hours_by_phase,
    "end": lambda option: day(option.last_day),
}


def beside_now(kept: Sequence[KeptComparison], now: Comparison) -> list[KeptComparison]:
    """The columns of the table: each kept scenario, and what is shown now."""
    return [*kept, KeptComparison(say("pins.now"), now)]


def header(columns: Sequence[KeptComparison]) -> list[str]:
    """What stands above each column; names as markdown."""
    return [say("pins.what"), *(for_narrow_column(column.name) for column in columns)]


def rows(columns: Sequence[KeptComparison]) -> list[list[str]]:
    """The inputs in which the columns differ, then cost, hours a week and end of each option."""
    return [*inputs(columns), *results(columns)]


def inputs(columns: Sequence[KeptComparison]) -> Iterator[list[str]]:
    """The inputs in which the columns differ, each with its value in every column."""
    scenarios = [column.comparison.scenario for column in columns]
    for row in differing(scenarios):
        yield [row.label, *held_apart(row, scenarios)]


def held_apart(row: Parameter, scenarios: Sequence[Scenario]) -> list[str]:
    """An input's value in each scenario; of one that is the same in all also where it is from."""
    values = [held(row, each) for each in scenarios]
    if not is_one_value(row, scenarios):
        return values
    told = zip(values, scenarios, strict=True)
    return [with_standing(value, row.key, each) for value, each in told]


def differing_inputs(row: KeptComparison, first: KeptComparison) -> str:
    """In which inputs a kept scenario differs from the first one, as markdown; the first few."""
    now, was = row.comparison.scenario, first.comparison.scenario
    sentences = list(_apart(was, now))
    shown, more = "; ".join(sentences[:MOST_NAMED]), len(sentences) - MOST_NAMED
    if more > 0:
        return say("pins.apart.some", list=shown, n=more)
    return say("pins.apart", list=shown) if sentences else say("pins.apart.none")


def _apart(first: Scenario, now: Scenario) -> Iterator[str]:
    for row in differing([first, now]):
        was, value = held_apart(row, [first, now])
        yield say("pins.apart.part", label=row.label, now=value, first=was)


def results(columns: Sequence[KeptComparison]) -> Iterator[list[str]]:
    """What comes out of each option, in every column: a row each, its name first."""
    for result, cells in each_result(columns, RESULTS):
        yield [result, *(cell or say("pins.not_chosen") for cell in cells)]


def each_result(
    columns: Sequence[KeptComparison], results: Mapping[Result, Callable[[Option], T]]
) -> Iterator[tuple[str, list[T | None]]]:
    """What comes out of each option: its name, and a cell a column, None where it is not chosen.

    Other costs stand there where they were entered in any column.
    """
    has_others = any(has_other_costs(column.comparison) for column in columns)
    for result, tell in results.items():
        if result == "other" and not has_others:
            continue
        for pathway, name in names(columns).items():
            options = (column.comparison.options.get(pathway) for column in columns)
            cells = [tell(option) if option else None for option in options]
            yield say(f"pins.result.{result}", option=name), cells


def names(columns: Sequence[KeptComparison]) -> dict[Pathway, str]:
    """Every option that any of them has, with its short name."""
    pathways = dict.fromkeys(path for column in columns for path in column.comparison.options)
    return {pathway: short_name(_words_key(columns, pathway)) for pathway in pathways}


def _words_key(columns: Sequence[KeptComparison], pathway: Pathway) -> str:
    """Whose words an option has: a program's where it has these in every column that has it."""
    options = (column.comparison.options.get(pathway) for column in columns)
    keys = {option.words_key for option in options if option}
    return keys.pop() if len(keys) == 1 else pathway
