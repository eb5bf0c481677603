"""The sources as a sheet: who published what, when, and when we read it."""

from __future__ import annotations

from carechoice.catalog.in_use import catalog
from carechoice.files.numbers.cells import Cell, Sheet
from carechoice.language.sentences import say

SOURCE_COLUMNS = ("key", "publisher", "title", "published", "accessed", "url")


def sources_sheet() -> Sheet:
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
