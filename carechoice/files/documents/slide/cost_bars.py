"""The bars of the cost slide, as a chart that can be edited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from carechoice.comparison.compare import Comparison
from carechoice.comparison.cost_parts import cost_parts, rest_named
from carechoice.drawing.cost_bars import part_name
from carechoice.drawing.style import COLOR
from carechoice.files.documents.drawing import dollar_ticks
from carechoice.files.documents.fitting import Box, Place
from carechoice.inputs.coverage import has_plan
from carechoice.language.sentences import short_name
from carechoice.topics.dashboard import captions

if TYPE_CHECKING:
    from pptx.slide import Slide

    from carechoice.files.documents.native import Filling


# Excel's way to write whole dollars.
DOLLARS = '"$"#,##0'
# How each part of a bar is filled.
FILLINGS: Mapping[str, Filling] = {
    "you": "solid",
    "may": "pale",
    "plan": "hatched",
    "rest": "hatched",
}


def add_bars(slide: Slide, comparison: Comparison) -> None:
    """What patient and plan pay, one bar an option, with the range of what the patient pays."""
    from carechoice.files.documents import native

    options = comparison.options.values()
    colors = [COLOR[pathway] for pathway in comparison.options]
    native.bars(
        Place(slide, Box(0.6, 1.25, 6.0, 4.0), captions.cost_alt(comparison)),
        [short_name(option.told_as) for option in options],
        [
            native.Series(part_name(part), usd, colors, FILLINGS[part])
            for part, usd in _parts(comparison)
        ],
        number_format=DOLLARS,
        ticks=dollar_ticks(options),
    )


def _parts(comparison: Comparison) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Each part that some bar has, with its dollars by option; what you pay is always one."""
    you, may, plan = zip(*map(cost_parts, comparison.options.values()), strict=True)
    yield "you", you
    if any(may):
        yield "may", may
    if any(plan) and has_plan(comparison.scenario):
        yield rest_named(comparison.options.values()), plan
