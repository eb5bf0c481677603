"""Levels of care by weekly hours: below 9, 9 to 19, 20 and more (Medicare's thresholds)."""

import pytest

from carechoice.comparison.levels import level_of


@pytest.mark.parametrize(
    ("hours", "level"),
    [
        (0, "outpatient"),
        (1, "outpatient"),
        (8.75, "outpatient"),
        (9, "iop"),
        (19, "iop"),
        (19.75, "iop"),
        (20, "php"),
        (40, "php"),
    ],
)
def test_hours_a_week_give_the_level(hours, level):
    assert level_of(hours).key == level


def test_care_around_the_clock_is_never_a_level_by_weekly_hours():
    assert not level_of(168).around_the_clock


def test_negative_hours_are_refused():
    with pytest.raises(ValueError, match="zero or more"):
        level_of(-1)
