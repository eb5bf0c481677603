"""A chart on a page: figure, caption, table, download. No page draws one in another way."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from carechoice.catalog.in_use import with_this_catalog
from carechoice.drawing.picture import Around, around
from carechoice.drawing.style import Chart
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.ui.components.plot import picture
from carechoice.ui.text import fold, plain, text
from carechoice.ui.today import today

# How much room a chart has beside its caption.
BESIDE = (3, 2)


def show(chart: Chart) -> None:
    """Draw the chart with its title, caption, alternative text, table, CSV, and as a picture."""
    st.header(chart.title, anchor=False)
    if not chart.has_content:
        text(chart.caption)
        return
    _picture_with_caption(chart)
    _fold_with_table(chart)


def show_figure(chart: Chart) -> None:
    """Draw the chart with its title alone; ``tell`` says the rest elsewhere on the page."""
    st.header(chart.title, anchor=False)
    if chart.has_content:
        _picture(chart, around(chart, today()))
    else:
        text(chart.caption)


def draw(chart: Chart) -> None:
    """Draw the chart's picture alone, where its title and its words stand above it already."""
    _picture(chart, around(chart, today()))


def tell(chart: Chart) -> None:
    """The chart in words, and its table."""
    st.markdown(plain(f"### {say('chart.in_words', title=chart.title)}"), anchors=False)
    text(chart.caption)
    if chart.has_content:
        _fold_with_table(chart)


def show_beside(chart: Chart) -> None:
    """Draw the chart with caption and table at its side, for a wide and low screen."""
    st.header(chart.title, anchor=False)
    if not chart.has_content:
        text(chart.caption)
        return
    picture_here, words_here = st.columns(BESIDE)
    with picture_here:
        _picture(chart)
    with words_here.container(key="told"):
        text(chart.caption)
        _fold_with_table(chart)


def _picture_with_caption(chart: Chart) -> None:
    """With the framework's own sliders the caption is its text too, as no part of ours may run."""
    if st.session_state.get(state.PLAIN_SLIDERS):
        _picture(chart, around(chart, today()))
        text(chart.caption)
    else:
        _picture(chart, around(chart, today()), chart.caption)


def _picture(chart: Chart, saved: Around | None = None, caption: str = "") -> None:
    picture(chart, saved, caption)
    if st.session_state.get(state.PLAIN_SLIDERS):
        # Seen where the framework cannot load what draws our parts (widgets.css).
        with st.container(key=f"instead_{chart.key}"):
            text(say("chart.instead"))


def _fold_with_table(chart: Chart) -> None:
    label = say("chart.table", title=chart.table_title or chart.title)
    fold(label, key=f"table_{chart.key}", draw=partial(_table_with_download, chart))


def _table_with_download(chart: Chart) -> None:
    """Draw the chart's table."""
    table(chart.table.header(), chart.table.shown(), name=chart.title)
    st.download_button(
        say("chart.download"),
        data=with_this_catalog(chart.table.to_csv),
        file_name=f"carechoice-{chart.key}.csv",
        mime="text/csv",
        key=f"csv_{chart.key}",
        on_click="ignore",
    )


def table(header: Sequence[str], rows: Sequence[Sequence[str]], *, name: str) -> None:
    """Draw a real table. Screen readers say its ``name``, which others read above it."""
    cells = [[plain(cell) for cell in row] for row in rows]
    heads = pd.Index([row[0] for row in cells], name=header[0])
    frame = pd.DataFrame([row[1:] for row in cells], heads, list(header[1:]))
    st.table(frame, border="horizontal", alt=name)
