"""Kept scenarios side by side as a sheet: in which inputs they differ, and what follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from carechoice.catalog.rows import Parameter
from carechoice.comparison.compare import Option
from carechoice.comparison.other_costs import others_usd
from carechoice.comparison.words import cost, hours_by_phase
from carechoice.files.kept.side_by_side import Result, each_result, held_apart
from carechoice.files.kept.words import KeptComparison
from carechoice.files.numbers.cells import Cell, Sheet
from carechoice.files.numbers.input_sheet import value_cell
from carechoice.files.scenario.words import held
from carechoice.inputs.differing import differing, is_one_value
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.what_counts import counts
from carechoice.language.sentences import say


def _weekly(option: Option) -> Cell:
    """Hours a week as a number; of a pathway of several phases those of each, in words."""
    if len(option.phases) > 1:
        return Cell(hours_by_phase(option))
    return Cell(option.hours_per_week, "hours")


def _cost(option: Option) -> Cell:
    """What the person pays as a number; with its range in words where it is not known."""
    if not option.is_cost_known:
        return Cell(cost(option))
    return Cell(round(option.patient_total_usd, 2), "usd")


RESULTS: Mapping[Result, Callable[[Option], Cell]] = {
    "cost": _cost,
    "other": lambda option: Cell(others_usd(option), "usd"),
    "hours": _weekly,
    "end": lambda option: Cell(option.last_day, "date"),
}


def side_by_side(kept: Sequence[KeptComparison]) -> Sheet:
    """A column for each scenario below its name, as on the handout and on the slides."""
    header = [say("pins.what"), *(row.name for row in kept)]
    return Sheet(say("export.kept"), header, [*_inputs(kept), *_results(kept)])


def _inputs(kept: Sequence[KeptComparison]) -> Iterator[list[Cell]]:
    """The inputs that differ; one that has no part in a scenario is said to have none."""
    scenarios = [row.comparison.scenario for row in kept]
    rows = list(differing(scenarios))
    if not rows:
        yield [Cell(say("deck.kept.same")), *[Cell(None)] * len(kept)]
    for row in rows:
        yield [Cell(row.label), *_values(row, scenarios)]


def _values(row: Parameter, scenarios: Sequence[Scenario]) -> Iterator[Cell]:
    if is_one_value(row, scenarios):
        yield from map(Cell, held_apart(row, scenarios))
        return
    for each in scenarios:
        yield value_cell(row, each) if counts(row.key, each) else Cell(held(row, each))


def _results(kept: Sequence[KeptComparison]) -> Iterator[list[Cell]]:
    for result, cells in each_result(kept, RESULTS):
        yield [Cell(result), *(cell or Cell(say("pins.not_chosen")) for cell in cells)]
