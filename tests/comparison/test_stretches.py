"""Hours a week as they are drawn: week by week, and over years therapy in its mean."""

import pytest
from scenarios import comparison

from carechoice.comparison.weeks.stretches import has_means, is_of_years, stretches
from carechoice.topics.dashboard import captions

YEARS = {"therapy_sessions": 104, "therapy_hours_per_week": 0.5}
SAID = "In a course this long, the chart averages therapy over 4 weeks at a time."


@pytest.mark.parametrize(
    "inputs",
    [
        {},
        {"therapy_hours_per_week": 0.5},
        YEARS,
        YEARS | {"third_path": "step_down", "step_down_sessions": 103, "iop_weeks": 5},
        YEARS | {"third_path": "step_up", "closed_on_holidays": "yes"},
        {"therapy_sessions": 104, "closed_on_holidays": "yes", "iop_when_closed": "left_out"},
    ],
)
def test_weeks_times_hours_are_the_total_and_no_week_is_missing_or_twice(inputs):
    result = comparison(**inputs)
    for option in result.options.values():
        drawn = stretches(result, option)
        assert [each.first for each in drawn] == [
            sum(before.weeks for before in drawn[:place]) for place in range(len(drawn))
        ]
        assert sum(each.weeks for each in drawn) == len(option.hours_by_week)
        total = sum(each.weeks * each.hours_per_week for each in drawn)
        assert total == pytest.approx(option.total_hours)


def test_up_to_sixty_weeks_each_week_is_drawn_as_it_is():
    """30 sessions every other week end in week 59, 31 in week 61."""
    for sessions, weeks, is_long in ((30, 59, False), (31, 61, True)):
        result = comparison(therapy_hours_per_week=0.5, therapy_sessions=sessions)
        therapy = result.options["therapy"]
        assert therapy.weeks == weeks
        assert is_of_years(result) == has_means(result) == is_long
    drawn = stretches(comparison(therapy_hours_per_week=0.5), therapy)[:2]
    assert [(each.weeks, each.hours_per_week) for each in drawn] == [(1, 1), (1, 0)]


def test_a_program_of_five_weeks_keeps_them_and_therapy_after_it_begins_its_own_means():
    result = comparison(**YEARS, third_path="step_down", step_down_sessions=104, iop_weeks=5)
    drawn = stretches(result, result.options["step_down"])
    assert [each.hours_per_week for each in drawn[:5]] == [9] * 5
    assert drawn[5] == (5, 4, 0.5)


def test_it_is_said_where_a_mean_differs_from_its_weeks():
    assert SAID in captions.time_caption(comparison(**YEARS))
    # A session each week is its own mean.
    assert SAID not in captions.time_caption(comparison(therapy_sessions=104))
    assert SAID not in captions.time_caption(comparison(therapy_hours_per_week=0.5))
