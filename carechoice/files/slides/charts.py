"""Charts on a slide that PowerPoint can edit: columns or lines by week, stacked bars.

Loads python-pptx, so import it only where a file is made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Literal

from pptx.chart.axis import DateAxis, ValueAxis
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import BarSeries
from pptx.dml.color import RGBColor
from pptx.dml.fill import FillFormat
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.oxml.ns import qn
from pptx.util import Pt

from carechoice.catalog.rows import Pathway
from carechoice.drawing.style import ByPathway
from carechoice.files.slides.deck import INK, LINE_PT, describe, emu
from carechoice.files.slides.fitting import Place, on_one_line_pt

GREY, FAINT, WHITE = "808080", RGBColor(0xD0, 0xD0, 0xD0), RGBColor(0xFF, 0xFF, 0xFF)
MOST_NAMES = 20
# Excel's form of a month, and how many of them may lie from one name on an axis to the next.
MONTHS, MONTHS_APART, DAYS_A_MONTH = "mmm yyyy", (1, 2, 3, 6, 12, 24), 365.25 / 12
DRAWN_PT = 2.25
# As on the page, told apart without colour.
DASH = ByPathway(MSO_LINE.SOLID, MSO_LINE.DASH, MSO_LINE.ROUND_DOT, MSO_LINE.DASH_DOT)
# What a chart has along its foot: names, or days on an axis of dates.
Along = Sequence[str] | Sequence[date]
Filling = Literal["solid", "pale", "hatched"]
# How much of a pale filling is its colour, the rest being white; as on the page.
PALE = 0.28
# What a legend needs beside a name, in inches: the colour, and room at both ends.
BESIDE_NAME = 0.6


@dataclass(frozen=True, slots=True)
class Series:
    """Values of a chart under one name, with their colours, and how these fill a bar."""

    name: str
    values: Sequence[float | None]
    colors: Sequence[str]
    fill: Filling = "solid"


@dataclass(frozen=True, slots=True)
class Axes:
    """The axes of a column chart: the titles along and up, or nothing, and the ticks up.

    ``number_format`` is Excel's for the numbers at the ticks. Of the categories along so many are
    named.
    """

    titles: tuple[str, str]
    ticks: Sequence[float]
    number_format: str = "General"
    most_names: int = MOST_NAMES


def columns(place: Place, categories: Along, series: Sequence[Series], axes: Axes) -> None:
    """A native column chart."""
    chart = _chart(place, XL_CHART_TYPE.COLUMN_CLUSTERED, categories, series)
    _draw_axes(chart, axes)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 30, 0
    # Where they stand on an axis of dates, each has the room of a month, and not of a day.
    for unit in chart.category_axis._element.findall(qn("c:baseTimeUnit")):
        unit.set("val", "months")
    for drawn, given in zip(plot.series, series, strict=True):
        _paint(drawn.format.fill, given.colors[0], given.fill)


def lines(place: Place, days: Along, series: Mapping[Pathway, Series], axes: Axes) -> None:
    """A native chart of lines, one an option, over more days than columns are told apart."""
    chart = _chart(place, XL_CHART_TYPE.LINE, days, list(series.values()))
    _draw_axes(chart, axes)
    for drawn, (pathway, given) in zip(chart.plots[0].series, series.items(), strict=True):
        drawn.smooth, drawn.marker.style = False, XL_MARKER_STYLE.NONE
        drawn.format.line.color.rgb = _rgb(given.colors[0])
        drawn.format.line.width = Pt(DRAWN_PT)
        drawn.format.line.dash_style = DASH[pathway]


def _draw_axes(chart: Chart, axes: Axes) -> None:
    _scale(chart.value_axis, axes.ticks)
    _write_numbers(chart.value_axis, axes.number_format)
    if isinstance(chart.category_axis, DateAxis):
        _name_months(chart, axes.most_names)
    else:
        _thin_out(chart, ceil(len(chart.plots[0].categories) / axes.most_names))
    for axis, title in zip((chart.category_axis, chart.value_axis), axes.titles, strict=True):
        if not title:
            continue
        axis.axis_title.text_frame.text = title
        axis.axis_title.text_frame.paragraphs[0].runs[0].font.size = Pt(LINE_PT)


def bars(
    place: Place,
    categories: Sequence[str],
    series: Sequence[Series],
    *,
    number_format: str,
    ticks: Sequence[float],
) -> None:
    """A native chart of stacked bars, one a category, each in the category's colour."""
    chart = _chart(place, XL_CHART_TYPE.BAR_STACKED, categories, series)
    _scale(chart.value_axis, ticks)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 60, 100
    # The first category on top, and the dollars still at the foot.
    chart.category_axis.reverse_order = True
    chart.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    _write_numbers(chart.value_axis, number_format)
    for drawn, given in zip(plot.series, series, strict=True):
        _paint_points(drawn, given)


def _chart(
    place: Place,
    kind: XL_CHART_TYPE,
    categories: Along,
    series: Sequence[Series],
) -> Chart:
    data = CategoryChartData()
    data.categories = categories
    for each in series:
        data.add_series(each.name, each.values)
    shape = place.slide.shapes.add_chart(kind, *emu(place.box), data)
    describe(shape, place.alt)
    chart: Chart = shape.chart
    _number_axes(chart)
    chart.has_title = False
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    chart.font.size, chart.font.color.rgb = Pt(LINE_PT), INK
    room = place.box.width - BESIDE_NAME
    names_pt = on_one_line_pt([each.name for each in series], room, most_pt=LINE_PT)
    chart.legend.font.size = Pt(names_pt)
    return chart


def _number_axes(chart: Chart) -> None:
    """Give axes numbers above zero: the schema asks for them, and python-pptx writes others."""
    for node in chart._chartSpace.iter(qn("c:axId"), qn("c:crossAx")):
        node.set("val", node.get("val").lstrip("-"))


def _scale(axis: ValueAxis, ticks: Sequence[float]) -> None:
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = 0, ticks[-1], ticks[1]
    axis.format.line.fill.background()
    axis.major_gridlines.format.line.color.rgb = FAINT


def _write_numbers(axis: ValueAxis | DateAxis, number_format: str) -> None:
    labels = axis.tick_labels
    labels.number_format, labels.number_format_is_linked = number_format, False


def _thin_out(chart: Chart, step: int) -> None:
    """Name only every ``step``-th category, which python-pptx has no word for."""
    axis = chart.category_axis._element
    after = axis.find(qn("c:noMultiLvlLbl"))
    after.addprevious(axis.makeelement(qn("c:tickLblSkip"), {"val": str(step)}))


def _name_months(chart: Chart, most_names: int) -> None:
    """Name at most so many of the months along, as far apart from each other as years divide."""
    days = chart.plots[0].categories
    span = (float(days[-1]) - float(days[0])) / DAYS_A_MONTH
    apart = next((each for each in MONTHS_APART if span / each < most_names), MONTHS_APART[-1])
    _write_numbers(chart.category_axis, MONTHS)
    axis = chart.category_axis._element
    for name, value in (("c:majorUnit", str(apart)), ("c:majorTimeUnit", "months")):
        axis.append(axis.makeelement(qn(name), {"val": value}))


def _paint_points(drawn: BarSeries, given: Series) -> None:
    # The legend shows the series: grey, since each bar has its option's colour.
    _paint(drawn.format.fill, GREY, given.fill)
    for place, color in enumerate(given.colors):
        point = drawn.points[place].format
        _paint(point.fill, color, given.fill)
        point.line.color.rgb = _rgb(color)


def _paint(fill: FillFormat, color: str, filling: Filling) -> None:
    if filling == "hatched":
        fill.patterned()
        fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        fill.fore_color.rgb, fill.back_color.rgb = _rgb(color), WHITE
    else:
        fill.solid()
        fill.fore_color.rgb = _paler(_rgb(color)) if filling == "pale" else _rgb(color)


def _rgb(color: str) -> RGBColor:
    return RGBColor.from_string(color.lstrip("#"))


def _paler(color: RGBColor) -> RGBColor:
    return RGBColor(*(round(255 - (255 - each) * PALE) for each in color))
