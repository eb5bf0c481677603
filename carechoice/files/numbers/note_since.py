"""What a note for a record says of the earlier day of a link or a file: in what today differs."""

from __future__ import annotations

from datetime import date

from carechoice.comparison.compare import Comparison
from carechoice.comparison.since import told_since
from carechoice.inputs.earlier import Earlier
from carechoice.language.formats import day
from carechoice.language.sentences import say


def since_lines(earlier: Earlier | None, comparison: Comparison, today: date) -> list[str]:
    """A line with both days; none if nothing of an earlier day was opened, or nothing changed."""
    told = told_since(earlier, comparison) if earlier else []
    if not (earlier and told):
        return []
    days = {"then": day(earlier.made), "now": day(today)}
    return [say("note.record.since", list="; ".join(told), **days)]
