"""Names at the ends of rising lines: on no other name, and on no line where that can be."""

from itertools import combinations

import pytest
from scenarios import comparison

from carechoice.drawing.line_ends import (
    MARGIN_PX,
    PLOT_WIDTH_PX,
    Box,
    Line,
    Place,
    _box,
    clear_places,
)
from carechoice.topics.bill.running import _labels, _lines, running_chart

FLAT = Line([(0, 100), (200, 100)], 10)


@pytest.mark.parametrize(
    ("box", "crossed"),
    [
        (Box(50, 90, 60, 110), True),
        (Box(50, 101, 60, 110), False),
        (Box(50, 80, 60, 99), False),
        (Box(201, 90, 240, 110), False),
    ],
)
def test_a_line_crosses_what_it_passes_through_and_only_on_its_way(box, crossed):
    assert FLAT.crosses(box) is crossed


def test_a_step_is_part_of_the_line():
    steep = Line([(0, 10), (100, 200)], 10)
    assert steep.crosses(Box(90, 50, 110, 60))
    assert not steep.crosses(Box(50, 50, 99, 60))


def test_a_name_alone_stands_above_the_end_on_the_side_with_room():
    assert clear_places([Line([(0, 0), (200, 100)], 10)]) == [Place("right", "bottom")]
    assert clear_places([Line([(0, 0), (40, 100)], 10)]) == [Place("left", "bottom")]


def test_two_ends_at_one_place_have_one_name_above_and_one_below():
    steep = [(0, 0), (120, 0), (200, 100)]
    above, below = clear_places([Line(steep, 10), Line(steep, 10)])
    assert above != below


def test_a_name_keeps_clear_of_a_text_that_is_there():
    line = Line([(0, 0), (40, 200)], 10)
    over_it = Box(30, 200, 120, 230)
    assert clear_places([line], [over_it]) == [Place("left", "top")]


ON_NO_LINE = [
    {"third_path": "step_down"},
    {"third_path": "step_up"},
    {"third_path": "step_down", "network": "self_pay"},
    {"third_path": "step_down", "plan": "medicare"},
    # Both end at the out-of-pocket maximum.
    {"third_path": "step_down", "oop_max_usd": 1000},
    {"third_path": "step_down", "start_date": "2026-11-30"},
    {"third_path": "step_down", "step_down_sessions": 40, "therapy_sessions": 52},
    # The name of therapy's line stands deep below it: the third way's line is in its way above.
    {"third_path": "step_up", "network": "self_pay"},
    {"third_path": "step_up", "plan": "medicare"},
]
# A long name has to cross a line somewhere where lines rise close to each other.
CROWDED = [
    {"third_path": "step_up", "start_date": "2026-11-30"},
    {"third_path": "step_up", "therapy_sessions": 52},
    {"third_path": "step_down", "therapy_sessions": 60},
]


def boxes_of_names(result):
    places = [
        Place(label["xanchor"], label["yanchor"], label["yshift"]) for label in _labels(result)
    ]
    return [_box(line, place) for line, place in zip(_lines(result), places, strict=True)]


@pytest.mark.parametrize("inputs", [*ON_NO_LINE, *CROWDED], ids=str)
def test_names_of_three_ways_lie_on_no_other_and_in_the_chart(inputs):
    boxes = boxes_of_names(comparison(**inputs))
    assert not any(a.overlaps(b) for a, b in combinations(boxes, 2))
    for box in boxes:
        assert box.left > -MARGIN_PX
        assert box.right < PLOT_WIDTH_PX + 2 * MARGIN_PX


@pytest.mark.parametrize("inputs", ON_NO_LINE, ids=str)
def test_names_of_three_ways_lie_on_no_line_where_there_is_room(inputs):
    result = comparison(**inputs)
    assert not any(line.crosses(box) for line in _lines(result) for box in boxes_of_names(result))


def test_names_of_the_two_options_alone_stand_above_their_ends():
    notes = running_chart(comparison()).figure["layout"]["annotations"]
    assert {(note["yanchor"], note["yshift"]) for note in notes} == {("bottom", 0)}
