"""The running chart: what the patient has paid by when, for both options."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta

from carechoice.catalog.rows import Pathway
from carechoice.comparison import words
from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.ledger import entries_of, running_usd
from carechoice.drawing.line_ends import (
    LETTER_PX,
    LINE_PX,
    PLOT_HEIGHT_PX,
    PLOT_WIDTH_PX,
    Box,
    Line,
    clear_places,
)
from carechoice.drawing.style import (
    CHART_HEIGHT,
    COLOR,
    EDGE,
    STANDOFF_PX,
    SYMBOL,
    Chart,
    Figure,
    axis_title,
    date_format,
    layout,
    note,
    top_usd,
)
from carechoice.inputs.coverage import has_deductible, has_maximum
from carechoice.language.sentences import say, short_name
from carechoice.topics.bill.captions import running_caption
from carechoice.topics.bill.visits import visits_table

# More room above the lines, as a part of the highest, where three names may stand there.
ROOM_OF_THREE = 1.12
# Room at both ends, as a part of the course.
MARGIN = 0.04


def running_chart(comparison: Comparison) -> Chart:
    """Steps of what is paid, over real dates, with the day a plan year starts again."""
    caption = running_caption(comparison)
    first, last = _span(comparison)
    top = _top_usd(comparison)
    restarts = _restarts(comparison)
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
                "ticklabelstandoff": STANDOFF_PX,
            },
            yaxis={
                "range": [0, top],
                "tickprefix": say("cost.axis.prefix"),
                "tickformat": ",.0f",
                "title": axis_title(say("running.axis")),
            },
            annotations=[
                *_labels(comparison),
                *(_restart_label(restart.isoformat()) for restart in restarts),
            ],
            shapes=[_restart_line(restart.isoformat()) for restart in restarts],
        ),
    }
    alt = say("running.alt", caption=caption)
    return Chart(
        "running",
        say("running.title"),
        figure,
        caption,
        alt,
        visits_table(comparison),
        has_content=any(option.patient_usd.likely for option in comparison.options.values()),
    )


def _span(comparison: Comparison) -> tuple[date, date]:
    """The days the chart shows, a little more at both ends."""
    first = min(option.first_day for option in comparison.options.values())
    last = max(option.last_day for option in comparison.options.values())
    margin = timedelta(days=max(1, (last - first).days * MARGIN))
    return first - margin, last + margin


def _line(comparison: Comparison, pathway: Pathway) -> Figure:
    entries = entries_of(comparison, pathway)
    name = short_name(pathway)
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": name,
        "x": [entry.date.isoformat() for entry in entries],
        "y": running_usd(entries),
        "line": {"shape": "hv", "color": COLOR[pathway], "width": 2.5},
        "marker": {"symbol": SYMBOL[pathway], "size": 6, "color": COLOR[pathway]},
        "hovertemplate": say("running.hover", option=name),
    }


def _labels(comparison: Comparison) -> list[Figure]:
    """What each option comes to, at the end of its line, clear of names and of other lines."""
    texts = {pathway: _text(option) for pathway, option in comparison.options.items()}
    taken = [_taken(comparison, restart) for restart in _restarts(comparison)]
    return [
        {
            **note(option.last_day.isoformat(), option.patient_usd.likely, texts[option.pathway]),
            **asdict(place),
        }
        for option, place in zip(
            comparison.options.values(), clear_places(_lines(comparison), taken), strict=True
        )
    ]


def _text(option: Option) -> str:
    name = f"<b>{short_name(option.pathway)}</b>"
    return say("running.label", option=name, cost=words.cost(option))


def _lines(comparison: Comparison) -> list[Line]:
    """The lines in pixels of a phone, with the room their names take."""
    return [_in_pixels(comparison, option) for option in comparison.options.values()]


def _in_pixels(comparison: Comparison, option: Option) -> Line:
    entries = entries_of(comparison, option.pathway)
    per_usd = PLOT_HEIGHT_PX / _top_usd(comparison)
    points = [
        (_across_px(comparison, entry.date), paid_usd * per_usd)
        for entry, paid_usd in zip(entries, running_usd(entries), strict=True)
    ]
    return Line(points, len(_text(option)) - len("<b></b>"))


def _across_px(comparison: Comparison, on: date) -> float:
    first, last = _span(comparison)
    return PLOT_WIDTH_PX * ((on - first) / (last - first))


def _taken(comparison: Comparison, restart: date) -> Box:
    """What the name of the new plan year covers, to the left of its line at the top."""
    right = _across_px(comparison, restart)
    width = len(say("running.restart")) * LETTER_PX
    return Box(right - width, PLOT_HEIGHT_PX - LINE_PX, right, PLOT_HEIGHT_PX)


def _top_usd(comparison: Comparison) -> float:
    top = top_usd(max(option.patient_usd.likely for option in comparison.options.values()))
    return top * ROOM_OF_THREE if comparison.third else top


def _restarts(comparison: Comparison) -> set[date]:
    """The new plan years in which a limit of the plan starts again."""
    scenario = comparison.scenario
    if not (has_deductible(scenario) or has_maximum(scenario)):
        return set()
    days = (option.plan_year_restarts for option in comparison.options.values())
    return {restart for restart in days if restart}


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
        **note(day_of_restart, 1, say("running.restart")),
        "yref": "paper",
        "xanchor": "right",
        "yanchor": "top",
        "xshift": -4,
    }
