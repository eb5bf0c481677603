"""The way there and back: every minute that is shown adds up, and online there is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scenarios import comparison

from carechoice.comparison import topics as topic_words
from carechoice.comparison.key_figures import key_figures
from carechoice.comparison.ledger import entries_of
from carechoice.comparison.other_costs import other_costs
from carechoice.comparison.planned_week import minutes, planned_weeks
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
    assert other_costs(result.scenario, result.options["iop"]).total_usd == 720


def test_online_nobody_is_told_of_a_trip():
    online = {"visits_online": "yes", "third_path": "step_down"}
    assert topic_rows(**online)["**Getting there**"] == ["No trip: your visits are online."] * 3
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
