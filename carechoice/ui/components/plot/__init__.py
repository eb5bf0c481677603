"""The picture of a chart: a component that stays in the page and changes with the figure.

Streamlit's own chart element is thrown away and drawn anew at every change, which takes the
browser several times as long and loses what a pointer or a screen reader was at.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import streamlit as st

from carechoice.drawing.picture import Around
from carechoice.drawing.style import TEXT, Chart, figure_name
from carechoice.language.sentences import by_bold, say
from carechoice.ui import state
from carechoice.ui.assets import PLOTLY, SAVE, address
from carechoice.ui.atomic import atomic
from carechoice.ui.component import component

# More charts than any page has.
MOST_NAMES = 20

_picture = component(
    "plot",
    # Plotly's styles stand in the page's head, so the picture must not be shut off from them.
    isolate_styles=False,
    brings_markup=True,
)


def picture(chart: Chart, saved: Around | None = None, caption: str = "") -> None:
    """Draw the chart's figure, its alternative text for those who do not see it.

    With what stands around it once it is ``saved``, there is a button that saves it as a picture.
    The ``caption`` stands below; it comes with the figure, in one message.
    """
    name = figure_name(chart.figure)
    data = {
        "key": chart.key,
        "name": name,
        # Only the name where the browser has said that it has the figure.
        **({} if name in st.session_state.get(state.FIGURES, ()) else {"figure": chart.figure}),
        "alt": chart.alt,
        "instead": say("chart.instead"),
        "caption": _paragraphs(caption),
        "text_color": TEXT,
        "address": address(PLOTLY),
        "save": saved and _save(saved),
    }
    _picture(key=f"chart_{chart.key}", data=data, on_lacks_change=_lacks)


def browser_has(names: object) -> None:
    """Remember which figures the browser says it has, by their names, if it is a list of texts."""
    if isinstance(names, list):
        texts = (name for name in names[:MOST_NAMES] if isinstance(name, str))
        st.session_state[state.FIGURES] = frozenset(texts)


@atomic()
def _lacks() -> None:
    """The browser has lost a figure that it had: all come again."""
    st.session_state.pop(state.FIGURES, None)


def _paragraphs(sentences: str) -> list[list[str]]:
    """Each paragraph cut where bold begins and ends: plain, bold, plain and so on."""
    paragraphs = filter(None, sentences.split("\n\n"))
    return list(map(by_bold, paragraphs))


def _save(saved: Around) -> dict[str, Any]:
    return {
        "label": say("chart.save"),
        "spoken": say("chart.save.spoken", title=saved.title),
        "address": address(SAVE),
        "around": asdict(saved),
    }
