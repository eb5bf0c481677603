"""The numbers as sheets: the value and the form of each cell, for CSV and Excel."""

from __future__ import annotations

from collections.abc import Sequence

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import Comparison
from carechoice.files.kept.words import KeptComparison
from carechoice.files.numbers.bad_case_sheets import bad_case_sheets
from carechoice.files.numbers.cells import Cell, Sheet
from carechoice.files.numbers.input_sheet import inputs_sheet
from carechoice.files.numbers.ledger_sheet import ledger
from carechoice.files.numbers.side_by_side_sheet import side_by_side
from carechoice.files.numbers.summary_sheet import kept_scenarios, summary
from carechoice.inputs.handed_on.link import Frozen
from carechoice.language.sentences import say

SOURCE_COLUMNS = ("key", "publisher", "title", "published", "accessed", "url")


def sheets(comparison: Comparison, frozen: Frozen, kept: Sequence[KeptComparison]) -> list[Sheet]:
    """All there is, a sheet a table; kept scenarios where there are some, and side by side."""
    pinned = [kept_scenarios(kept)] if kept else []
    beside = [side_by_side(kept)] if len(kept) > 1 else []
    return [
        summary(comparison, frozen),
        *beside,
        *pinned,
        ledger(comparison),
        *bad_case_sheets(comparison),
        # The inputs that are handed on, which open to look around.
        inputs_sheet(frozen.scenario),
        _sources(),
    ]


def _sources() -> Sheet:
    """Every source there is."""
    header = [say(f"sources.file.{name}") for name in SOURCE_COLUMNS]
    rows = [
        [
            Cell(key),
            Cell(row.publisher),
            Cell(row.title),
            Cell(row.published),
            Cell(row.accessed, "date"),
            Cell(str(row.url or "")),
        ]
        for key, row in catalog().sources.items()
    ]
    return Sheet(say("sheet.sources"), header, rows)
