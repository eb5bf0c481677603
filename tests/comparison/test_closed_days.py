"""Providers that are closed on public holidays, by hand with the wall calendars of 2026 to 2028."""

from datetime import date, timedelta
from itertools import count

import pytest
from costs_at_once import costs_usd
from holidays_by_law import by_law
from scenarios import TODAY, comparison, scenario, warnings

from carechoice.catalog.holiday import holidays_between, is_holiday
from carechoice.comparison.draws.simulation import Draws, simulated_usd
from carechoice.comparison.side_by_side.key_figures import key_figures
from carechoice.comparison.visits.closed_days import AT_END, LEFT_OUT, NEXT_DAY, held
from carechoice.comparison.visits.course import days_closed, visits
from carechoice.comparison.words import answer
from carechoice.language.sentences import as_text
from carechoice.topics.dashboard.time import time_chart
from carechoice.topics.sources import method
from carechoice.topics.week import words as week_words
from carechoice.topics.week.course_chart import course_chart

CLOSED = {"closed_on_holidays": "yes"}
# Of Mondays from January 4, 2027 on two are holidays: January 18 and February 15.
MARTIN_LUTHER_KING, WASHINGTON = date(2027, 1, 18), date(2027, 2, 15)


def dates(pathway, **query):
    return [visit.date for visit in visits(scenario(**CLOSED | query), pathway)]


def test_nobody_is_closed_until_the_person_says_so():
    assert MARTIN_LUTHER_KING in [visit.date for visit in visits(scenario(), "therapy")]
    assert days_closed(scenario(), "therapy") == []


def test_a_session_on_a_holiday_moves_to_the_tuesday_and_the_next_one_is_on_monday_again():
    days = dates("therapy")
    assert days[1:4] == [date(2027, 1, 11), date(2027, 1, 19), date(2027, 1, 25)]
    assert len(days) == 18
    assert days[-1] == date(2027, 5, 3)


def test_a_session_may_come_at_the_end_instead():
    """Two Mondays are closed, so 18 sessions end two weeks later."""
    days = dates("therapy", therapy_when_closed="at_end")
    assert days[1:4] == [date(2027, 1, 11), date(2027, 1, 25), date(2027, 2, 1)]
    assert (len(days), days[-1]) == (18, date(2027, 5, 17))


def test_program_days_on_holidays_come_at_the_end():
    """24 days on Mondays, Tuesdays and Thursdays end on Thursday, February 25; two come after."""
    days = dates("iop")
    assert not {MARTIN_LUTHER_KING, WASHINGTON} & {*days}
    assert (len(days), days[-2:]) == (24, [date(2027, 3, 1), date(2027, 3, 2)])


def test_program_days_that_are_left_out_are_not_billed():
    """22 days at $255 are $5,610: $1,886 in full and 20% of $3,724, which is $744.80."""
    result = comparison(**CLOSED, iop_when_closed="left_out")
    option = result.options["iop"]
    assert (option.visits, option.weeks, option.last_day) == (22, 8, date(2027, 2, 25))
    assert time_chart(result).caption.endswith("Left out on closed days: 2 visits of the IOP.")
    assert option.total_price_usd == 5610
    assert option.patient_usd.likely == 2630.80
    assert option.total_hours == 66
    assert option.hours_per_week == 9


def test_a_holiday_on_a_weekend_closes_the_friday_or_the_monday():
    """July 4, 2027 is a Sunday; Christmas of 2027 is a Saturday."""
    assert is_holiday(date(2027, 7, 5))
    assert is_holiday(date(2027, 12, 24))
    fridays = dates("therapy", start_date="2027-12-10", therapy_sessions=4)
    # December 24 and 31 stand in for Christmas and New Year's Day.
    assert fridays == [
        date(2027, 12, 10), date(2027, 12, 17), date(2027, 12, 27), date(2028, 1, 3),
    ]  # fmt: skip


def test_sessions_on_days_next_to_each_other_stay_in_order():
    """Monday closed: the first session is on Tuesday, the second one on Wednesday."""
    asked = {"therapy_hours_per_week": 2, "therapy_weekdays": "mon_tue", "start_date": "2027-01-18"}
    assert dates("therapy", **asked)[:3] == [date(2027, 1, day) for day in (19, 20, 25)]


def test_a_first_day_on_a_holiday_is_not_the_first_visit():
    asked = {"start_date": "2027-01-18"}
    assert dates("therapy", **asked)[0] == date(2027, 1, 19)
    assert dates("iop", **asked)[0] == date(2027, 1, 19)


def test_a_program_of_which_each_week_has_a_day_left_out_says_how_long_its_weeks_are():
    """Two weeks from Monday, December 21: Friday the 25th and Friday, January 1 are holidays."""
    asked = CLOSED | {
        "start_date": "2026-12-21",
        "iop_weeks": 2,
        "iop_weekdays": "mon_wed_fri",
        "iop_when_closed": "left_out",
    }
    result = comparison(**asked)
    assert result.options["iop"].hours_by_week == (6, 6)
    told = "9 hours a week (at most 6 hours with the closed days) until December 30, 2026"
    assert told in as_text(answer(result)["iop"])
    assert f"IOP: {told}, 12 hours in all." in time_chart(result).alt
    assert key_figures(result)[0][1:] == [
        "1 hour",
        "9 hours (at most 6 hours with the closed days)",
    ]
    # A week longer, and the third week is a full one.
    assert "9 hours a week until" in as_text(answer(comparison(**asked | {"iop_weeks": 3}))["iop"])


def test_a_course_whose_only_day_is_left_out_has_the_next_one():
    asked = {"start_date": "2027-01-18", "iop_hours_per_week": 3, "iop_weeks": 1}
    assert dates("iop", **asked, iop_when_closed="left_out") == [date(2027, 1, 25)]


@pytest.mark.parametrize(
    ("when_closed", "planned", "course", "told", "longer"),
    [
        # The one day, Monday, January 18, is held a week later: that is still one week of care.
        ("at_end", 1, (1, 1), "1 week, to January 25, 2027", None),
        # Four Mondays without January 18 and February 15: from January 25 to February 22.
        ("at_end", 4, (4, 5), "5 weeks, to February 22, 2027", "1 week longer"),
        # Of five Mondays three are left: January 25, February 1 and 8.
        ("left_out", 5, (3, 3), "3 weeks, to February 8, 2027", "2 weeks shorter"),
    ],
)
def test_weeks_before_the_first_visit_are_none_of_the_course(
    when_closed, planned, course, told, longer
):
    result = comparison(
        **CLOSED,
        start_date="2027-01-18",
        iop_hours_per_week=3,
        iop_weeks=planned,
        iop_when_closed=when_closed,
    )
    option = result.options["iop"]
    assert (option.visits, option.weeks) == course
    rows = {question: answers for question, *answers in key_figures(result)}
    assert rows["How long"][1] == told
    caption = time_chart(result).caption
    if longer:
        assert f"Closed days make the IOP {longer}." in caption
    else:
        assert "Closed days make" not in caption


def test_two_holidays_in_a_row_move_two_sessions():
    """Fridays from December 18, 2026: Christmas and January 1 are Fridays too."""
    days = dates("therapy", start_date="2026-12-18", therapy_sessions=3)
    assert days == [date(2026, 12, 18), date(2026, 12, 28), date(2027, 1, 4)]


@pytest.mark.parametrize(
    ("first_day", "weeks", "when_closed", "hours_by_week"),
    [
        # Monday, January 18 is closed: its day comes in the week after, or not at all.
        ("2027-01-18", 1, AT_END, (6, 3)),
        ("2027-01-18", 1, LEFT_OUT, (6,)),
        # The Fridays December 25 and January 1 are closed, in both weeks of the program.
        ("2026-12-21", 2, AT_END, (6, 6, 6)),
        ("2026-12-21", 2, LEFT_OUT, (6, 6)),
    ],
)
def test_a_program_of_nine_hours_a_week_is_an_iop_also_where_no_week_is_a_full_one(
    first_day, weeks, when_closed, hours_by_week
):
    program = {"iop_weekdays": "mon_wed_fri", "iop_hours_per_day": 3, "iop_weeks": weeks}
    days = {"start_date": first_day, "iop_when_closed": when_closed}
    result = comparison(**CLOSED | program | days)
    iop = result.options["iop"]
    assert iop.hours_by_week == hours_by_week
    assert (iop.hours_per_week, iop.level.key) == (9, "iop")
    told = "An **IOP** takes **9 hours a week** (at most 6 hours with the closed days) until"
    assert answer(result)["iop"].startswith(told)


def test_a_third_way_goes_on_after_the_days_that_come_at_the_end():
    days = dates("step_down", third_path="step_down")
    assert days[:24] == dates("iop")
    # The program ends in its ninth week, which begins on March 1.
    assert days[24] == date(2027, 3, 8)


@pytest.mark.parametrize("when_closed", [NEXT_DAY, AT_END, LEFT_OUT])
def test_a_shorter_course_begins_as_a_longer_one_does(when_closed):
    def course(number):
        planned = (date(2026, 11, 2) + timedelta(days=each) for each in count())
        working = (day for day in planned if day.weekday() in (0, 1, 3))
        return held(working, number, when_closed=when_closed, is_closed=is_holiday)

    longest = course(60)
    for number in range(1, 60):
        shorter = course(number)
        assert shorter == longest[: len(shorter)]


@pytest.mark.parametrize("iop", ["at_end", "left_out"])
@pytest.mark.parametrize("therapy", ["next_day", "at_end"])
@pytest.mark.parametrize("third", ["step_down", "step_up"])
def test_the_simulation_and_the_bill_of_many_count_the_same_days(therapy, iop, third):
    when = {"therapy_when_closed": therapy, "iop_when_closed": iop, "third_path": third}
    for start in ("2026-11-05", "2026-12-07", "2026-12-25"):
        result = comparison(**CLOSED | when | {"start_date": start, "iop_weekdays": "mon_thu_fri"})
        for pathway, option in result.options.items():
            costs = simulated_usd(pathway, Draws(result.scenario, {}, 2))
            assert costs.tolist() == [option.patient_usd.likely] * 2
        for care in ("therapy", "iop"):
            assert costs_usd([result.scenario], care) == [result.options[care].patient_usd.likely]


def test_what_becomes_of_visits_is_said_where_the_course_is_told():
    result = comparison(**CLOSED)
    assert course_chart(result).caption.endswith(
        "In therapy 2 planned days are closed: January 18, 2027 (Martin Luther King Jr. Day) and "
        "February 15, 2027 (Washington’s Birthday). In the IOP 2 planned days are closed: "
        "January 18, 2027 (Martin Luther King Jr. Day) and February 15, 2027 "
        "(Washington’s Birthday). A session on a closed day moves to the next open day. "
        "A program day on a closed day comes at the end. Closed days make the IOP 1 week longer."
    )
    assert all(not row[2] for row in course_chart(result).table.shown())
    assert week_words.set_up(result.scenario)[3] == (
        "**Closed on public holidays:** A session on a closed day moves to the next open day. "
        "A program day on a closed day comes at the end."
    )


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        # From December 14 on the IOP has 3 days a week. One of 24, January 18, is closed, and comes
        # in a ninth week; the sessions of January 18 and February 15 are held the day after.
        ({"start_date": "2026-12-14"}, "the IOP 1 week longer."),
        (
            {"start_date": "2026-12-14", "therapy_when_closed": "at_end"},
            "therapy 2 weeks longer and the IOP 1 week longer.",
        ),
        # The last of three Mondays, January 18, is left out.
        (
            {"iop_weeks": "3", "iop_weekdays": "mon", "iop_hours_per_week": "4"}
            | {"iop_when_closed": "left_out"},
            "the IOP 1 week shorter.",
        ),
        ({"start_date": "2026-12-14", "iop_when_closed": "left_out"}, None),
        ({"start_date": "2026-12-14", "closed_on_holidays": "no"}, None),
    ],
)
def test_weeks_that_closed_days_add_are_told_where_the_weeks_are(inputs, told):
    result = comparison(**CLOSED | inputs)
    for caption in (time_chart(result).caption, course_chart(result).caption):
        if told:
            assert caption.endswith(f" Closed days make {told}")
        else:
            assert "Closed days make" not in caption


def test_weeks_of_a_way_in_two_phases_are_counted_in_both():
    """The IOP has one closed day, January 18; the session of February 15 comes at the end."""
    way = {"start_date": "2026-12-14", "third_path": "step_down", "therapy_when_closed": "at_end"}
    told = time_chart(comparison(**CLOSED, **way)).caption
    assert told.endswith(
        " Closed days make therapy 2 weeks longer, the IOP 1 week longer and the two in a row "
        "2 weeks longer."
    )


def test_a_long_course_names_no_holiday_one_by_one():
    told = course_chart(comparison(**CLOSED, therapy_sessions=52)).caption
    assert "In therapy 6 planned days are closed: marked in the chart." in told


def test_a_course_without_a_holiday_says_so():
    told = course_chart(comparison(**CLOSED, start_date="2027-03-01", therapy_sessions=4)).caption
    assert told.endswith("No visit falls on a public holiday.")


def test_the_method_says_how_many_days_are_left_out():
    result = comparison(**CLOSED, iop_when_closed="left_out")
    days, price = method.steps(result)[3:5]
    assert days.endswith(
        "Over 8 weeks that is 24 days, from January 4, 2027 to February 25, 2027. 2 planned days "
        "are closed. A program day on a closed day is left out."
    )
    assert price == "**IOP, the price.** 22 days x $255 = $5,610."


def test_closed_days_are_no_doubt():
    assert warnings(comparison(**CLOSED), TODAY) == []


@pytest.mark.parametrize("year", range(2026, 2034))
def test_the_holidays_are_those_of_the_law(year):
    found = {day.date for day in holidays_between(date(year, 1, 1), date(year, 12, 31))}
    assert {day for day in found if day.weekday() < 5} == by_law(year)


@pytest.mark.parametrize(("closed", "is_left_out"), [("yes", False), ("no", True)])
def test_holidays_are_named_among_what_is_left_out_only_where_they_are(closed, is_left_out):
    left_out = method.limits(comparison(closed_on_holidays=closed).scenario)
    assert ("Holidays on which a provider is closed." in left_out) is is_left_out
    assert "Visits you miss, and stopping early." in left_out
