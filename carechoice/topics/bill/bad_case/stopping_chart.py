"""The stopping chart: what each option costs by how many of its visits the plan covers."""

from __future__ import annotations

from carechoice.comparison.compare import Comparison, Option
from carechoice.drawing.style import (
    CHART_HEIGHT,
    Chart,
    Figure,
    layout,
    line,
    top_usd,
    usd_axis,
    visits_axis,
)
from carechoice.drawing.tables import Column, Table
from carechoice.language.sentences import say, short_name
from carechoice.topics.bill.bad_case.stopping import if_it_stops_usd
from carechoice.topics.bill.bad_case.words import stopping_caption, stopping_rows


def stopping_chart(comparison: Comparison) -> Chart:
    """A line an option, from the plan that covers no visit to the one that covers all.

    The line of care that no plan covers is level.
    """
    found = {pathway: if_it_stops_usd(comparison, pathway) for pathway in comparison.options}
    most_visits = max(map(len, found.values())) - 1
    most_usd = max(max(totals) for totals in found.values())
    figure = {
        "data": [
            _line(comparison.options[pathway], totals * (1 if totals[1:] else most_visits + 1))
            for pathway, totals in found.items()
        ],
        "layout": layout(
            height=CHART_HEIGHT,
            has_key=True,
            xaxis=visits_axis(say("stopping.axis"), most=most_visits),
            yaxis=usd_axis(say("stopping.axis.usd"), top_usd=top_usd(most_usd)),
        ),
    }
    return Chart(
        "stopping",
        say("stopping.title"),
        figure,
        stopping_caption(comparison),
        say("stopping.alt"),
        _table(comparison),
    )


def _line(option: Option, totals_usd: list[float]) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": f"<b>{short_name(option.words_key)}</b>",
        "x": list(range(len(totals_usd))),
        "y": totals_usd,
        "line": line(option.pathway),
        "hovertemplate": say("stopping.hover", option=short_name(option.words_key)),
    }


def _table(comparison: Comparison) -> Table:
    names = [short_name(option.words_key) for option in comparison.options.values()]
    columns = map(Column, (say("stopping.column"), *names))
    return Table(tuple(columns), tuple(map(tuple, stopping_rows(comparison))))
