"""The handout: one comparison on three pages at most, as a PDF that screen readers can read.

The answer, what to do next, and what it takes to check the numbers have a page each; the last two
share one where there is little of either. Of scenarios that were kept a page more says in what they
differ. Made by Typst with the layout in handout.typ, beside this module. Every text goes there as
data, so none can run as markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Literal

from carechoice.comparison.compare import Comparison
from carechoice.files.handout.answer_page import answer_page
from carechoice.files.handout.next_page import next_page
from carechoice.files.handout.numbers_page import numbers_page
from carechoice.files.kept import side_by_side
from carechoice.files.kept.words import LEAST_COMPARED, KeptComparison, compared
from carechoice.files.letterhead import letterhead
from carechoice.files.pdf import tagged_pdf
from carechoice.inputs.handed_on.kept import KeptScenarios
from carechoice.inputs.scenario import Scenario
from carechoice.language.pieces import without_marks
from carechoice.language.sentences import say

Paper = Literal["letter", "a4"]
# What Typst calls them.
PAPERS: Mapping[Paper, str] = {"letter": "us-letter", "a4": "a4"}
# Sizes of the text in points; each page takes the first that fits on a sheet.
SIZES_PT = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5)
# The second page has what belongs on a third, too, where the text can stay this large.
LEAST_SIZE_OF_BOTH_PT = 8.5


def handout(
    comparison: Comparison,
    *,
    link: str,
    today: date,
    paper: Paper = "letter",
    kept: KeptScenarios = (),
) -> bytes:
    """The comparison as a tagged PDF (PDF/UA-1 where Typst's own fonts have all signs).

    ``kept`` are the scenarios that were kept.
    """
    data = {
        "paper": PAPERS[paper],
        "sizes": SIZES_PT,
        "least_size_of_both": LEAST_SIZE_OF_BOTH_PT,
        "date": [today.year, today.month, today.day],
        **letterhead(today),
        **answer_page(comparison),
        **next_page(comparison, link),
        **numbers_page(comparison),
        **kept_scenarios(kept, comparison.scenario),
    }
    return tagged_pdf("handout.typ", data)


def kept_scenarios(kept: KeptScenarios, shown: Scenario) -> dict[str, Any]:
    """The tables, and which of them the pages before show; nothing for fewer than two."""
    if len(kept) < LEAST_COMPARED:
        return {"kept": {}}
    rows = compared(kept)
    name = next((each.name for each in kept if each.holds(shown)), "")
    sentences = [say("export.kept.shown", name=name) if name else say("export.kept.others")]
    inputs = _table(rows, say("deck.kept.inputs"), side_by_side.inputs(rows))
    results = _table(rows, say("deck.kept.results"), side_by_side.results(rows))
    tables = [table for table in (inputs, results) if table["rows"]]
    sentences += [] if inputs["rows"] else [say("deck.kept.same")]
    sentences += [say("answer.estimate")]
    return {"kept": {"title": say("export.kept"), "told": sentences, "tables": tables}}


def _table(
    rows: Sequence[KeptComparison], title: str, lines: Iterable[list[str]]
) -> dict[str, Any]:
    """A column for each scenario below its name, which stands there as it was typed."""
    return {
        "title": title,
        "header": [say("pins.what"), *(row.name for row in rows)],
        "rows": [[without_marks(cell) for cell in line] for line in lines],
    }
