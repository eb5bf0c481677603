"""The picture of a chart: a component that stays in the page and changes with the figure.

Streamlit's own chart element is thrown away and drawn anew at every change, which takes the
browser several times as long and loses what a pointer or a screen reader was at.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import streamlit as st

from carechoice.drawing.picture import Around
from carechoice.drawing.style import TEXT, Chart
from carechoice.language.sentences import say
from carechoice.ui.assets import PLOTLY, SAVE, address, component, loaded

_picture = st.components.v2.component(
    "chart",
    html=component("plot.html"),
    css=component("plot.css"),
    # Plotly's styles stand in the page's head, so the picture must not be shut off from them.
    isolate_styles=False,
    js=loaded("plot.js"),
)


def picture(chart: Chart, saved: Around | None = None) -> None:
    """Draw the chart's figure, its alternative text for those who do not see it.

    With what stands around it once it is ``saved``, there is a button that saves it as a picture.
    """
    data = {
        "key": chart.key,
        "figure": chart.figure,
        "alt": chart.alt,
        "instead": say("chart.instead"),
        "text_color": TEXT,
        "address": address(PLOTLY),
        "save": saved and _save(saved),
    }
    _picture(key=f"chart_{chart.key}", data=data)


def _save(saved: Around) -> dict[str, Any]:
    return {
        "label": say("chart.save"),
        "spoken": say("chart.save.spoken", title=saved.title),
        "address": address(SAVE),
        "around": asdict(saved),
    }
