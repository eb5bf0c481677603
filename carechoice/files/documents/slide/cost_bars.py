"""The bars of the cost slide, as a chart that can be edited."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from carechoice.comparison.compare import Comparison, Option
from carechoice.drawing.style import COLOR
from carechoice.files.documents.drawing import dollar_ticks
from carechoice.files.documents.fitting import Box, Place
from carechoice.inputs.coverage import has_plan
from carechoice.language.sentences import say, short_name
from carechoice.topics.dashboard import captions

if TYPE_CHECKING:
    from pptx.slide import Slide


# Excel's way to write whole dollars.
DOLLARS = '"$"#,##0'


def add_bars(slide: Slide, comparison: Comparison) -> None:
    """What patient and plan pay, one bar an option, with the range of what the patient pays."""
    from carechoice.files.documents import native

    options = comparison.options.values()
    colors = [COLOR[pathway] for pathway in comparison.options]
    you = [option.patient_total_usd for option in options]
    plan = [option.plan_usd for option in options]
    by_plan = native.Series(say("cost.column.plan"), plan, colors, hatched=True)
    native.bars(
        Place(slide, Box(0.6, 1.25, 6.0, 4.0), captions.cost_alt(comparison)),
        [short_name(option.told_as) for option in options],
        [
            native.Series(say("cost.column.you"), you, colors, ranges=_ranges(options)),
            *([by_plan] if has_plan(comparison.scenario) else []),
        ],
        number_format=DOLLARS,
        ticks=dollar_ticks(options),
    )


def _ranges(options: Iterable[Option]) -> list[tuple[float, float]]:
    """The range of what the patient pays; nothing where no option has one."""
    spreads = [option.patient_usd for option in options]
    if all(spread.is_known for spread in spreads):
        return []
    return [(spread.low, spread.high) for spread in spreads]
