"""The third page of the handout: what it takes to check the numbers, and all sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from carechoice.catalog.decision_rows import Part
from carechoice.comparison.compare import Comparison
from carechoice.comparison.plan.recourses import recourses
from carechoice.drawing.style import Chart
from carechoice.files import content
from carechoice.files.pdf import titled_list
from carechoice.language.pieces import pieces
from carechoice.language.sentences import say
from carechoice.topics.bill.bad_case.charts import bad_cases


def numbers_page(comparison: Comparison) -> dict[str, Any]:
    """What the answer rests on, the bad case as words and tables, and all sources, each once."""
    return {
        "rests_on": _rests_on(comparison),
        "bad_case": [_as_a_table(chart) for chart in bad_cases(comparison)],
        "sources": titled_list(say("sources.list"), content.in_full(_keys(comparison))),
    }


def _rests_on(comparison: Comparison) -> dict[str, Any]:
    return {
        "title": say("export.rests_on"),
        "header": [say(f"bill.inputs.{name}") for name in ("input", "value", "standing")],
        "rows": content.rests_on(comparison.scenario),
    }


def _as_a_table(chart: Chart) -> dict[str, Any]:
    return {
        "title": chart.title,
        "told": pieces(chart.caption),
        "header": chart.table.header(),
        "rows": chart.table.shown(),
    }


def _keys(comparison: Comparison) -> Iterator[str]:
    """The sources of the numbers, then those of the recourses, by key."""
    yield from content.sources(comparison)
    for name in get_args(Part):
        for row in recourses(comparison.scenario, name):
            yield from row.source
