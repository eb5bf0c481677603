"""The way there and back: every minute that is shown adds up, and online there is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scenarios import comparison
from three_programs import EVENING, centre_of_three
from three_programs import scenario as of_three

from carechoice.catalog.in_use import catalog, using
from carechoice.comparison.compare import compare
from carechoice.comparison.ledger import entries_of
from carechoice.comparison.other_costs import other_costs
from carechoice.comparison.side_by_side import picked_topics as topic_words
from carechoice.comparison.side_by_side.key_figures import key_figures
from carechoice.comparison.weeks.planned_week import minutes, planned_weeks
from carechoice.topics.bill import words as bill_words
from carechoice.topics.decide import words as decision_words
from carechoice.topics.week import words as week_words


def week_rows(**query):
    return {row[0]: row[1:] for row in week_words.figures(planned_weeks(comparison(**query)))}


def topic_rows(**query):
    rows = topic_words.rows(comparison(topics="travel", **query))
    return {row[0]: row[1:] for row in rows}


@pytest.mark.parametrize(
    ("way", "therapy", "iop"),
    [
        # One session and three program days a week.
        (45, "45 minutes", "2 hours 15 minutes"),
        (5, "5 minutes", "15 minutes"),
        (15, "15 minutes", "45 minutes"),
        (355, "5 hours 55 minutes", "17 hours 45 minutes"),
        (1, "1 minute", "3 minutes"),
        (60, "1 hour", "3 hours"),
    ],
)
def test_a_way_of_an_odd_number_of_minutes_is_shown_whole(way, therapy, iop):
    assert week_rows(travel_minutes_per_visit=way)["Travel"] == (therapy, iop)


def test_care_and_travel_of_a_week_are_the_sum_of_both():
    """9 hours of care and 3 x 45 minutes."""
    rows = week_rows(travel_minutes_per_visit=45)
    assert rows["Care and travel"] == ("1 hour 45 minutes", "11 hours 15 minutes")


@given(st.integers(0, 360), st.sampled_from([0.5, 1, 2.5, 5]), st.integers(3, 30))
def test_the_travel_of_a_week_is_that_of_its_visits(way, therapy_hours, iop_hours):
    result = comparison(
        travel_minutes_per_visit=way,
        therapy_hours_per_week=therapy_hours,
        iop_hours_per_week=iop_hours,
    )
    for pathway, (week,) in planned_weeks(result).items():
        entries = entries_of(result, pathway)
        visits = sum(entry.week == week.number for entry in entries)
        assert minutes(week.travel) == way * visits


def test_travel_in_all_is_the_travel_of_every_visit():
    """18 x 45 minutes and 24 x 45 minutes."""
    rows = topic_rows(travel_minutes_per_visit=45)
    assert rows["Travel in all"] == ["13 hours 30 minutes", "18 hours"]


def test_online_there_is_no_travel_on_any_page():
    online = {"visits_online": "yes", "travel_minutes_per_visit": 60, "travel_usd_per_visit": 12}
    assert list(topic_rows(**online)) == ["**Getting there**", "Visits in all"]
    assert week_rows(**online)["Travel"] == ("none counted", "none counted")
    assert week_rows(**online)["Care and travel"] == ("1 hour", "9 hours")
    labels = [row[0] for row in bill_words.totals(comparison(**online))]
    assert "Travel, as you entered it" not in labels
    result = comparison(**online, unpaid_usd_per_hour=10)
    # 72 hours of care at $10, and no hour on the way.
    assert other_costs(result.options["iop"]).total_usd == 720


def test_online_nobody_is_told_of_a_trip():
    online = {"visits_online": "yes", "third_path": "step_down"}
    assert topic_rows(**online)["**Getting there**"] == ["No trip: these visits are online."] * 3
    for query, is_told in (({}, True), ({"visits_online": "yes"}, False)):
        steps = decision_words.next_steps(comparison(**query))
        assert any("the way there" in step for step in steps) == is_told


def test_other_costs_stand_beside_what_is_paid_wherever_options_are_set_side_by_side():
    """18 visits at $40 are $720, 24 are $960; whoever owes nothing for care still pays them."""
    rows = [(row[0], row[1:]) for row in key_figures(comparison(travel_usd_per_visit=40))]
    place = [name for name, _ in rows].index("You pay")
    assert rows[place + 1] == ("Other costs you entered", ["$720", "$960"])
    nothing_owed = comparison(plan="masshealth", travel_usd_per_visit=40)
    free = {row[0]: row[1:] for row in key_figures(nothing_owed)}
    assert free["You pay"] == ["$0", "$0"]
    assert free["Other costs you entered"] == ["$720", "$960"]


def test_other_costs_are_those_of_the_bill_to_the_dollar():
    """3 x $0.50 and 3 hours at $0.25 beside $151.50 a course."""
    inputs = {"travel_usd_per_visit": 0.5, "unpaid_usd_per_hour": 0.25, "therapy_sessions": 3}
    result = comparison(**inputs, therapy_copay_usd=50.5)
    told = {row[0]: row[1] for row in key_figures(result)}["Other costs you entered"]
    bill = {row[0]: row[1] for row in bill_words.totals(result)}
    parts = [bill["Travel, as you entered it"], bill["Lost pay, as you entered it"]]
    assert dollars(told) == sum(map(dollars, parts))


def dollars(told):
    return int(told.replace("$", "").replace(",", ""))


def test_where_no_other_cost_was_entered_none_is_named():
    assert "Other costs you entered" not in [row[0] for row in key_figures(comparison())]


def test_to_a_program_that_is_online_there_is_no_trip(tmp_path):
    """Beside 18 sessions, and 24 days at the day program, stand 24 days that are online.

    A trip of 45 minutes and $10: 13 hours 30 minutes and $180, 18 hours and $240, and none.
    """
    with using(centre_of_three(tmp_path / "own")):
        query = {"third_path": EVENING, "fourth_path": "off", "travel_minutes_per_visit": "45"}
        result = compare(of_three(**query, travel_usd_per_visit="10", topics="travel"))
        told = {row[0]: row[1:] for row in topic_words.rows(result)}
        assert told["**Getting there**"][1:] == [
            "One trip for each day. Ask if you can join online.",
            "No trip: these visits are online.",
        ]
        assert told["Travel in all"] == ["13 hours 30 minutes", "18 hours", "0 hours"]
        bill = {row[0]: row[1:] for row in bill_words.totals(result)}
        assert bill["Travel, as you entered it"] == ["$180", "$240", "$0"]
        weeks = planned_weeks(result)
        assert [minutes(week.travel) for (week,) in weeks.values()] == [45, 4 * 45, 0]


def test_an_online_program_that_is_picked_asks_for_no_trip_and_its_therapy_does(tmp_path):
    """24 days online, then 8 sessions with a trip of 45 minutes each: 6 hours."""
    with using(centre_of_three(tmp_path / "own")):
        query = {"program": "evening_program", "third_path": "step_down", "fourth_path": "off"}
        picked = of_three(**query, travel_minutes_per_visit="45", topics="travel")
        told = {row[0]: row[1:] for row in topic_words.rows(compare(picked))}
        assert told["Travel in all"] == ["13 hours 30 minutes", "0 hours", "6 hours"]


def test_a_card_of_a_topic_says_what_the_visits_are():
    """Whose visits are online is not asked to find out whether they can be."""
    travel = catalog().topics["travel"]
    online = topic_words.meanings(travel, comparison(visits_online="yes"))
    assert online[1:] == [
        "**Therapy.** No trip: these visits are online.",
        "**IOP.** No trip: these visits are online.",
    ]
    assert "One trip for each day" in topic_words.meanings(travel, comparison())[2]


def test_who_owes_nothing_is_not_told_to_pay_for_each_session():
    money = topic_words.meanings(catalog().topics["money"], comparison(plan="masshealth"))
    assert not any("you pay" in text.lower() for text in money)
