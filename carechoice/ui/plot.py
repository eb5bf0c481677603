"""The picture of a chart: a component that stays in the page and changes with the figure.

Streamlit's own chart element is thrown away and drawn anew at every change, which takes the
browser several times as long and loses what a pointer or a screen reader was at.
"""

from __future__ import annotations

import streamlit as st

from carechoice import words
from carechoice.assets import component, plotly_address
from carechoice.charts import TEXT, Chart

_picture = st.components.v2.component(
    "chart",
    html='<div role="img"></div>',
    # Plotly's styles stand in the page's head, so the picture must not be shut off from them.
    isolate_styles=False,
    js=component("plot.js"),
)


def picture(chart: Chart) -> None:
    """Draw the chart's figure, its alternative text for those who do not see it."""
    data = {
        "figure": chart.figure,
        "alt": chart.alt,
        "instead": words.say("chart.instead"),
        "text_color": TEXT,
        "address": plotly_address(),
    }
    _picture(key=f"chart_{chart.key}", data=data)
