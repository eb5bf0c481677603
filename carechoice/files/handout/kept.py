"""The page of the handout on kept scenarios: in what they differ, and what follows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from carechoice.files.kept import side_by_side
from carechoice.files.kept.words import KeptComparison, compared
from carechoice.inputs.kept import KeptScenarios
from carechoice.inputs.scenario import Scenario
from carechoice.language.pieces import without_marks
from carechoice.language.sentences import say

# One alone differs from nothing.
LEAST = 2


def kept_scenarios(kept: KeptScenarios, shown: Scenario) -> dict[str, Any]:
    """The tables, and which of them the pages before show; nothing for fewer than two."""
    if len(kept) < LEAST:
        return {"kept": {}}
    rows = compared(kept)
    name = next((each.name for each in kept if each.holds(shown)), "")
    told = [say("export.kept.shown", name=name) if name else say("export.kept.others")]
    inputs = _table(rows, say("deck.kept.inputs"), side_by_side.inputs(rows))
    results = _table(rows, say("deck.kept.results"), side_by_side.results(rows))
    tables = [table for table in (inputs, results) if table["rows"]]
    told += [] if inputs["rows"] else [say("deck.kept.same")]
    told += [say("answer.estimate")]
    return {"kept": {"title": say("export.kept"), "told": told, "tables": tables}}


def _table(
    rows: Sequence[KeptComparison], title: str, lines: Iterable[list[str]]
) -> dict[str, Any]:
    """A column for each scenario below its name, which stands there as it was typed."""
    return {
        "title": title,
        "header": [say("pins.what"), *(row.name for row in rows)],
        "rows": [[without_marks(cell) for cell in line] for line in lines],
    }
