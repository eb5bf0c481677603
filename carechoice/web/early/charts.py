"""The first charts of a page, before it is live: their places, and what the browser draws there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carechoice.comparison.compare import Comparison
from carechoice.drawing.style import TEXT, Chart, figure_name
from carechoice.ui.assets import PLOTLY, address
from carechoice.web.page_charts import first_charts


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPlace:
    """A chart's place.

    ``caption`` are the paragraphs below it, with our marks. ``drawing`` is what the
    script that draws it gets (``ui/components/plot/first.js``), ``height_px`` its height.
    """

    key: str
    title: str
    alt: str
    caption: Sequence[str]
    height_px: int
    drawing: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The name of its figure: another one has another."""
        return figure_name(self.drawing["figure"])


def chart_places(page: str, comparison: Comparison) -> list[ChartPlace]:
    """The places of the charts that the page with this key begins with."""
    return [chart_place(chart) for chart in first_charts(page, comparison)]


def chart_place(chart: Chart) -> ChartPlace:
    """The place of a chart."""
    return ChartPlace(
        key=chart.key,
        title=chart.title,
        alt=chart.alt,
        caption=chart.caption.split("\n\n"),
        height_px=chart.figure["layout"]["height"],
        drawing={"figure": chart.figure, "text_color": TEXT, "address": address(PLOTLY)},
    )
