"""The key figures as a sheet, of the answer and of scenarios that are kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from carechoice.comparison.compare import Comparison, Option, Range
from carechoice.files.kept.words import KeptComparison
from carechoice.files.numbers import record_note
from carechoice.files.numbers.cells import Cell, Sheet
from carechoice.files.numbers.ledger_sheet import what_visits_rest_on
from carechoice.inputs.handed_on.link import Frozen
from carechoice.language.everywhere import crisis_line_as_text
from carechoice.language.formats import day
from carechoice.language.sentences import option_name, say

_Tell = Callable[[Option], Cell]


def _with_ends(name: str, likely_usd: Callable[[Option], Range]) -> dict[str, _Tell]:
    """An amount and the ends of its range; of a plan that may be any the ends alone."""

    def here(option: Option) -> Cell:
        usd = likely_usd(option)
        is_told = usd.is_known or not option.is_range_alone
        return Cell(round(usd.likely, 2) if is_told else None, "usd")

    stem = name.removesuffix("_usd")
    return {
        name: here,
        f"{stem}_low_usd": lambda option: Cell(round(likely_usd(option).low, 2), "usd"),
        f"{stem}_high_usd": lambda option: Cell(round(likely_usd(option).high, 2), "usd"),
    }


SUMMARY: Mapping[str, _Tell] = {
    "hours_per_week": lambda option: Cell(option.hours_per_week, "hours"),
    "weeks": lambda option: Cell(option.weeks, "count"),
    "visits": lambda option: Cell(option.visits, "count"),
    "first_day": lambda option: Cell(option.first_day, "date"),
    "last_day": lambda option: Cell(option.last_day, "date"),
    "total_hours": lambda option: Cell(option.total_hours, "hours"),
    **_with_ends("patient_usd", lambda option: option.patient_usd),
    **_with_ends("plan_usd", lambda option: option.plan_likely_usd),
    **_with_ends("total_price_usd", lambda option: option.total_likely_usd),
    "level": lambda option: Cell(option.level.label),
}


def summary(comparison: Comparison, frozen: Frozen) -> Sheet:
    """Questions as rows, options as columns; below, what the numbers are and how old.

    A question that no option answers is left out.
    """
    options = comparison.options.values()
    cells_of = {name: [*map(tell, options)] for name, tell in SUMMARY.items()}
    rows = [
        [Cell(say(f"summary.{name}")), *cells]
        for name, cells in cells_of.items()
        if any(cell.value is not None for cell in cells)
    ]
    about = [
        say("note.record.title", day=day(frozen.made)),
        record_note.version_line(frozen),
        say("answer.estimate"),
        *what_visits_rest_on(comparison),
        crisis_line_as_text(),
    ]
    blank = [Cell(None)] * len(options)
    space = [Cell(None), *blank]
    header = [say("summary.question"), *(option_name(option.words_key) for option in options)]
    return Sheet(
        say("sheet.summary"), header, [*rows, space, *([Cell(line), *blank] for line in about)]
    )


def kept_scenarios(kept: Sequence[KeptComparison]) -> Sheet:
    """One row an option of each kept scenario, with the same columns."""
    header = [say(f"pins.file.{name}") for name in ("name", "option", *SUMMARY)]
    rows = [
        [
            Cell(row.name),
            Cell(option_name(option.words_key)),
            *(tell(option) for tell in SUMMARY.values()),
        ]
        for row in kept
        for option in row.comparison.options.values()
    ]
    return Sheet(say("sheet.pinned"), header, rows)
