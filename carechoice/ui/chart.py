"""The only way a page draws a chart: figure, caption, table, download."""

from __future__ import annotations

import csv
import io

import pandas as pd
import streamlit as st

from carechoice import words
from carechoice.charts.style import Cell, Chart, Table
from carechoice.ui.frame import plain, text

# Zooming by accident loses a chart on a phone; the toolbar would be eight stops for the keyboard.
CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}


def show(chart: Chart) -> None:
    """Draw the chart with its title, caption, alternative text, table and CSV."""
    st.subheader(chart.title, anchor=False)
    st.plotly_chart(chart.figure, key=f"chart_{chart.key}", alt=chart.alt, config=CONFIG)
    text(chart.caption)
    with st.expander(words.say("chart.table"), key=f"table_{chart.key}"):
        table(chart.table)
        st.download_button(
            words.say("chart.download"),
            data=lambda: to_csv(chart.table),
            file_name=f"carechoice-{chart.key}.csv",
            mime="text/csv",
            key=f"csv_{chart.key}",
            on_click="ignore",
        )


def table(rows: Table) -> None:
    """A real table, for readers and screen readers; the first row is the header."""
    header, *body = ([plain(_cell(cell)) for cell in row] for row in rows)
    frame = pd.DataFrame(body, columns=header)
    st.table(frame, border="horizontal", hide_index=True)


def to_csv(rows: Table) -> bytes:
    """The rows as CSV with a byte order mark, which spreadsheets need to read it as UTF-8."""
    text_file = io.StringIO(newline="")
    csv.writer(text_file).writerows(rows)
    return text_file.getvalue().encode("utf-8-sig")


def _line(cells: tuple[Cell, ...]) -> str:
    return f"| {' | '.join(plain(_cell(cell)) for cell in cells)} |"


def _cell(cell: Cell) -> str:
    shown = cell if isinstance(cell, str) else f"{cell:g}"
    return shown.replace("|", "\\|").replace("\n", " ")
