"""What matters, in words: the picked topics with the person's own numbers."""

import pytest
from scenarios import comparison

from carechoice.catalog.in_use import catalog
from carechoice.comparison.side_by_side import picked_topics as topic_words


def rows(**query):
    return topic_words.rows(comparison(**query))


def figures(**query):
    """Only the rows with numbers: topics stand in bold."""
    return [row for row in rows(**query) if not row[0].startswith("**")]


def test_nothing_is_shown_where_nothing_is_picked():
    assert rows() == []


def test_a_topic_says_what_it_means_for_each_option_and_then_the_figures():
    (topic, *told) = rows(topics="money")
    row = catalog().topics["money"]
    assert topic == ["**Money**", row.therapy, row.iop]
    assert told == [
        ["You pay", "likely $486 to $2,393", "likely $1,460 to $4,666"],
        ["Total price", "likely $2,199 to $2,644", "likely $4,724 to $11,292"],
    ]


def test_topics_stand_in_the_order_they_were_picked():
    told = [row[0] for row in rows(topics="support|time") if row[0].startswith("**")]
    assert told == ["**Support between sessions**", "**Time**"]


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        ({}, ["Visits each week", "1 session", "3 days"]),
        (
            {"therapy_hours_per_week": 0.5, "iop_hours_per_week": 10},
            ["Visits each week", "0.5 sessions", "3 days"],
        ),
        (
            {"therapy_hours_per_week": 1, "therapy_session_minutes": 45},
            ["Visits each week", "1.3 sessions", "3 days"],
        ),
    ],
)
def test_visits_a_week_follow_the_hours(inputs, expected):
    assert expected in figures(topics="support", **inputs)


def test_hours_one_to_one_and_in_a_group_follow_the_services():
    """Nine hours are one part one-to-one, six in a group and two of skills."""
    assert figures(topics="group") == [
        ["One-to-one each week", "1 hour", "1 hour"],
        ["In a group each week", "0 hours", "6 hours"],
    ]


def test_a_figure_two_topics_share_stands_once():
    labels = [row[0] for row in rows(topics="group|privacy")]
    assert len(labels) == len(set(labels))
    assert labels[-1] == "**Privacy**"


def test_travel_is_counted_once_its_time_is_known():
    """18 sessions and 24 days, with 40 minutes there and back for each."""
    assert [row[0] for row in figures(topics="travel")] == ["Visits in all"]
    assert figures(topics="travel", travel_minutes_per_visit=40) == [
        ["Visits in all", "18 sessions", "24 days"],
        ["Travel in all", "12 hours", "16 hours"],
    ]


def test_nothing_is_scored_only_the_order_of_the_figures_changes():
    told = " ".join(" ".join(row) for row in rows(topics="time|money|group")).lower()
    assert not any(word in told for word in ("score", "point", "match", "fits you", "%"))


def test_what_is_picked_is_said_and_what_to_do_when_no_more_can_be():
    assert "up to 3" in topic_words.picks(comparison())
    assert "You picked: Money, Time." in topic_words.picks(comparison(topics="money|time"))
    assert "Take one away" not in topic_words.picks(comparison(topics="money|time"))
    assert "Take one away" in topic_words.picks(comparison(topics="money|time|leave"))


def test_a_topic_names_the_therapy_first_and_then_the_program():
    for topic in catalog().topics.values():
        question, therapy, iop = topic_words.meanings(topic, comparison())
        assert question == f"**{topic.question}**"
        assert therapy.startswith("**Therapy.** ")
        assert iop.startswith("**IOP.** ")


def test_a_way_of_both_in_turn_says_so_and_counts_each_part():
    (topic, *told) = rows(topics="travel", third_path="step_down")
    assert topic[3] == "First as in the IOP, then as in therapy."
    assert ["Visits in all", "18 sessions", "24 days", "24 days, then 8 sessions"] in told


MET = {
    "deductible_usd": 500,
    "deductible_met_usd": 500,
    "oop_max_usd": 2000,
    "oop_met_usd": 2000,
    "therapy_price_usd": 120,
    "iop_price_per_day_usd": 300,
}


@pytest.mark.parametrize(
    "free",
    [
        {"plan": "masshealth"},
        {"plan": "masshealth", "third_path": "step_down"},
        {"plan": "masshealth", "third_path": "step_up", "travel_usd_per_visit": 10},
        MET,
    ],
)
def test_where_visits_cost_nothing_no_number_of_them_is_told_to_count(free):
    """MassHealth, or a maximum that is reached before a course within one plan year."""
    (_, *told) = next(iter(rows(topics="money", **free)))
    assert set(told) == {"These visits cost you nothing."}
    meanings = topic_words.meanings(catalog().topics["money"], comparison(**free))
    assert meanings[1:] == [
        "**Therapy.** These visits cost you nothing.",
        "**IOP.** These visits cost you nothing.",
    ]


def test_a_care_that_costs_something_beside_one_that_costs_nothing_is_told_as_ever():
    """The program is paid without insurance."""
    free = MET | {"iop_network": "self_pay"}
    (_, therapy, iop) = next(iter(rows(topics="money", **free)))
    assert therapy == "These visits cost you nothing."
    assert iop == catalog().topics["money"].iop
