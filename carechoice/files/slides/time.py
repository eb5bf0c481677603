"""The hours as a slide: a chart week by week that can be edited, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.visits.care_days import week_starts
from carechoice.comparison.weeks import fit
from carechoice.comparison.weeks.stretches import is_of_years, stretches
from carechoice.drawing.style import COLOR
from carechoice.files.drawing import ticks
from carechoice.files.slides.cells import assumed, texts
from carechoice.files.slides.fitting import Box, Place
from carechoice.language.sentences import say, short_name
from carechoice.topics.dashboard import captions

if TYPE_CHECKING:
    from carechoice.files.slides.charts import Series
    from carechoice.files.slides.deck import Deck


# More dates than these would run together below a chart of years.
MOST_DATES = 6


def time_slide(deck: Deck, comparison: Comparison) -> None:
    """Hours of care week by week, and whether they fit the person's week."""
    slide = deck.slide(say("time.title"), assumed(comparison))
    box = Box(0.6, 1.25, 8.3, 5.55)
    _add_weeks(Place(slide, box, captions.time_alt(comparison)), comparison)
    drawn: captions.Drawn = "lines" if is_of_years(comparison) else "columns"
    caption = captions.time_caption(comparison, drawn=drawn)
    paragraphs = texts(filter(None, [caption, fit.fit_sentence(comparison)]))
    deck.text(slide, paragraphs, Box(9.1, 1.5, 3.6, 5.3), most_pt=18)


def _add_weeks(place: Place, comparison: Comparison) -> None:
    """A column an option and week; over years it would be narrower than a line, so lines."""
    from carechoice.files.slides import charts

    weeks = max(len(option.hours_by_week) for option in comparison.options.values())
    series = {
        pathway: _series(comparison, option, weeks)
        for pathway, option in comparison.options.items()
    }
    up = ticks(max(max(each.hours_by_week) for each in comparison.options.values()), about=5)
    if is_of_years(comparison):
        days = week_starts(comparison.scenario.start_date, weeks)
        axes = charts.Axes(titles=("", say("time.axis")), ticks=up, most_names=MOST_DATES)
        charts.lines(place, days, series, axes)
    else:
        named = [f"{week}" for week in range(1, weeks + 1)]
        axes = charts.Axes(titles=(say("time.column.week"), say("time.axis")), ticks=up)
        charts.columns(place, named, list(series.values()), axes)


def _series(comparison: Comparison, option: Option, weeks: int) -> Series:
    from carechoice.files.slides import charts

    by_week = _by_week(comparison, option, weeks)
    return charts.Series(short_name(option.words_key), by_week, [COLOR[option.pathway]])


def _by_week(comparison: Comparison, option: Option, weeks: int) -> list[float | None]:
    """The hours of each week; none after the last, behind which a line comes down to zero."""
    steps = stretches(comparison, option)
    own = [step.hours_per_week for step in steps for _ in range(step.weeks)]
    end = [0.0] if is_of_years(comparison) else []
    after: list[float | None] = [*end, *[None] * weeks]
    return [*own, *after][:weeks]
