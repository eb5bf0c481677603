"""Whether care fits the person's week. Worked by hand: visits start at 9 am, 1 pm and 5:30 pm.

An IOP is three hours on Monday, Tuesday and Thursday, therapy an hour on Monday.
"""

import pytest
import three_programs
from centre_folder import ROUND_WORDS, own_folder, with_a_way
from scenarios import comparison

from carechoice.catalog.in_use import using
from carechoice.catalog.load import DEFAULT_FOLDER, load
from carechoice.comparison.compare import compare
from carechoice.comparison.weeks import fit
from carechoice.comparison.weeks.planned_week import planned_weeks
from carechoice.topics.week import words as week_words

NINE_TO_FIVE = {"fixed_hours": "mon-fri:09-17"}
NO_WAY = "We count visits on working days at 9 am, 1 pm and 5:30 pm, without the way there."
HOUR = 60


def clash_minutes(pathway, **inputs):
    """Of the first phase: the most minutes in a week, in the morning, afternoon and evening."""
    phase = fit.fits(comparison(**inputs))[pathway][0]
    return [clash.most_minutes for clash in phase.values()]


def told(**inputs):
    return fit.fit_sentence(comparison(**inputs))


def test_beside_nine_to_five_an_iop_clashes_three_times_three_hours_but_in_the_evening():
    assert clash_minutes("iop", **NINE_TO_FIVE) == [9 * HOUR, 9 * HOUR, 0]
    assert clash_minutes("therapy", **NINE_TO_FIVE) == [HOUR, HOUR, 0]


def test_options_that_fit_alike_are_told_together():
    assert told(**NINE_TO_FIVE) == (
        f"Visits for therapy and the IOP fit beside “Nine to five” in the evening only. {NO_WAY}"
    )


def test_which_time_of_day_is_chosen_for_the_visits_changes_nothing():
    assert told(**NINE_TO_FIVE, iop_time_of_day="evening") == told(**NINE_TO_FIVE)


def test_a_day_that_would_go_on_past_midnight_does_not_fit_in_the_evening():
    """One day of 7 1/2 hours, from 5:30 pm to 1 am. From 1 pm it clashes until 5 pm."""
    one_day = {"iop_hours_per_week": 7.5, "iop_hours_per_day": 7.5, **NINE_TO_FIVE}
    assert told(**one_day) == (
        "Visits for therapy fit beside “Nine to five” in the evening only. Visits for the IOP "
        "clash with “Nine to five” at each time of day, least in the afternoon (4 hours a week). "
        f"{NO_WAY} Starting at 5:30 pm, a day of the IOP would go on past midnight, so we leave "
        "that out."
    )
    # Half an hour past eleven is still the same day.
    late = {"iop_hours_per_week": 6, "iop_hours_per_day": 6, **NINE_TO_FIVE}
    assert told(**late) == told(**NINE_TO_FIVE)


def test_no_evening_is_offered_that_ends_past_midnight():
    result = comparison(iop_hours_per_week=7.5, iop_hours_per_day=7.5, **NINE_TO_FIVE)
    (week,) = planned_weeks(result)["iop"]
    assert (
        "**Another time of day:** in the afternoon 4 hours of clash."
        in week_words.about_clashes(result, week)
    )


def test_beside_work_from_four_on_an_afternoon_in_the_program_leaves_no_time_for_the_way():
    """The program ends at four, therapy at two; the way back takes half an hour."""
    late_work = {"fixed_hours": "mon-fri:16-23"}
    assert told(**late_work).startswith(
        "Visits for therapy and the IOP fit beside “Evenings” in the morning and in the afternoon."
    )
    assert told(**late_work, travel_minutes_per_visit=60) == (
        "Visits for therapy fit beside “Evenings” in the morning and in the afternoon. "
        "Visits for the IOP fit beside “Evenings” in the morning only. "
        "We count visits on working days at 9 am, 1 pm and 5:30 pm, and the way there."
    )


def test_online_there_is_no_way_back_that_could_clash():
    online = {"travel_minutes_per_visit": 60, "visits_online": "yes"}
    assert clash_minutes("iop", fixed_hours="mon-fri:16-23", **online)[1] == 0
    assert told(fixed_hours="mon-fri:16-23", **online).endswith(
        "We count visits on working days at 9 am, 1 pm and 5:30 pm, all of them online."
    )


def test_beside_night_work_all_three_times_fit_and_sleep_is_asked_for():
    nights = told(fixed_hours="mon-fri:23-07")
    assert nights.startswith(
        "Visits for therapy and the IOP fit beside “Night shift” "
        "in the morning, in the afternoon and in the evening."
    )
    assert "We do not know when you sleep." in nights


def test_where_no_time_fits_the_one_with_the_least_clash_is_named_with_its_hours():
    """Work from nine to seven: of an evening from 5:30 to 8:30, an hour and a half on three days.

    Of a session from 5:30 to 6:30 all is in it, as at any other time.
    """
    assert told(fixed_hours="mon-fri:09-19") == (
        "Visits for therapy clash with your fixed hours at each time of day (1 hour a week). "
        "Visits for the IOP clash with your fixed hours at each time of day, "
        f"least in the evening (4 hours 30 minutes a week). {NO_WAY}"
    )


def test_a_visit_fits_only_if_it_does_in_all_weeks_and_not_in_the_fullest_alone():
    """1.5 hours a week are sessions on working days 0, 3, 6 and 10: Monday and Thursday in week 1,
    the fullest, and Tuesday in week 2."""
    uneven = {"therapy_hours_per_week": 1.5, "fixed_hours": "tue:06-22"}
    assert clash_minutes("therapy", **uneven) == [HOUR, HOUR, HOUR]
    assert "at each time of day (up to 1 hour a week)" in told(**uneven)


def test_sessions_every_other_week_clash_in_some_weeks_only():
    every_other = {"therapy_hours_per_week": 0.5, "fixed_hours": "mon-fri:09-20"}
    assert "(up to 1 hour a week)" in told(**every_other)


def test_the_least_clash_is_that_of_the_week_with_the_most_also_where_two_times_have_it():
    """Sessions are on Monday and Thursday in one week, and on Tuesday in the next: in the morning
    none and one hour clash, in the afternoon two and one, in the evening one and one."""
    hours = "mon:13-14,17-19|tue:09-10,13-14,17-19|thu:13-14"
    assert told(therapy_hours_per_week=1.5, fixed_hours=hours).startswith(
        "Visits for therapy clash with your fixed hours at each time of day, "
        "least in the morning and in the evening (up to 1 hour a week)."
    )


def test_each_part_of_a_third_way_is_told_in_its_order():
    """From Monday on: the program's days in the morning clash on Tuesday; therapy is on Monday."""
    third = {"third_path": "step_down", "fixed_hours": "tue:09-12"}
    assert (
        "Visits for the two in a row fit beside your fixed hours in the afternoon and in the "
        "evening, then fit beside your fixed hours in the morning, in the afternoon and in the "
        "evening."
    ) in told(**third)
    assert "Visits for therapy, the IOP and the two in a row fit" in told(
        **NINE_TO_FIVE, third_path="step_down"
    )


def test_a_centres_own_way_is_told_by_its_own_words(tmp_path):
    paths = {"paths.csv": with_a_way("round", "therapy:2|iop:4|therapy:3")}
    own = own_folder(tmp_path / "own", paths, ROUND_WORDS)
    with using(load([own, DEFAULT_FOLDER])):
        assert "Visits for therapy, the IOP and the three parts fit" in told(
            **NINE_TO_FIVE, third_path="round"
        )


@pytest.mark.parametrize("third", ["off", "step_up"])
def test_where_nothing_is_fixed_nothing_is_said(third):
    assert fit.fits(comparison(third_path=third)) == {}
    assert told(third_path=third) == ""


def test_a_program_of_the_centre_is_at_its_own_time_and_at_no_other(tmp_path):
    """4 hours from 9 on, 3 from 5:30 pm on and 3 from 1 pm on, on 4, 3 and 3 days a week.

    The day program is closed on January 18, so not every week has 16 hours.
    """
    with using(three_programs.centre_of_three(tmp_path / "ours")):
        result = compare(three_programs.scenario(fixed_hours="mon-fri:09-17"))
        *told, counted = fit.sentences(result)
        weeks = planned_weeks(result)
        tried = [week_words.about_clashes(result, weeks[each][0]) for each in result.options]
    assert told == [
        "Visits for therapy fit beside “Nine to five” in the evening only.",
        "Visits for “Day program” clash with “Nine to five” at the time of the program (up to 16 "
        "hours a week).",
        "Visits for “Evening program” fit beside “Nine to five” at the time of the program.",
        "Visits for “Afternoon program” clash with “Nine to five” at the time of the program (9 "
        "hours a week).",
    ]
    assert counted == (
        "We count a program of the center at its own time, and other visits on working days at "
        "9 am, 1 pm and 5:30 pm, without the way there."
    )
    assert [any("Another time of day" in each for each in found) for found in tried] == [
        True, False, False, False,
    ]  # fmt: skip


def test_a_picked_program_that_is_wanted_at_another_time_is_told_at_each(tmp_path):
    inputs = {"third_path": "off", "fourth_path": "off", "iop_time_of_day": "evening"}
    with using(three_programs.centre_of_three(tmp_path / "ours")):
        told = fit.fit_sentence(
            compare(three_programs.scenario(fixed_hours="mon-fri:09-17", **inputs))
        )
    assert told.startswith("Visits for therapy and the IOP fit beside “Nine to five” in the even")
