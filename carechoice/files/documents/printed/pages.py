"""What the pages of the handout on one comparison say, as data for its layout."""

from __future__ import annotations

from datetime import date
from typing import Any

from carechoice.comparison.compare import Comparison
from carechoice.files.documents.printed.answer import answer
from carechoice.files.documents.printed.charts import charts
from carechoice.files.documents.printed.frame import frame
from carechoice.files.documents.printed.link import link_and_code
from carechoice.files.documents.printed.next import what_is_next
from carechoice.files.documents.printed.numbers import numbers


def pages(comparison: Comparison, link: str, today: date) -> dict[str, Any]:
    """Everything that stands on them."""
    return {
        "date": [today.year, today.month, today.day],
        **frame(today),
        **answer(comparison),
        **charts(comparison),
        **what_is_next(comparison),
        **numbers(comparison),
        "link": link_and_code(link),
    }
