"""One real week, worked by hand: January 4, 2027 is a Monday."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from scenarios import comparison

from carechoice.catalog.in_use import catalog, using
from carechoice.catalog.weekdays import WORKING_DAYS
from carechoice.comparison.ledger import entries_of
from carechoice.comparison.weeks.planned_week import (
    Block,
    appointments,
    clash_minutes_by_time_of_day,
    clash_minutes_online,
    days_that_fit,
    is_fixed_at_night,
    merged,
    minutes,
    planned_weeks,
)
from carechoice.language.sentences import say
from carechoice.topics.week import words as week_words
from carechoice.topics.week.course_chart import course_chart
from carechoice.topics.week.leave import leave
from carechoice.topics.week.week_chart import week_charts

NINE_TO_FIVE = {"fixed_hours": "mon-fri:09-17"}
HOUR = 60
at = datetime.fromisoformat


def week(pathway, **inputs):
    return planned_weeks(comparison(**inputs))[pathway][0]


def calendars(**inputs):
    by_option = week_charts(planned_weeks(comparison(**inputs)))
    return [chart for charts in by_option.values() for chart in charts]


def times(pathway, **inputs):
    result = comparison(**inputs)
    return appointments(result.scenario, entries_of(result, pathway))


def test_a_morning_session_is_monday_from_nine_to_ten():
    assert week("therapy").visits == (Block(0, 9 * HOUR, 10 * HOUR),)


def test_the_iops_days_are_those_of_its_course():
    assert [block.day for block in week("iop").visits] == [0, 1, 3]
    assert {block.minutes for block in week("iop").visits} == {3 * HOUR}


def test_an_evening_starts_at_half_past_five():
    assert week("iop", iop_time_of_day="evening").visits[0].start_minutes == 17 * HOUR + 30


def test_an_hours_travel_is_half_an_hour_before_and_after():
    travel = week("therapy", travel_minutes_per_visit=60).travel
    assert travel == (Block(0, 8 * HOUR + 30, 9 * HOUR), Block(0, 10 * HOUR, 10 * HOUR + 30))


def test_online_there_is_no_way_there():
    assert week("therapy", travel_minutes_per_visit=60, visits_online="yes").travel == ()


def test_a_session_inside_working_hours_clashes_for_all_its_time():
    """Of the way there, the half hour before nine is free: 60 + 30 minutes clash."""
    clashing = week("therapy", travel_minutes_per_visit=60, **NINE_TO_FIVE)
    assert minutes(clashing.clashes) == 90
    assert {block.day for block in clashing.clashes} == {0}


def test_the_iop_in_working_hours_clashes_on_its_three_days():
    assert minutes(week("iop", **NINE_TO_FIVE).clashes) == 3 * 3 * HOUR


def test_what_only_touches_does_not_clash():
    evening = {"iop_time_of_day": "evening", "travel_minutes_per_visit": 60}
    assert week("iop", **NINE_TO_FIVE, **evening).clashes == ()


def test_waking_time_left_is_112_hours_less_what_is_fixed_and_care():
    """16 hours on 7 days are 112; 40 are fixed. Care inside them has to move, and takes its own.

    In the morning: 1 hour and 9 hours more than the 40.
    """
    assert week("therapy").free_minutes == 111 * HOUR
    assert week("therapy", **NINE_TO_FIVE).free_minutes == 71 * HOUR
    assert week("iop", **NINE_TO_FIVE).free_minutes == 63 * HOUR
    assert week("iop", **NINE_TO_FIVE, iop_time_of_day="evening").free_minutes == 63 * HOUR


def test_a_week_with_all_hours_fixed_leaves_nothing():
    assert week("iop", fixed_hours="mon-sun:00-24").free_minutes == 0


def test_each_time_of_day_has_its_clash():
    """In the afternoon, from one to four, all three hours of a day clash as well."""
    result = comparison(**NINE_TO_FIVE)
    assert clash_minutes_by_time_of_day(result, week("iop", **NINE_TO_FIVE)) == {
        "morning": 540, "afternoon": 540, "evening": 0,
    }  # fmt: skip


@pytest.mark.parametrize("pathway", ["therapy", "iop"])
def test_days_that_fit_are_those_without_fixed_hours_on_which_care_can_be(pathway):
    """Care can be put on the days from Monday to Friday, 0 to 4: no weekend is named."""
    inputs = {"fixed_hours": "mon-thu:09-17"}
    found = days_that_fit(comparison(**inputs), week(pathway, **inputs), days=WORKING_DAYS)
    assert found == [4]


def test_online_only_the_way_there_goes_from_a_clash():
    inputs = {"travel_minutes_per_visit": 60, **NINE_TO_FIVE}
    assert clash_minutes_online(comparison(**inputs), week("therapy", **inputs)) == 60


def test_several_sessions_on_a_day_follow_each_other_with_the_way_between():
    """5 hours a week in 30 minutes are ten sessions, two a day."""
    first, second = times(
        "therapy",
        therapy_hours_per_week=5,
        therapy_session_minutes=30,
        travel_minutes_per_visit=40,
    )[:2]
    assert (first.start, first.end) == (at("2027-01-04 09:00"), at("2027-01-04 09:30"))
    assert second.start == at("2027-01-04 10:10")


def test_a_long_evening_ends_on_the_next_day():
    """A start at 5:30 pm, eight hours, and three hours back: until 4:30 am."""
    late = week(
        "iop",
        iop_hours_per_week=8,
        iop_hours_per_day=8,
        iop_time_of_day="evening",
        travel_minutes_per_visit=360,
        fixed_hours="tue:00-08",
    )
    assert late.visits == (Block(0, 17 * HOUR + 30, 24 * HOUR), Block(1, 0, 90))
    assert minutes(late.clashes) == 4 * HOUR + 30


def test_of_weeks_as_full_one_of_the_usual_days_is_shown():
    """Sessions on Fridays; those of December 25 and January 1 move to the Mondays after them."""
    fridays = {"therapy_weekdays": "fri", "closed_on_holidays": "yes", "start_date": "2026-12-24"}
    usual = week("therapy", **fridays)
    assert (usual.number, [block.day for block in usual.visits]) == (3, [4])


def test_the_fullest_week_is_shown_where_weeks_differ():
    """1.5 hours a week in 60 minutes: a session every 3 1/3 working days, two in week 1, one in 2.

    Sessions on working days 0, 3, 6 and 10: week 1 has two, week 2 one, week 3 begins.
    """
    uneven = week("therapy", therapy_hours_per_week=1.5)
    assert (uneven.number, len(uneven.visits)) == (1, 2)
    assert not uneven.is_like_others
    assert week("therapy").is_like_others
    assert "fullest one, week 1 of 12" in week_words.caption(uneven)


def test_a_week_over_new_year_keeps_its_weekdays():
    over = week("iop", start_date="2026-12-31")
    assert [block.day for block in over.visits] == [1, 3, 4]
    assert [visit.start.date().isoformat() for visit in times("iop", start_date="2026-12-31")][
        :3
    ] == ["2026-12-31", "2027-01-01", "2027-01-05"]


def test_the_hour_on_the_clock_stays_when_clocks_change():
    """Daylight saving time starts on March 14, 2027."""
    starts = [visit.start for visit in times("therapy", start_date="2027-03-08")]
    assert starts[1] - starts[0] == timedelta(days=7)
    assert {start.hour for start in starts} == {9}


def test_blocks_that_touch_are_one():
    assert merged([Block(0, 60, 90), Block(0, 90, 120), Block(1, 0, 5)]) == (
        Block(0, 60, 120),
        Block(1, 0, 5),
    )


@pytest.mark.parametrize(("hours", "at_night"), [("mon-fri:23-07", True), ("mon:06-08", False)])
def test_fixed_hours_at_night_are_noticed(hours, at_night):
    scenario = comparison(fixed_hours=hours).scenario
    assert is_fixed_at_night(scenario) is at_night
    assert any("when you sleep" in line for line in week_words.set_up(scenario)) is at_night


@pytest.mark.parametrize(("night_end", "at_night"), [(5, True), (4, False)])
def test_the_night_ends_when_the_data_says(night_end, at_night):
    figures = catalog().figures
    end = figures["night_end"].model_copy(update={"value": night_end})
    with using(replace(catalog(), figures={**figures, "night_end": end})):
        assert is_fixed_at_night(comparison(fixed_hours="mon:04-08").scenario) is at_night


def test_the_figures_of_a_week_in_words():
    told = week_words.figures(
        planned_weeks(comparison(travel_minutes_per_visit=60, **NINE_TO_FIVE))
    )
    assert told == [
        ("When", "Monday, 9 am to 10 am", "Monday, Tuesday and Thursday, 9 am to noon"),
        ("Care", "1 hour", "9 hours"),
        ("Travel", "1 hour", "3 hours"),
        ("Care and travel", "2 hours", "12 hours"),
        ("Clash with fixed hours", "1 hour 30 minutes", "10 hours 30 minutes"),
        ("Left free", "70 hours", "60 hours"),
    ]


def test_where_no_hours_are_fixed_nothing_is_said_of_what_clashes_with_them():
    result = comparison()
    therapy = planned_weeks(result)["therapy"][0]
    assert week_words.caption(therapy) == "Therapy: Monday, 9 am to 10 am."
    told = ["No hours are fixed above, so nothing clashes."]
    assert week_words.about_clashes(result, therapy) == told


def test_where_fixed_hours_leave_room_it_is_said_that_nothing_clashes_with_them():
    result = comparison(**NINE_TO_FIVE, therapy_time_of_day="evening")
    therapy = planned_weeks(result)["therapy"][0]
    told = "Nothing clashes with your fixed hours."
    assert week_words.about_clashes(result, therapy) == [told]
    assert week_words.caption(therapy).endswith(told)


def test_what_can_be_tried_comes_in_the_same_order_for_both():
    result = comparison(travel_minutes_per_visit=60, **NINE_TO_FIVE)
    weeks = planned_weeks(result)
    therapy, iop = (week_words.about_clashes(result, weeks[each][0]) for each in ("therapy", "iop"))
    assert [line.split(":")[0] for line in therapy[1:]] == [line.split(":")[0] for line in iop[1:]]
    assert therapy[1] == (
        "**Another time of day:** in the afternoon 2 hours of clash and in the evening no clash."
    )
    assert iop[2] == (
        "**Another day:** at this time a program day would fit on no day from Monday to Friday."
    )


def test_leave_rights_are_told_with_their_numbers():
    fmla, pfml, _ = leave()
    assert "12 weeks" in fmla
    assert "50 people or more within 75 miles of where you work" in fmla
    assert "1,250 hours" in fmla
    assert "20 weeks" in pfml
    # Both stand in sources that quote the law.
    assert "(Second hand: [The National Law Review](https://natlawreview.com/" in fmla
    assert ", [J. J. Keller](https://" in fmla
    assert "([Commonwealth of Massachusetts](https://www.mass.gov/" in pfml


def test_both_calendars_show_the_same_hours():
    therapy, iop = calendars(iop_time_of_day="evening")
    assert therapy.figure["layout"]["yaxis"]["range"] == iop.figure["layout"]["yaxis"]["range"]
    assert therapy.figure["layout"]["yaxis"]["ticktext"][0] == "8 am"
    assert therapy.figure["layout"]["yaxis"]["ticktext"][-1] == "10 pm"


def test_a_part_of_a_third_way_keeps_its_table_while_a_slider_changes_its_weeks():
    """What is open on the page is known by these."""

    def parts(iop_weeks):
        found = comparison(third_path="step_down", iop_weeks=iop_weeks)
        charts = week_charts(planned_weeks(found))["step_down"]
        return [(chart.title, chart.key, chart.table_title) for chart in charts]

    (short, *kept), (after, *kept_after) = parts(3)
    assert (short, after) == ("IOP, then therapy: weeks 1 to 3", "IOP, then therapy: weeks 4 to 11")
    assert [each[1:] for each in parts(6)] == [tuple(kept), tuple(kept_after)]


def test_the_table_has_every_block_and_says_which_is_a_clash():
    therapy, _ = calendars(fixed_hours="mon:08-10")
    assert therapy.table.shown() == [
        ["Monday", "8 am to 10 am", "Fixed"],
        ["Monday", "9 am to 10 am", "Clash"],
        ["Monday", "9 am to 10 am", "Therapy"],
    ]


def test_the_key_names_what_there_is_and_a_clash_has_an_edge_of_its_own():
    therapy, _ = calendars(**NINE_TO_FIVE)
    clash = therapy.figure["data"][-1]["marker"]
    assert clash["line"]["width"] > therapy.figure["data"][0]["marker"]["line"]["width"]
    assert clash["pattern"]["shape"] == "x"
    assert [kind["name"] for kind in therapy.figure["data"] if kind["x"]] == [
        "Fixed",
        "Therapy",
        "Clash",
    ]


def about(pathway, **inputs):
    result = comparison(**inputs)
    return week_words.about_clashes(result, planned_weeks(result)[pathway][0])


def test_where_every_day_is_fixed_no_other_day_fits():
    """Fixed from six to ten at night on all days; in the morning it clashes as well."""
    fixed = {"fixed_hours": "mon-sun:06-22", "therapy_time_of_day": "evening"}
    assert "at this time a session would fit on no day" in about("therapy", **fixed)[2]
    assert "in the morning 1 hour of clash" in about("therapy", **fixed)[1]
    assert "at this time a program day would fit on no day" in about("iop", **fixed)[2]


def test_a_clash_with_the_way_there_alone_is_gone_online():
    """The session is from nine to ten, the way there from half past eight."""
    on_the_way = {"travel_minutes_per_visit": 60, "fixed_hours": "mon:08-09"}
    assert "without the way there, nothing would clash" in about("therapy", **on_the_way)[3]
    in_session = {"travel_minutes_per_visit": 60, "fixed_hours": "mon:09-10"}
    assert "the way there is not part of the clash" in about("therapy", **in_session)[3]


def test_a_ring_on_the_last_day_of_a_band_is_drawn_whole():
    """30 sessions from December 7 on: that of May 31, a holiday, ends the first half year."""
    result = comparison(therapy_sessions=30, therapy_time_of_day="evening", start_date="2026-12-07")
    (rings,) = [
        mark
        for mark in course_chart(result).figure["data"]
        if mark.get("name") == say("course.key.visit")
    ]
    assert rings["cliponaxis"] is False
