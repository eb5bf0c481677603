"""The bad case as a slide: the months of both bills, and a plan that stops paying.

Its note says what to do about a no or a bill.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from carechoice.comparison.compare import Comparison
from carechoice.comparison.plan.recourses import recourses_by_part
from carechoice.drawing.style import COLOR, Chart
from carechoice.files.drawing import ticks
from carechoice.files.slides.cells import add_table, assumed, cells, header_row, texts
from carechoice.files.slides.cost import DOLLARS
from carechoice.files.slides.fitting import Box, Place
from carechoice.inputs.scenario import Scenario
from carechoice.language.formats import month_in_short
from carechoice.language.pieces import without_marks
from carechoice.language.sentences import say, short_name
from carechoice.topics.bill.bad_case.charts import bad_cases
from carechoice.topics.bill.facts import months

if TYPE_CHECKING:
    from pptx.slide import Slide

    from carechoice.files.slides.deck import Deck


# How wide the chart is, in inches.
BESIDE_TABLE, ALONE = 5.7, 12.1
# More names of months than these would run together.
MOST_NAMES = 5
# Of more months than these only some have a name, on an axis of dates.
MOST_MONTHS_APART = 12


def bad_case_slide(deck: Deck, comparison: Comparison) -> None:
    """What is paid in each month, and what it costs if the plan stops; where any is owed."""
    charts = list(bad_cases(comparison))
    if not charts:
        return
    by_month, *others = charts
    slide = deck.slide(by_month.title, [*assumed(comparison), *_recourses(comparison.scenario)])
    width = BESIDE_TABLE if others else ALONE
    _add_months(slide, comparison, by_month, Box(0.6, 1.25, width, 3.7))
    for stopping in others:
        _add_stopping(deck, slide, comparison, stopping)
    paragraphs = texts(chart.caption for chart in charts)
    deck.text(slide, paragraphs, Box(0.6, 5.0, 12.1, 1.85), most_pt=14)


def _add_stopping(deck: Deck, slide: Slide, comparison: Comparison, chart: Chart) -> None:
    deck.text(slide, texts([f"**{chart.title}**"]), Box(6.5, 1.2, 6.2, 0.5), most_pt=18)
    rows = [header_row(comparison, chart.table.header()[0], short_name)]
    rows += map(cells, chart.table.shown())
    add_table(deck, slide, rows, Box(6.6, 1.7, 6.0, 3.2), chart.title)


def _recourses(scenario: Scenario) -> Iterator[str]:
    """What there is to do, below a title for a plan that says no and one for a bill."""
    for part, paragraphs in recourses_by_part(scenario).items():
        yield say(f"recourse.{part}")
        yield from map(without_marks, paragraphs)


def _add_months(slide: Slide, comparison: Comparison, chart: Chart, box: Box) -> None:
    """A column an option and month, as high as on the page."""
    from carechoice.files.slides import charts

    columns = [drawn["y"] for drawn in chart.figure["data"]]
    days = [month.first_day for month in months(comparison)]
    charts.columns(
        Place(slide, box, without_marks(chart.caption)),
        days if len(days) > MOST_MONTHS_APART else [*map(month_in_short, days)],
        [
            charts.Series(short_name(option.words_key), paid_usd, [COLOR[option.pathway]])
            for option, paid_usd in zip(comparison.options.values(), columns, strict=True)
        ],
        charts.Axes(
            titles=("", say("months.axis")),
            ticks=ticks(max(map(max, columns)), about=4),
            number_format=DOLLARS,
            most_names=MOST_NAMES,
        ),
    )
