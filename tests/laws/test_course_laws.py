"""What must hold for any course of care."""

from datetime import date, timedelta
from itertools import pairwise
from math import ceil

from hypothesis import given
from hypothesis import strategies as st
from scenarios import scenario

from carechoice.catalog.holiday import is_holiday
from carechoice.catalog.weekdays import CHOICES, read_weekdays
from carechoice.comparison.visits.course import days_closed, visits

courses = st.builds(
    lambda **values: scenario().but(**values),
    therapy_hours_per_week=st.floats(0.5, 5),
    therapy_sessions=st.integers(1, 104),
    therapy_session_minutes=st.sampled_from([30, 45, 60]),
    iop_hours_per_week=st.floats(3, 30),
    iop_weeks=st.integers(1, 26),
    iop_hours_per_day=st.floats(1, 8),
    start_date=st.dates(date(2026, 1, 1), date(2031, 12, 31)),
    therapy_weekdays=st.sampled_from(CHOICES),
    iop_weekdays=st.sampled_from(CHOICES),
)
closed_courses = st.builds(
    lambda course, **values: course.but(closed_on_holidays=True, **values),
    courses,
    therapy_when_closed=st.sampled_from(["next_day", "at_end"]),
    iop_when_closed=st.sampled_from(["at_end", "left_out"]),
)


@given(courses)
def test_therapy_hours_are_sessions_times_session_length(course):
    found = list(visits(course, "therapy"))
    assert len(found) == course.therapy.sessions
    minutes = course.therapy.sessions * course.therapy.session_minutes
    assert abs(sum(visit.hours for visit in found) * 60 - minutes) < 1e-6


@given(courses)
def test_iop_hours_are_hours_a_week_times_weeks_to_the_minute(course):
    minutes = 60 * sum(visit.hours for visit in visits(course, "iop"))
    assert abs(minutes - round(60 * course.iop.hours_per_week) * course.iop.weeks) < 1e-6


@given(courses)
def test_visits_are_on_working_days_in_order_and_never_before_the_start(course):
    for care in ("therapy", "iop"):
        dates = [visit.date for visit in visits(course, care)]
        assert dates == sorted(dates)
        assert dates[0] >= course.start_date
        assert all(day.weekday() < 5 for day in dates)


@given(courses)
def test_visits_are_on_named_days_where_as_many_are_named_as_there_are_in_a_week(course):
    sessions = ceil(60 * course.therapy.hours_per_week / course.therapy.session_minutes - 1e-9)
    days = {
        "therapy": min(sessions, 5),
        "iop": sum(visit.week == 1 for visit in visits(course, "iop")),
    }
    for care, in_a_week in days.items():
        named = set(read_weekdays(course.value(f"{care}_weekdays")))
        used = {visit.date.weekday() for visit in visits(course, care)}
        if len(named) >= in_a_week:
            assert used <= named
        elif named and len(used) == in_a_week:
            assert named <= used


@given(closed_courses)
def test_no_visit_is_on_a_closed_day_and_only_program_days_can_be_left_out(course):
    for care in ("therapy", "iop"):
        planned = visits(course.but(closed_on_holidays=False), care)
        found = visits(course, care)
        assert not any(is_holiday(visit.date) or visit.date.weekday() > 4 for visit in found)
        assert [visit.date for visit in found] == sorted(visit.date for visit in found)
        if course.of("when_closed", care) == "left_out":
            open_days = [visit for visit in planned if not is_holiday(visit.date)]
            assert found == open_days or (not open_days and len(found) == 1)
        else:
            assert len(found) == len(planned)
            assert found[-1].date >= planned[-1].date


@given(closed_courses, st.sampled_from(["therapy", "iop"]))
def test_closed_days_are_the_holidays_among_the_planned_days(course, care):
    """Of a course whose visits come at the end these are the planned days up to its last visit."""
    longer = {"therapy_sessions": 3 * course.therapy.sessions, "iop_weeks": 3 * course.iop.weeks}
    comes_at_the_end = course.of("when_closed", care) == "at_end"
    never_closed = course.but(closed_on_holidays=False, **longer if comes_at_the_end else {})
    closed = [each.date for each in visits(never_closed, care) if is_holiday(each.date)]
    last = visits(course, care)[-1].date
    expected = [day for day in closed if day < last] if comes_at_the_end else closed
    assert [day for _, day in days_closed(course, care)] == expected


@given(courses)
def test_program_days_of_a_week_are_different_days_and_at_most_five(course):
    days = [(visit.week, visit.date) for visit in visits(course, "iop")]
    assert len(set(days)) == len(days)
    assert len(days) <= 5 * course.iop.weeks


@given(courses)
def test_a_visit_lies_in_the_seven_days_of_its_week(course):
    weekday = course.start_date.weekday()
    first = course.start_date + timedelta(days=7 - weekday if weekday > 4 else 0)
    for visit in visits(course, "iop") + visits(course, "therapy"):
        start = first + timedelta(weeks=visit.week - 1)
        assert start <= visit.date < start + timedelta(days=7)


@given(courses, st.integers(1, 500))
def test_moving_the_start_by_whole_weeks_moves_every_visit_by_as_much(course, weeks):
    later = course.but(start_date=course.start_date + timedelta(weeks=weeks))
    for before, after in zip(visits(course, "iop"), visits(later, "iop"), strict=True):
        assert after.date - before.date == timedelta(weeks=weeks)


@given(courses)
def test_no_program_day_is_too_short_to_be_billed(course):
    """Three hours at least; days are cut to whole minutes."""
    assert all(visit.hours >= 3 - 1 / 60 for visit in visits(course, "iop"))


@given(courses)
def test_no_fewer_program_days_would_be_short_enough(course):
    """One day fewer would be longer than the longest day, unless no more days can be had.

    But a person who names so many days knows better.
    """
    days = sum(visit.week == 1 for visit in visits(course, "iop"))
    if days == len(read_weekdays(course.week.iop_weekdays)):
        return
    longest = max(3, course.iop.hours_per_day)
    assert days == 1 or course.iop.hours_per_week / (days - 1) > longest - 1e-6


@given(courses, st.sampled_from(["step_down", "step_up"]), st.integers(1, 30))
def test_a_way_of_two_parts_has_the_visits_and_hours_of_both_one_after_the_other(
    course, path, sessions
):
    course = course.but(step_down_sessions=sessions, step_up_sessions=sessions)
    both = visits(course, path)
    program = visits(course, "iop")
    session_hours = course.therapy.session_minutes / 60
    assert len(both) == len(program) + sessions
    total = sum(visit.hours for visit in both)
    assert abs(total - sum(v.hours for v in program) - sessions * session_hours) < 1e-6
    assert [visit.date for visit in both] == sorted(visit.date for visit in both)
    changes = sum(one.care != other.care for one, other in pairwise(both))
    assert changes == 1
