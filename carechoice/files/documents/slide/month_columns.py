"""The months of both bills on a slide, as a chart that can be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carechoice.comparison.compare import Comparison
from carechoice.drawing.style import COLOR, Chart
from carechoice.files.documents.drawing import ticks
from carechoice.files.documents.fitting import Box, Place
from carechoice.files.documents.slide.cost_bars import DOLLARS
from carechoice.language.formats import month_in_short
from carechoice.language.pieces import without_marks
from carechoice.language.sentences import say, short_name
from carechoice.topics.bill.facts import months

if TYPE_CHECKING:
    from pptx.slide import Slide


# More names of months than these would run together.
MOST_NAMES = 5
# Of more months than these only some have a name, on an axis of dates.
MOST_MONTHS_APART = 12


def add_months(slide: Slide, comparison: Comparison, chart: Chart, box: Box) -> None:
    """A column an option and month, as high as on the page."""
    from carechoice.files.documents import native

    columns = [drawn["y"] for drawn in chart.figure["data"]]
    days = [month.first_day for month in months(comparison)]
    native.columns(
        Place(slide, box, without_marks(chart.caption)),
        days if len(days) > MOST_MONTHS_APART else [*map(month_in_short, days)],
        [
            native.Series(short_name(option.told_as), paid_usd, [COLOR[option.pathway]])
            for option, paid_usd in zip(comparison.options.values(), columns, strict=True)
        ],
        native.Axes(
            titles=("", say("months.axis")),
            ticks=ticks(max(map(max, columns)), about=4),
            number_format=DOLLARS,
            most_names=MOST_NAMES,
        ),
    )
