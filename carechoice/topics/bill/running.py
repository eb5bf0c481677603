"""What the patient has paid by when: the running chart, and the ledger as its table by visit."""

from __future__ import annotations

from datetime import date, timedelta

from carechoice.comparison import words
from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.ledger import entries_of, restarts, running_usd
from carechoice.drawing.style import (
    CHART_HEIGHT,
    COLOR,
    EDGE,
    MARGIN,
    SYMBOL,
    Chart,
    Figure,
    dates_axis,
    layout,
    line,
    top_usd,
    usd_axis,
    with_text_below,
)
from carechoice.drawing.tables import Column, Table, Value
from carechoice.inputs.coverage import has_plan
from carechoice.language.formats import day, money_exact
from carechoice.language.sentences import say, short_name
from carechoice.topics.bill.captions import running_caption

# More marks than this along the whole axis would lie on each other and hide the line.
MOST_MARKS = 26
# Columns of the file with the visits only; without a plan the price alone.
DETAILS = (
    "price", "deductible", "copay", "coinsurance", "balance", "not_covered", "penalty", "plan",
)  # fmt: skip


def running_chart(comparison: Comparison) -> Chart:
    """Steps of what is paid, over real dates, with the day a plan year starts again."""
    caption = running_caption(comparison)
    top = top_usd(max(option.patient_total_usd for option in comparison.options.values()))
    figure = {
        "data": [
            *(_line(comparison, option) for option in comparison.options.values()),
            *_restart_lines(comparison, top),
        ],
        "layout": layout(
            height=CHART_HEIGHT,
            has_key=True,
            xaxis=dates_axis(*_span(comparison)),
            yaxis=usd_axis(say("running.axis"), top_usd=top),
        ),
    }
    return Chart(
        "running",
        say("running.title"),
        figure,
        caption,
        with_text_below(say("running.alt")),
        visits_table(comparison),
        has_content=any(option.patient_total_usd for option in comparison.options.values()),
    )


def _span(comparison: Comparison) -> tuple[date, date]:
    """The days the chart shows, a little more at both ends."""
    first = min(option.first_day for option in comparison.options.values())
    last = max(option.last_day for option in comparison.options.values())
    margin = timedelta(days=max(1, (last - first).days * MARGIN))
    return first - margin, last + margin


def _line(comparison: Comparison, option: Option) -> Figure:
    pathway = option.pathway
    entries = entries_of(comparison, pathway)
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": _name(option),
        "x": [entry.date.isoformat() for entry in entries],
        "y": running_usd(entries),
        "line": {**line(pathway), "shape": "hv"},
        "marker": {
            "symbol": SYMBOL[pathway],
            "size": 6,
            "color": COLOR[pathway],
            "maxdisplayed": _most_marks(comparison, option),
        },
        "hovertemplate": say("running.hover", option=short_name(option.words_key)),
    }


def _most_marks(comparison: Comparison, option: Option) -> int:
    """As many marks as leave those of a short option as far apart as those of a long one."""
    first, last = _span(comparison)
    part = (option.last_day - option.first_day) / (last - first)
    # One at either end.
    return max(2, round(MOST_MARKS * part))


def _name(option: Option) -> str:
    """An option in the key, with what it comes to."""
    name = f"<b>{short_name(option.words_key)}</b>"
    return say("running.label", option=name, cost=words.cost_here(option))


def _restarts(comparison: Comparison) -> list[date]:
    """The new plan years in which a limit of the plan starts again, in any option."""
    found = (restarts(comparison, pathway) for pathway in comparison.options)
    return sorted({restart.day for of_option in found for restart in of_option})


def _restart_lines(comparison: Comparison, top_usd: float) -> list[Figure]:
    """One name in the key for all lines across the chart, each where a plan year begins."""
    days = [day.isoformat() for day in _restarts(comparison)]
    if not days:
        return []
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "name": say("running.restart"),
            # A gap parts each line from the next.
            "x": [x for day in days for x in (day, day, None)],
            "y": [0, top_usd, None] * len(days),
            "line": {"color": EDGE, "width": 1.5, "dash": "dot"},
            "hoverinfo": "skip",
        }
    ]


def visits_table(comparison: Comparison) -> Table:
    """The ledger, visit by visit."""
    details = DETAILS if has_plan(comparison.scenario) else DETAILS[:1]
    columns = (
        Column(say("bill.visits.option")),
        Column(say("bill.visits.date"), day),
        Column(say("bill.visits.you"), money_exact),
        Column(say("bill.visits.paid"), money_exact),
        *(Column(say(f"bill.visits.{name}"), in_file_only=True) for name in details),
    )
    rows: list[tuple[Value, ...]] = []
    for pathway, option in comparison.options.items():
        entries = entries_of(comparison, pathway)
        for entry, paid_usd in zip(entries, running_usd(entries), strict=True):
            rows.append(
                (
                    short_name(option.words_key),
                    entry.date,
                    entry.patient_usd,
                    paid_usd,
                    *(getattr(entry, f"{name}_usd") for name in details),
                )
            )
    return Table(columns, tuple(rows))
