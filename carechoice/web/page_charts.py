"""Which charts of a page sliders can change, by the functions that the page draws with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from carechoice.comparison.compare import Comparison
from carechoice.drawing.style import Chart
from carechoice.inputs.scenario import PRESENT
from carechoice.present.charts import screen_charts
from carechoice.topics.bill.charts import charts as of_bill
from carechoice.topics.care.charts import charts as of_care
from carechoice.topics.dashboard.charts import charts as of_dashboard
from carechoice.topics.unknown.shown_charts import charts as of_unknown
from carechoice.topics.week.charts import charts as of_week

Draw = Callable[[Comparison], Sequence[Chart]]

# By the page's key; a page that is not named has none.
DRAWN_BY: Mapping[str, Sequence[Draw]] = {
    "compare": (of_dashboard,),
    "bill": (of_bill, of_unknown),
    "week": (of_week,),
    "care": (of_care,),
}


def page_charts(page: str, comparison: Comparison, *, screen: int) -> list[Chart]:
    """The charts of the page with this key, or those of a presentation's screen, from 0."""
    if comparison.scenario.view.mode == PRESENT:
        return list(screen_charts(screen, comparison, has_sliders=True))
    return [chart for draw in DRAWN_BY.get(page, ()) for chart in draw(comparison)]
