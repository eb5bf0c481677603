"""Which charts of a page sliders can change, by the functions that the page draws with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from carechoice.comparison.compare import Comparison
from carechoice.drawing.style import Chart
from carechoice.inputs.scenario import PRESENT
from carechoice.present.charts import SLIDERS_PX, screen_charts
from carechoice.topics.bill.charts import charts as of_bill
from carechoice.topics.care.charts import charts as of_care
from carechoice.topics.dashboard.charts import charts as of_dashboard
from carechoice.topics.unknown import charts as of_unknown
from carechoice.topics.week import charts as of_week

Draw = Callable[[Comparison], Sequence[Chart]]

# By the page's key, the rows of charts that stand on it; a page that is not named has none.
DRAWN_BY: Mapping[str, Sequence[Sequence[Draw]]] = {
    "compare": ((of_dashboard,),),
    "bill": ((of_bill, of_unknown.ranges), (of_unknown.moves,)),
    "week": ((of_week.weeks,), (of_week.course,)),
    "care": ((of_care,),),
}


def page_charts(page: str, comparison: Comparison, *, screen: int) -> list[Chart]:
    """The charts of the page with this key, or those of a presentation's screen, from 0."""
    if comparison.scenario.view.mode == PRESENT:
        return list(screen_charts(screen, comparison, most_px=SLIDERS_PX))
    return _drawn(DRAWN_BY.get(page, ()), comparison)


def first_charts(page: str, comparison: Comparison) -> list[Chart]:
    """The charts in the first row of the page with this key; none in a presentation."""
    if comparison.scenario.view.mode == PRESENT:
        return []
    first = _drawn(DRAWN_BY.get(page, ())[:1], comparison)
    return [chart for chart in first if chart.has_content]


def _drawn(rows: Sequence[Sequence[Draw]], comparison: Comparison) -> list[Chart]:
    return [chart for row in rows for draw in row for chart in draw(comparison)]
