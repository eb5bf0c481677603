"""What a chart that is saved as a picture has around its drawing: title, caption and day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from carechoice.catalog.in_use import remembered
from carechoice.drawing.style import Chart
from carechoice.language.everywhere import crisis_line_as_text, made_on
from carechoice.language.sentences import as_text, say


@dataclass(frozen=True, slots=True)
class Around:
    """The title above the drawing, the texts below it, and the file's name."""

    title: str
    caption: str
    foot: str
    file: str


def around(chart: Chart, today: date) -> Around:
    """What stands around this chart; all of it plain text."""
    return Around(chart.title, as_text(chart.caption), _foot(today), f"carechoice-{chart.key}.png")


@remembered()
def _foot(today: date) -> str:
    return "\n".join((say("answer.estimate"), made_on(today), crisis_line_as_text()))
