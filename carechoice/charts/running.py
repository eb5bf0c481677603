"""The running chart: what the patient has paid by when, for both options."""

from __future__ import annotations

from datetime import date, timedelta

from carechoice import words
from carechoice.bill import entries_of, running_usd
from carechoice.bill_words import running_caption
from carechoice.charts.style import (
    CHART_HEIGHT,
    COLOR,
    EDGE,
    SYMBOL,
    Chart,
    Figure,
    axis_title,
    date_format,
    layout,
    note,
    top_usd,
)
from carechoice.comparison import PATHWAYS, Comparison, Option
from carechoice.formats import day, money, money_exact
from carechoice.rows import Pathway
from carechoice.tables import Column, Table, Value

# Options whose ends differ by less than this part of the higher would have labels that touch.
LABEL_ROOM = 0.12
# Room at both ends, as a part of the course.
MARGIN = 0.04


def running_chart(comparison: Comparison) -> Chart:
    """Steps of what is paid, over real dates, with the day a plan year starts again."""
    caption = running_caption(comparison)
    first, last = _span(comparison)
    most = max(option.patient_usd.likely for option in comparison.options.values())
    restarts = {option.plan_year_restarts for option in comparison.options.values()} - {None}
    figure = {
        "data": [_line(comparison, pathway) for pathway in comparison.options],
        "layout": layout(
            height=CHART_HEIGHT,
            xaxis={
                "type": "date",
                "tickformat": date_format(first, last),
                "nticks": 5,
                "showgrid": False,
                "range": [first.isoformat(), last.isoformat()],
            },
            yaxis={
                "range": [0, top_usd(most)],
                "tickprefix": words.say("cost.axis.prefix"),
                "tickformat": ",.0f",
                "title": axis_title(words.say("running.axis")),
            },
            annotations=[
                *(_label(comparison, pathway) for pathway in comparison.options),
                *(_restart_label(restart.isoformat()) for restart in restarts if restart),
            ],
            shapes=[_restart_line(restart.isoformat()) for restart in restarts if restart],
        ),
    }
    alt = words.say("running.alt", caption=caption)
    return Chart(
        "running", words.say("running.title"), figure, caption, alt, visits_table(comparison)
    )


def _span(comparison: Comparison) -> tuple[date, date]:
    """The days the chart shows, a little more at both ends."""
    first = min(option.first_day for option in comparison.options.values())
    last = max(option.last_day for option in comparison.options.values())
    margin = timedelta(days=max(1, (last - first).days * MARGIN))
    return first - margin, last + margin


def _line(comparison: Comparison, pathway: Pathway) -> Figure:
    entries = entries_of(comparison, pathway)
    name = words.short_name(pathway)
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": name,
        "x": [entry.date.isoformat() for entry in entries],
        "y": running_usd(entries),
        "line": {"shape": "hv", "color": COLOR[pathway], "width": 2.5},
        "marker": {"symbol": SYMBOL[pathway], "size": 6, "color": COLOR[pathway]},
        "hovertemplate": words.say("running.hover", option=name),
    }


def _label(comparison: Comparison, pathway: Pathway) -> Figure:
    """What an option comes to, at the end of its line; above it, or below where both end alike."""
    option = comparison.options[pathway]
    name = f"<b>{words.short_name(pathway)}</b>"
    text = words.say("running.label", option=name, cost=words.cost(option))
    first, last = _span(comparison)
    is_late = option.last_day - first > (last - first) / 2
    return {
        **note(option.last_day.isoformat(), option.patient_usd.likely, text),
        "xanchor": "right" if is_late else "left",
        "yanchor": "top" if _is_lower_of_two_alike(comparison, option) else "bottom",
    }


def _is_lower_of_two_alike(comparison: Comparison, option: Option) -> bool:
    costs = {p: each.patient_usd.likely for p, each in comparison.options.items()}
    low, high = sorted(PATHWAYS, key=lambda pathway: (costs[pathway], pathway))
    return option.pathway == low and costs[high] - costs[low] < LABEL_ROOM * costs[high]


def _restart_line(day_of_restart: str) -> Figure:
    return {
        "type": "line",
        "x0": day_of_restart,
        "x1": day_of_restart,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": {"color": EDGE, "width": 1, "dash": "dot"},
    }


def _restart_label(day_of_restart: str) -> Figure:
    return {
        **note(day_of_restart, 1, words.say("running.restart")),
        "yref": "paper",
        "xanchor": "right",
        "yanchor": "top",
        "xshift": -4,
    }


def visits_table(comparison: Comparison) -> Table:
    """The ledger, visit by visit."""
    details = ("price", "deductible", "copay", "coinsurance", "balance", "plan")
    columns = (
        Column(words.say("bill.visits.option")),
        Column(words.say("bill.visits.date"), day),
        Column(words.say("bill.visits.you"), money_exact),
        Column(words.say("bill.visits.paid"), money),
        *(Column(words.say(f"bill.visits.{name}"), in_file_only=True) for name in details),
    )
    rows: list[tuple[Value, ...]] = []
    for pathway in comparison.options:
        entries = entries_of(comparison, pathway)
        for entry, paid_usd in zip(entries, running_usd(entries), strict=True):
            rows.append(
                (
                    words.short_name(pathway),
                    entry.date,
                    entry.patient_usd,
                    paid_usd,
                    entry.price_usd,
                    entry.deductible_usd,
                    entry.copay_usd,
                    entry.coinsurance_usd,
                    entry.balance_usd,
                    entry.plan_usd,
                )
            )
    return Table(columns, tuple(rows))
