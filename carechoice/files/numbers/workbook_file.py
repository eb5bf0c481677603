"""The numbers as a workbook, with the scenarios that were kept."""

from __future__ import annotations

from carechoice.comparison.compare import Comparison
from carechoice.files.kept.words import compared
from carechoice.files.numbers.sheets import sheets
from carechoice.files.numbers.workbook import workbook
from carechoice.inputs.kept import KeptScenarios
from carechoice.inputs.link import Frozen


def as_workbook(comparison: Comparison, frozen: Frozen, kept: KeptScenarios) -> bytes:
    """The workbook of a scenario, frozen on its day, and of the kept ones beside it."""
    return workbook(sheets(comparison, frozen, compared(kept)))
