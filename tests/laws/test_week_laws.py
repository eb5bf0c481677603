"""What must hold for any week."""

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st
from scenarios import comparison

from carechoice.catalog.fixed_hours import HOURS_PER_WEEK, read_fixed_hours, write_fixed_hours
from carechoice.comparison.weeks.planned_week import minutes, planned_weeks

WEEKS = st.frozensets(st.integers(0, HOURS_PER_WEEK - 1))
THIRD = st.sampled_from(["off", "step_down", "step_up"])
TIMES = st.sampled_from(["morning", "afternoon", "evening"])


@given(WEEKS)
def test_a_week_written_and_read_is_the_same_week(hours):
    assert read_fixed_hours(write_fixed_hours(hours)) == hours


@given(
    WEEKS, TIMES, st.integers(0, 72), st.integers(3, 30), st.sampled_from([0.5, 1, 2.5, 5]), THIRD
)
def test_clashes_lie_in_the_fixed_hours_and_in_care_and_travel(
    hours, time, fives, iop, therapy, third
):
    result = comparison(
        fixed_hours=write_fixed_hours(hours),
        therapy_time_of_day=time,
        iop_time_of_day=time,
        travel_minutes_per_visit=5 * fives,
        iop_hours_per_week=iop,
        therapy_hours_per_week=therapy,
        third_path=third,
    )
    for week in chain(*planned_weeks(result).values()):
        assert minutes(week.fixed) == 60 * len(hours)
        assert minutes(week.clashes) <= min(
            minutes(week.fixed), minutes([*week.visits, *week.travel])
        )
        free = 112 * 60 - minutes([*week.fixed, *week.visits, *week.travel])
        # Travel between visits that follow each other overlaps, and is taken once.
        assert week.free_minutes >= max(0, free)
        assert all(
            0 <= block.start_minutes < block.end_minutes <= 24 * 60
            for block in (*week.visits, *week.travel)
        )


@given(st.integers(3, 30), st.integers(1, 8))
def test_the_iops_week_has_the_hours_that_were_asked_for(hours, per_day):
    inputs = {"iop_hours_per_week": hours, "iop_hours_per_day": per_day}
    (week,) = planned_weeks(comparison(**inputs))["iop"]
    assert minutes(week.visits) == 60 * hours
