"""Federal holidays of the United States, against the wall calendars of 2026 to 2028."""

from datetime import date

from scenarios import comparison

from carechoice.topics.week.course_chart import course_chart
from carechoice.topics.week.holiday import holidays_between


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
    assert names == ["Christmas Day", "New Year's Day"]


def test_a_day_without_a_holiday_has_none():
    assert holidays_between(date(2027, 3, 1), date(2027, 3, 31)) == []


def test_visits_on_a_holiday_are_named_and_not_skipped():
    """Mondays from January 4 on: January 18 and February 15 are holidays."""
    chart = course_chart(comparison())
    assert (
        "In therapy 2 visits fall on a public holiday: January 18, 2027 (Martin Luther King Jr. "
        "Day) and February 15, 2027 (Washington's Birthday)."
    ) in chart.caption
    on_holiday = [row for row in chart.table.shown() if row[2]]
    assert ["Therapy", "January 18, 2027, 9 am", "Martin Luther King Jr. Day"] in on_holiday
    assert len(on_holiday) == 4


def test_a_visit_on_a_holiday_has_an_open_mark():
    therapy = course_chart(comparison()).figure["data"][0]["marker"]
    assert therapy["symbol"][2] == "circle-open"
    assert therapy["symbol"][0] == "circle"


def test_a_course_between_holidays_says_so():
    caption = course_chart(
        comparison(start_date="2027-03-01", therapy_sessions=4, iop_weeks=4)
    ).caption
    assert caption.endswith("No visit falls on a public holiday.")


def test_many_holidays_are_in_the_table():
    """A session every other week for four years, and an IOP of 26 weeks."""
    chart = course_chart(comparison(therapy_hours_per_week=0.5, therapy_sessions=104))
    assert "see the table" in chart.caption
    assert len(chart.figure["layout"]["annotations"]) == 2
