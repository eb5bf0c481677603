"""The handout: one comparison on three pages at most, as a PDF that screen readers can read.

The answer, what to do next, and what it takes to check the numbers have a page each; the last two
share one where there is little of either. Of scenarios that were kept a page more says in what they
differ. Made by Typst with the layout in handout.typ, beside this
module. Every text goes there as data, so none can run as markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from carechoice.comparison.compare import Comparison
from carechoice.files.handout.kept import kept_scenarios
from carechoice.files.handout.pages import pages
from carechoice.files.pdf import tagged_pdf
from carechoice.inputs.kept import KeptScenarios

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
    told = {
        "paper": PAPERS[paper],
        "sizes": SIZES_PT,
        "least_size_of_both": LEAST_SIZE_OF_BOTH_PT,
        **pages(comparison, link, today),
        **kept_scenarios(kept, comparison.scenario),
    }
    return tagged_pdf("handout.typ", told)
