"""The numbers as sheets: what stands in each cell and in which form, for CSV and Excel."""

from __future__ import annotations

from collections.abc import Sequence

from carechoice.comparison.compare import Comparison
from carechoice.files.kept.words import KeptComparison
from carechoice.files.numbers.bad_case_sheets import bad_case_sheets
from carechoice.files.numbers.cells import Sheet
from carechoice.files.numbers.input_sheet import inputs_sheet
from carechoice.files.numbers.ledger_sheet import ledger
from carechoice.files.numbers.side_by_side_sheet import side_by_side
from carechoice.files.numbers.sources_sheet import sources_sheet
from carechoice.files.numbers.summary_sheet import kept_scenarios, summary
from carechoice.inputs.link import Frozen


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
        # As it is handed on, and not as the pages were shown here.
        inputs_sheet(frozen.scenario),
        sources_sheet(),
    ]
