"""The hours of an option as they are told: those of its course, by the name of their level."""

import pytest
from scenarios import TODAY, comparison, warnings

from carechoice.comparison import words
from carechoice.comparison.side_by_side import picked_topics as topic_words
from carechoice.comparison.side_by_side.features import about
from carechoice.comparison.side_by_side.ladder import level_caption
from carechoice.files.numbers import record_note
from carechoice.inputs.handed_on.link import freeze
from carechoice.topics.care import words as care_words
from carechoice.topics.sources import method


def answer(option, **inputs):
    return words.answer(comparison(**inputs))[option]


@pytest.mark.parametrize(
    ("inputs", "hours"),
    [
        # One session of an hour is an hour, however many a week were asked for.
        ({"therapy_hours_per_week": 5, "therapy_sessions": 1}, "1 hour"),
        # Three in one week; two weeks of five and one.
        ({"therapy_hours_per_week": 5, "therapy_sessions": 3}, "3 hours"),
        ({"therapy_hours_per_week": 5, "therapy_sessions": 6}, "5 hours"),
        # Every other week is half an hour a week, but once is once.
        ({"therapy_hours_per_week": 0.5, "therapy_sessions": 2}, "30 minutes"),
        ({"therapy_hours_per_week": 0.5, "therapy_sessions": 1}, "1 hour"),
        ({"therapy_session_minutes": 45, "therapy_sessions": 1}, "45 minutes"),
        ({"therapy_session_minutes": 45}, "45 minutes"),
        ({"therapy_session_minutes": 45, "therapy_hours_per_week": 1}, "1 hour"),
        ({}, "1 hour"),
    ],
)
def test_therapy_takes_the_hours_its_visits_have(inputs, hours):
    once = inputs.get("therapy_sessions") == 1
    told = f"**{hours}** on January 4, 2027" if once else f"**{hours} a week** until"
    assert f"takes {told}" in answer("therapy", **inputs)


def test_a_note_for_a_record_tells_the_hours_of_a_single_session():
    result = comparison(therapy_hours_per_week=5, therapy_sessions=1)
    note = record_note.note(result, freeze(result.scenario, TODAY))
    assert "Individual therapy: 1 session of 1 hour, on" in note


def test_a_single_session_before_the_program_is_one_a_week():
    result = comparison(third_path="step_up", therapy_hours_per_week=5, step_up_sessions=1)
    assert result.options["step_up"].phases[0].hours_per_week == 1
    assert result.options["therapy"].hours_per_week == 5


def test_visits_a_week_are_those_of_the_course():
    once = {"therapy_hours_per_week": 5, "therapy_sessions": 1}
    told = topic_words.rows(comparison(topics="support", **once))
    assert ["Visits each week", "1 session", "3 days"] in told


@pytest.mark.parametrize(
    ("hours", "name"),
    [
        (3, "A **program below the hours of an IOP** takes **3 hours a week**"),
        (8.5, "A **program below the hours of an IOP** takes **8 hours 30 minutes a week**"),
        (9, "An **IOP** takes **9 hours a week**"),
        (19.5, "An **IOP** takes **19 hours 30 minutes a week**"),
        (20, "A **program above the hours of an IOP** takes **20 hours a week**"),
        (30, "A **program above the hours of an IOP** takes **30 hours a week**"),
    ],
)
def test_a_program_is_called_an_iop_within_its_hours_only(hours, name):
    assert answer("iop", iop_hours_per_week=hours).startswith(name)


@pytest.mark.parametrize("third", ["step_down", "step_up"])
@pytest.mark.parametrize(("hours", "side"), [(3, "below"), (24, "above")])
def test_a_third_way_names_its_program_alike(third, hours, side):
    told = answer(third, third_path=third, iop_hours_per_week=hours)
    assert f"program {side} the hours of an IOP" in told
    assert "the hours of an IOP" not in answer(third, third_path=third)


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        (19.5, "A program of 19 hours 30 minutes a week is the intensive outpatient level, which "
               "is from 9 to under 20 hours."),
        (19.75, "which is from 9 to under 20 hours"),
        (8.75, "A program of 8 hours 45 minutes a week is outpatient care"),
        (20, "A program of 20 hours a week is partial hospitalization"),
    ],
)  # fmt: skip
def test_no_hours_fall_between_two_levels(hours, told):
    result = comparison(iop_hours_per_week=hours)
    assert told in level_caption(result)
    rungs = [rung.name for rung in care_words.ladder(result)]
    assert "Intensive outpatient program (IOP): 9 to under 20 hours a week" in rungs
    assert "Partial hospitalization: 20 hours a week or more" in rungs


def points(pathway, **inputs):
    return about(comparison(**inputs), pathway)[2 if pathway == "therapy" else 4]


@pytest.mark.parametrize(
    ("hours", "end"),
    [(1, "a week."), (2, "a week."), (5, "Here it is 5 hours."), (0.5, "Here it is 30 minutes.")],
)
def test_what_therapy_mostly_takes_stands_beside_what_it_takes_here(hours, end):
    told = points("therapy", therapy_hours_per_week=hours).splitlines()
    (line,) = [line for line in told if "one to two hours" in line]
    assert line.endswith(end)


@pytest.mark.parametrize(
    ("hours", "end"), [(9, "several days."), (30, "several days."), (3, "Here it is 3 hours.")]
)
def test_what_a_program_mostly_takes_stands_beside_what_it_takes_here(hours, end):
    told = points("iop", iop_hours_per_week=hours).splitlines()
    (line,) = [line for line in told if "nine hours" in line]
    assert line.endswith(end)


@pytest.mark.parametrize(
    ("inputs", "end"),
    [
        ({}, "higher than that of weekly therapy."),
        # Nothing is owed for either, and the program's price is still the higher one.
        ({"plan": "masshealth"}, "higher than that of weekly therapy."),
        # 104 sessions are at least $12,707, and 24 days at most $11,292.
        ({"therapy_sessions": 104}, "Here it is not."),
        ({"iop_price_per_day_usd": 0}, "Here it is not."),
        # 40 sessions are $4,888 to $5,876, and 24 days $4,724 to $11,292.
        ({"therapy_sessions": 40}, "Here it may not be."),
        # 24 days at $250 are $6,000, and 40 sessions no more than $5,876.
        ({"therapy_sessions": 40, "iop_price_per_day_usd": 250}, "that of weekly therapy."),
    ],
)
def test_a_program_with_the_lower_price_is_not_left_to_be_thought_dearer(inputs, end):
    told = points("iop", **inputs).splitlines()
    (line,) = [line for line in told if "higher than that of weekly therapy" in line]
    assert line.endswith(end)


@pytest.mark.parametrize("plan", ["masshealth", "employer", "medicare", "none"])
def test_how_many_tries_lie_outside_a_range_is_true_where_many_are_equal(plan):
    """A maximum, or a plan that pays all, brings many tries to one amount: none lies beyond it."""
    told = " ".join(method.steps(comparison(plan=plan)))
    assert "10 lie below the range and 10" not in told
    assert ("at most 10 lie below the range and at most 10 above it" in told) == (
        plan != "masshealth"
    )


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        ({}, "1 hour a week in sessions of 60 minutes make 1 session a week."),
        (
            {"therapy_hours_per_week": 2, "therapy_session_minutes": 45},
            "2 hours a week in sessions of 45 minutes make 8 sessions in 3 weeks.",
        ),
        (
            {"therapy_hours_per_week": 0.5, "therapy_session_minutes": 60},
            "30 minutes a week in sessions of 60 minutes make 1 session in 2 weeks.",
        ),
        (
            {"therapy_hours_per_week": 0.7, "therapy_session_minutes": 60},
            "42 minutes a week in sessions of 60 minutes make about 0.7 sessions a week.",
        ),
        # A single session has no pace, however many hours a week were asked for.
        (
            {"therapy_hours_per_week": 5, "therapy_sessions": 1},
            "**Therapy, the visits.** 1 session of 60 minutes, on January 4, 2027.",
        ),
    ],
)
def test_the_method_tells_the_sessions_there_are(inputs, told):
    assert told in method.steps(comparison(**inputs))[0]


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        (10, "at 3 hours 20 minutes a day make 3 days a week"),
        # 810 minutes on four days are 203, 203, 202 and 202.
        (13.5, "at about 3 hours 23 minutes a day make 4 days a week"),
    ],
)
def test_a_days_length_is_about_where_days_differ(hours, told):
    assert told in method.steps(comparison(iop_hours_per_week=hours))[3]


def test_what_is_counted_where_no_days_fit_is_told_as_it_is():
    """8 h 45 min are 525 minutes: two days of 263 and 262."""
    (told,) = warnings(comparison(iop_hours_per_week=8.75), TODAY)
    assert told.endswith("We count 2 days a week of about 4 hours 23 minutes.")
