"""The sheet for a call as a file, with what was written down in a call that was brought back."""

from __future__ import annotations

from datetime import date

from carechoice.comparison.compare import Comparison
from carechoice.documents.call_record import CallRecord
from carechoice.files.call.printed import printed
from carechoice.files.call.sheet import sheet
from carechoice.files.call.workbook import workbook


def on_paper(comparison: Comparison, record: CallRecord | None, today: date) -> bytes:
    """The sheet as a PDF."""
    return printed(sheet(comparison, record), today=today)


def as_workbook(comparison: Comparison, record: CallRecord | None) -> bytes:
    """The sheet as an Excel workbook."""
    return workbook(sheet(comparison, record))
