"""The page the benchmark compares with, without a framework: one slider, three Plotly figures.

The figures have the kinds, sizes and amounts of data of our charts; every label has the slider's
value. Built as Plotly's documentation suggests. All the bare apps draw these.
"""

from __future__ import annotations

from datetime import date, timedelta

import plotly.graph_objects as go

TITLE = "Therapy or a program?"
LABEL = "Program hours a week"
LEAST, MOST, START = 3, 30, 9

WEEKS = 8
LEVELS = ["Outpatient", "Intensive outpatient", "Partial hospitalization", "Residential"]


def figures(hours: int) -> tuple[go.Figure, go.Figure, go.Figure]:
    """Time, cost and level of care for these hours a week."""
    return _time(hours), _cost(hours), _level(hours)


def _time(hours: int) -> go.Figure:
    weeks = [date(2026, 11, 30) + timedelta(weeks=week) for week in range(19)]
    figure = go.Figure()
    for name, y in (("Therapy", [1] * 19), ("Program", [hours] * WEEKS + [0])):
        figure.add_trace(go.Scatter(x=weeks, y=y, line_shape="hv", fill="tozeroy", name=name))
    figure.add_annotation(
        x=weeks[0], y=hours, text=f"{hours * WEEKS} hours in all", showarrow=False
    )
    figure.update_layout(height=280, xaxis_title="Week", yaxis_title="Hours a week")
    return figure


def _cost(hours: int) -> go.Figure:
    price = 255 * hours * WEEKS / 3
    figure = go.Figure()
    for part, share, pattern in (("You pay", 0.4, ""), ("Your plan pays", 0.6, "/")):
        figure.add_trace(
            go.Bar(
                x=[2344 * share, price * share],
                y=["Therapy", "Program"],
                orientation="h",
                name=part,
                marker_pattern_shape=pattern,
            )
        )
    figure.add_annotation(
        x=price / 2, y=1, text=f"${price:,.0f} in all", showarrow=False, yshift=40
    )
    figure.update_layout(height=280, barmode="stack", xaxis_tickprefix="$")
    return figure


def _level(hours: int) -> go.Figure:
    figure = go.Figure()
    figure.add_trace(go.Bar(x=[9, 11, 12, 32], base=[0, 9, 20, 0], y=LEVELS, orientation="h"))
    figure.add_trace(go.Scatter(x=[1, hours], y=LEVELS[:2], mode="markers", marker_size=17))
    figure.add_annotation(x=hours, y=LEVELS[1], text=f"{hours} hours a week", showarrow=False)
    figure.update_layout(height=340, xaxis_title="Hours a week", showlegend=False)
    return figure
