"""The charts drawn on paper, and sentences as pieces."""

from itertools import pairwise

import pytest
from scenarios import comparison

from carechoice.files.drawing import level_drawing, ticks, time_drawing
from carechoice.files.handout.cost_drawing import cost_drawing
from carechoice.language.pieces import Piece, pieces, without_marks


@pytest.mark.parametrize(
    ("most", "about", "expected"),
    [
        (9, 3, [0, 5, 10]),
        (1, 3, [0, 0.5, 1]),
        (6120, 4, [0, 2000, 4000, 6000, 8000]),
        (10, 5, [0, 2, 4, 6, 8, 10]),
        (0, 4, [0, 1, 2, 3, 4]),
    ],
)
def test_ticks_are_round_and_go_past_the_highest_value(most, about, expected):
    assert ticks(most, about=about) == expected


# A program on Mondays, of which the first, January 18, is closed, and Fridays from Christmas on.
FIRST_DAY_CLOSED = {"closed_on_holidays": "yes"}
MONDAYS = FIRST_DAY_CLOSED | {"start_date": "2027-01-18", "iop_hours_per_week": 3}
FRIDAYS = FIRST_DAY_CLOSED | {"start_date": "2026-12-25", "therapy_when_closed": "at_end"}


@pytest.mark.parametrize(
    "inputs",
    [
        {},
        {"third_path": "step_up"},
        {"therapy_hours_per_week": 0.5},
        MONDAYS,
        MONDAYS | {"third_path": "step_down"},
        FRIDAYS | {"therapy_sessions": 80},
    ],
)
def test_the_area_on_paper_is_the_total_hours(inputs):
    result = comparison(**inputs)
    for row, option in zip(time_drawing(result)["rows"], result.options.values(), strict=True):
        corners = row["points"]
        pairs = pairwise(corners)
        area = sum((x2 - x1) * (y1 + y2) / 2 for (x1, y1), (x2, y2) in pairs)
        assert area == pytest.approx(option.total_hours)


@pytest.mark.parametrize(
    ("inputs", "weeks"),
    [
        ({"therapy_sessions": 1, "iop_weeks": 1}, [0, 1]),
        ({"therapy_sessions": 3, "iop_weeks": 1}, [0, 1, 2, 3]),
        ({"therapy_sessions": 14, "iop_weeks": 1}, [0, 5, 10]),
    ],
)
def test_weeks_on_paper_are_counted_in_whole_ones(inputs, weeks):
    assert [value for value, _ in time_drawing(comparison(**inputs))["along"]] == weeks


def test_bars_on_paper_add_up_to_the_total_price():
    """With the therapist's copayment and price all of therapy is known: 18 x $27 of 18 x $150."""
    known = {"therapy_copay_usd": 27, "therapy_deductible_applies": "no"}
    therapy, iop = cost_drawing(comparison(**known, therapy_price_usd=150))["rows"]
    assert (therapy["you"], therapy["may"], therapy["plan"]) == (486, 0, 2700 - 486)
    # A tenth of the prices of a day are above $600 - sqrt(0.1 x 486 x 345) = $470.51.
    assert iop["you"] + iop["may"] + iop["plan"] == pytest.approx(24 * 470.51, rel=0.01)
    assert (therapy["estimate"], iop["estimate"]) == ([], [2732.80])


def test_the_key_on_paper_names_what_is_drawn():
    self_pay = {"therapy_price_usd": 150, "iop_price_per_day_usd": 400}
    asked = ({}, {"plan": "masshealth"}, {"plan": "none", **self_pay}, {"deductible_usd": 1500})
    keys = [cost_drawing(comparison(**each))["key"] for each in asked]
    assert keys == [
        "Solid: you pay. Paler: you may pay. Hatched: the rest of the price.",
        "Hatched: your plan pays.",
        "Solid: you pay.",
        "Solid: you pay. Paler: you may pay. Hatched: the rest of the price. Line: the estimate.",
    ]


@pytest.mark.parametrize(("hours", "rung"), [(8, 0), (9, 1), (20, 2)])
def test_the_mark_on_paper_stands_on_the_rung_of_its_hours(hours, rung):
    rungs = level_drawing(comparison(iop_hours_per_week=hours))["rungs"]
    texts = ["".join(piece.text for piece in mark["label"]) for mark in rungs[rung]["marks"]]
    assert f"IOP, {hours} hours a week" in texts


def test_a_sentence_comes_apart_into_its_bold_pieces():
    assert pieces("**Call** [988](tel:988), now") == [
        Piece("Call", True),
        Piece(" ", False),
        Piece("988", False),
        Piece(", now", False),
    ]
    assert without_marks("<b>Therapy</b>: $486<br>Plan: $0") == "Therapy: $486\nPlan: $0"
