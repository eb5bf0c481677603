"""The key figures as a sheet, of the answer and of scenarios that are kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from carechoice.comparison.compare import Comparison, Option
from carechoice.files.kept.words import KeptComparison
from carechoice.files.numbers import note as record_note
from carechoice.files.numbers.cells import Cell, Sheet
from carechoice.inputs.link import Frozen
from carechoice.language.everywhere import crisis_line_as_text
from carechoice.language.formats import day
from carechoice.language.sentences import option_name, say

SUMMARY: Mapping[str, Callable[[Option], Cell]] = {
    "hours_per_week": lambda option: Cell(option.hours_per_week, "hours"),
    "weeks": lambda option: Cell(option.weeks, "count"),
    "visits": lambda option: Cell(option.visits, "count"),
    "first_day": lambda option: Cell(option.first_day, "date"),
    "last_day": lambda option: Cell(option.last_day, "date"),
    "total_hours": lambda option: Cell(option.total_hours, "hours"),
    "patient_usd": lambda option: Cell(round(option.patient_total_usd, 2), "usd"),
    "patient_low_usd": lambda option: Cell(round(option.patient_usd.low, 2), "usd"),
    "patient_high_usd": lambda option: Cell(round(option.patient_usd.high, 2), "usd"),
    "plan_usd": lambda option: Cell(option.plan_usd, "usd"),
    "total_price_usd": lambda option: Cell(option.total_price_usd, "usd"),
    "level": lambda option: Cell(option.level.label),
}


def summary(comparison: Comparison, frozen: Frozen) -> Sheet:
    """Questions as rows, options as columns; below, what the numbers are and how old."""
    options = comparison.options.values()
    rows = [[Cell(say(f"summary.{name}")), *map(tell, options)] for name, tell in SUMMARY.items()]
    about = [
        say("note.record.title", day=day(frozen.made)),
        record_note.version_line(frozen),
        say("answer.estimate"),
        crisis_line_as_text(),
    ]
    blank = [Cell(None)] * len(options)
    header = [say("summary.question"), *(option_name(option.told_as) for option in options)]
    return Sheet(say("sheet.summary"), header, [*rows, *([Cell(line), *blank] for line in about)])


def kept_scenarios(kept: Sequence[KeptComparison]) -> Sheet:
    """One row an option of each kept scenario, with the same columns."""
    header = [say(f"pins.file.{name}") for name in ("name", "option", *SUMMARY)]
    rows = [
        [
            Cell(row.name),
            Cell(option_name(option.told_as)),
            *(tell(option) for tell in SUMMARY.values()),
        ]
        for row in kept
        for option in row.comparison.options.values()
    ]
    return Sheet(say("sheet.pinned"), header, rows)
