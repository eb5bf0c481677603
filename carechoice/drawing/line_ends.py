"""Where the name of a line that rises in steps stands at its end: clear of names and lines.

Reckoned in pixels of a phone's chart. On a wider one every name takes less of the width, at the
same end of its line, so what is clear on a phone is clear there too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Literal

Point = tuple[float, float]
Side = Literal["left", "right"]

PLOT_WIDTH_PX, PLOT_HEIGHT_PX = 245, 238
# The margin to the right of the plot and above it, which a name may use; the gap at its left too.
MARGIN_PX = 8
LETTER_PX = 6.2
# A name is so high, and so far from the end of its line because of the mark there.
NAME_PX = 13
GAP_PX = 4
# How far a name moves up where another stands at its end.
LINE_PX = 17
# What is worse: each pixel of a name out of the chart, a name on another, a name on a line.
OUTSIDE, ON_A_NAME, ON_A_LINE = 10, 10, 1


@dataclass(frozen=True, slots=True)
class Box:
    """What a text covers, in pixels from the lower left of the plot."""

    left: float
    bottom: float
    right: float
    top: float

    def overlaps(self, other: Box) -> bool:
        """Whether the two have any place in common."""
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.top <= other.bottom or other.top <= self.bottom)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that never falls, from its first point to its last, and the letters of its name."""

    points: Sequence[Point]
    letters: int

    def crosses(self, box: Box) -> bool:
        """Whether the line passes through the box: in below its top, out above its bottom."""
        first, last = self.points[0][0], self.points[-1][0]
        left, right = max(box.left, first), min(box.right, last)
        return left <= right and self._at(left) <= box.top and self._at(right) >= box.bottom

    def _at(self, x: float) -> float:
        return self.points[bisect_right(self.points, x, key=lambda point: point[0]) - 1][1]


@dataclass(frozen=True, slots=True)
class Place:
    """How a name stands at the end of its line, in the words of Plotly's annotations."""

    xanchor: Side
    yanchor: Literal["bottom", "top"]
    yshift: int = 0


def clear_places(lines: Sequence[Line], taken: Sequence[Box] = ()) -> list[Place]:
    """A place for each line's name, together as clear as can be; ``taken`` holds other texts.

    Where several are as clear, the first in the order of ``_choices`` counts: above comes first.
    """
    choices = [
        [(place, _box(line, place), order) for order, place in enumerate(_choices(line))]
        for line in lines
    ]
    costs = {box: _cost(box, lines, taken) for of_line in choices for _, box, _ in of_line}
    best = min(
        product(*choices),
        key=lambda picked: (
            sum(costs[box] for _, box, _ in picked)
            + ON_A_NAME * sum(a.overlaps(b) for (_, a, _), (_, b, _) in combinations(picked, 2)),
            sum(order for *_, order in picked),
        ),
    )
    return [place for place, *_ in best]


def _choices(line: Line) -> list[Place]:
    """Above on the side with more room, below it, on the other side, higher up, deep below."""
    is_late = line.points[-1][0] > PLOT_WIDTH_PX / 2
    near: Side = "right" if is_late else "left"
    far: Side = "left" if is_late else "right"
    return [
        Place(near, "bottom"),
        Place(near, "top"),
        Place(far, "bottom"),
        Place(far, "top"),
        Place(near, "bottom", LINE_PX),
        Place(far, "bottom", LINE_PX),
        Place(near, "top", -2 * LINE_PX),
    ]


def _box(line: Line, place: Place) -> Box:
    x, y = line.points[-1]
    width = line.letters * LETTER_PX
    left = x - width if place.xanchor == "right" else x
    beside = GAP_PX if place.yanchor == "bottom" else -GAP_PX - NAME_PX
    bottom = y + beside + place.yshift
    return Box(left, bottom, left + width, bottom + NAME_PX)


def _cost(box: Box, lines: Sequence[Line], taken: Sequence[Box]) -> float:
    return (
        OUTSIDE * _outside_px(box)
        + ON_A_NAME * sum(box.overlaps(other) for other in taken)
        + ON_A_LINE * sum(line.crosses(box) for line in lines)
    )


def _outside_px(box: Box) -> float:
    beyond = (
        -GAP_PX - box.left,
        -box.bottom,
        box.right - PLOT_WIDTH_PX - MARGIN_PX,
        box.top - PLOT_HEIGHT_PX - MARGIN_PX,
    )
    return sum(max(0, px) for px in beyond)
