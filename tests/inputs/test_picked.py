"""Topics: up to three, in the order they were picked, and what then comes first."""

import json

import pytest
from scenarios import TODAY, comparison, scenario

from carechoice.catalog.in_use import catalog
from carechoice.comparison.plain_values import plain_values
from carechoice.comparison.side_by_side.key_figures import key_figures
from carechoice.inputs.picked import most, picked, toggled
from carechoice.inputs.scenario import Scenario
from carechoice.topics.dashboard.charts import charts


def read(text):
    return Scenario.from_query({"topics": text}, today=TODAY)


def test_nothing_is_picked_at_the_start_and_the_address_says_nothing_of_it():
    start = Scenario.default(TODAY)
    assert start.view.topics == ()
    assert "topics" not in start.to_short_query()


def test_a_link_keeps_topics_in_the_order_they_were_picked():
    given = scenario(topics="money|time")
    assert [topic.key for topic in picked(given)] == ["money", "time"]
    assert given.to_short_query()["topics"] == "money|time"
    assert Scenario.from_query(given.to_query(), today=TODAY).scenario == given


def test_the_exchange_of_data_writes_topics_as_a_list():
    told = json.loads(json.dumps(plain_values(comparison(topics="money|time")), default=str))
    assert told["scenario"]["topics"] == ["money", "time"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("fame", "one of time, money"),
        ("time|fame", "one of time, money"),
        ("time|money|group|privacy", "3 at most"),
    ],
)
def test_topics_that_cannot_be_used_are_named(text, reason):
    reading = read(text)
    assert reading.scenario.view.topics == ()
    assert reason in reading.problems[0].reason


def test_a_topic_given_twice_is_named_as_an_input_given_twice_is():
    """One choice has one link; no one knows which place in the order was meant."""
    (problem,) = read("time|money|time").problems
    assert (problem.field, problem.reason) == ("topics", "it is given more than once")
    assert read("").scenario.view.topics == ()
    assert read("").scenario.view.topics == ()


def test_a_pick_goes_to_the_end_and_a_second_pick_takes_it_away():
    assert toggled((), "money") == ("money",)
    assert toggled(("money",), "time") == ("money", "time")
    assert toggled(("money", "time"), "money") == ("time",)


def test_a_fourth_topic_is_not_taken():
    three = ("money", "time", "leave")
    assert most() == len(three)
    assert toggled(three, "group") == three
    assert toggled(three, "leave") == ("money", "time")


def labels(**query):
    return [row[0] for row in key_figures(comparison(**query))]


def test_the_key_figures_of_the_first_topic_come_first_and_the_rest_stay_in_order():
    assert labels()[:2] == ["Time each week", "How long"]
    assert labels(topics="money|support") == [
        "You pay",
        "Total price",
        "Level of care",
        "Time each week",
        "How long",
        "Hours in all",
    ]


@pytest.mark.parametrize(
    ("topics", "order"),
    [
        ("", ["time", "cost", "level"]),
        ("money", ["cost", "time", "level"]),
        ("support|money", ["level", "cost", "time"]),
        ("privacy", ["time", "cost", "level"]),
    ],
)
def test_the_charts_follow_the_topics(topics, order):
    assert [chart.key for chart in charts(comparison(topics=topics))] == order


@pytest.mark.parametrize("key", catalog().topics)
def test_a_topic_changes_no_number(key):
    plain, chosen = comparison(), comparison(topics=key)
    assert chosen.ledger == plain.ledger
    assert chosen.options == plain.options
    assert sorted(key_figures(chosen)) == sorted(key_figures(plain))
