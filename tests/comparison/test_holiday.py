"""Federal holidays of the United States, against the wall calendars of 2026 to 2028."""

from datetime import date

import pytest
from scenarios import comparison

from carechoice.topics.week.course_chart import course_chart
from carechoice.topics.week.course_words import holidays_between


def test_the_eleven_holidays_of_2027_and_the_days_that_stand_in_for_them():
    found = {day.date.isoformat(): day.name for day in holidays_between(
        date(2027, 1, 1), date(2027, 12, 31)
    )}  # fmt: skip
    assert list(found) == [
        "2027-01-01", "2027-01-18", "2027-02-15", "2027-05-31", "2027-06-18", "2027-06-19",
        "2027-07-04", "2027-07-05", "2027-09-06", "2027-10-11", "2027-11-11", "2027-11-25",
        "2027-12-24", "2027-12-25", "2027-12-31",
    ]  # fmt: skip
    assert found["2027-07-05"] == "Independence Day (observed)"


def test_holidays_on_both_sides_of_new_year_are_found():
    names = [day.name for day in holidays_between(date(2026, 12, 25), date(2027, 1, 1))]
    assert names == ["Christmas Day", "New Year’s Day"]


def test_a_day_without_a_holiday_has_none():
    assert holidays_between(date(2027, 3, 1), date(2027, 3, 31)) == []


def test_visits_on_a_holiday_are_named_and_not_skipped():
    """Mondays from January 4 on: January 18 and February 15 are holidays."""
    chart = course_chart(comparison())
    assert (
        "In therapy 2 visits fall on a public holiday: January 18, 2027 (Martin Luther King Jr. "
        "Day) and February 15, 2027 (Washington’s Birthday)."
    ) in chart.caption
    on_holiday = [row for row in chart.table.shown() if row[2]]
    assert ["Therapy", "January 18, 2027, 9 am", "Martin Luther King Jr. Day"] in on_holiday
    assert len(on_holiday) == 4


def drawn(chart, name):
    """What the key names so, or None."""
    return next((each for each in chart.figure["data"] if each.get("name") == name), None)


def test_a_visit_on_a_holiday_has_a_ring_and_each_holiday_a_line():
    """Therapy on January 18 and February 15, 14 and 42 days after the first; so the IOP."""
    chart = course_chart(comparison())
    rings, lines = (drawn(chart, f"{what}ublic holiday") for what in ("Visit on a p", "P"))
    assert rings["x"] == [14.5, 42.5] * 2
    assert len(set(rings["y"][:2])) == 1
    assert lines["x"][:3] == [14.5, 14.5, None]


@pytest.mark.parametrize("third", ["off", "step_down"])
def test_each_visit_is_a_bar_on_its_day_in_the_row_of_its_option(third):
    result = comparison(third_path=third)
    bars = [each for each in course_chart(result).figure["data"] if each["type"] == "bar"]
    for bar, option in zip(bars, result.options.values(), strict=True):
        assert len(bar["x"]) == option.visits
        # In the middle of the first day, with which the chart begins.
        assert bar["x"][0] == 0.5
        assert len(set(bar["base"])) == 1
    assert len({bar["base"][0] for bar in bars}) == len(bars)


def test_a_course_of_four_years_stands_in_bands_of_six_months():
    """From January 2027 to the middle of December 2030."""
    chart = course_chart(comparison(therapy_hours_per_week=0.5, therapy_sessions=104))
    months = [note["text"] for note in chart.figure["layout"]["annotations"]]
    assert months[:2] == ["Jan<br>2027", "Feb<br>&nbsp;"]
    assert len(months) == 48
    therapy = drawn(chart, "<b>Therapy</b> ends December 16, 2030")
    assert len(set(therapy["y"])) == 8


def test_a_course_between_holidays_says_so():
    caption = course_chart(
        comparison(start_date="2027-03-01", therapy_sessions=4, iop_weeks=4)
    ).caption
    assert caption.endswith("No visit falls on a public holiday.")


def test_many_holidays_are_in_the_table():
    """A session every other week for four years, and an IOP of 26 weeks."""
    chart = course_chart(comparison(therapy_hours_per_week=0.5, therapy_sessions=104))
    assert "see the table" in chart.caption


def test_a_holiday_with_two_visits_is_named_once():
    """Ten sessions a week are two on each working day."""
    asked = {"therapy_hours_per_week": 5, "therapy_session_minutes": 30, "therapy_sessions": 30}
    assert (
        "In therapy 2 visits fall on a public holiday: January 18, 2027 (Martin Luther King Jr. "
        "Day). In"
    ) in course_chart(comparison(**asked)).caption
