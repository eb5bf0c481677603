"""Of drawn scenarios every sentence about money, days, limits and levels is what the ledger says.

The scenarios are those of ``answers.csv``, each as it is and with days that are drawn: weekdays,
closed days, a longer program day. The sentences are read by rules that know none of them
(tests/sentence_rules). ``CARECHOICE_ALL_SCENARIOS=1`` tries all 2,000, which takes two minutes.
"""

import os
from random import Random
from urllib.parse import urlencode

import pytest
from every_sentence import every_sentence
from scenarios import TODAY
from sentence_reader import false_sentences
from test_answers_stay import kept

from carechoice.catalog.weekdays import CHOICES
from carechoice.comparison.compare import compare
from carechoice.inputs.link import open_link, query_pairs

ALL = "CARECHOICE_ALL_SCENARIOS"
PARTS = 4
# Where not all are tried, one in so many is.
ONE_IN = 13
# On both sides of where a level begins, and what makes days of each number.
LEVEL_HOURS = (
    "3",
    "5",
    "8.75",
    "9",
    "10",
    "13",
    "14.5",
    "17",
    "19",
    "19.5",
    "20",
    "21",
    "25",
    "30",
)
DAYS = ("2", "3", "4", "5", "6", "8")


def queries() -> list[str]:
    every = [row["query"] for row in kept()]
    return every if os.environ.get(ALL) else every[::ONE_IN]


def with_days(query: str) -> str:
    """The query with weekdays and closed days: drawn, and the same ones at each run."""
    draw = Random(query)
    days = {
        "therapy_weekdays": draw.choice(CHOICES),
        "iop_weekdays": draw.choice(CHOICES),
        "closed_on_holidays": draw.choice(("yes", "no")),
        "therapy_when_closed": draw.choice(("next_day", "at_end")),
        "iop_when_closed": draw.choice(("at_end", "left_out")),
    }
    moved = {"iop_hours_per_week": draw.choice(LEVEL_HOURS), "iop_hours_per_day": draw.choice(DAYS)}
    others = [pair for pair in query_pairs(query) if pair[0] not in moved]
    return urlencode([*others, *days.items(), *moved.items()])


@pytest.mark.parametrize("part", range(PARTS))
def test_no_sentence_is_false_where_days_are_drawn_too(part):
    for query in map(with_days, queries()[part::PARTS]):
        reading = open_link(query_pairs(query), today=TODAY)
        result = compare(reading.scenario)
        assert (query, false_sentences(every_sentence(result), result)) == (query, [])


@pytest.mark.parametrize("part", range(PARTS))
def test_no_sentence_of_a_drawn_scenario_is_false(part):
    for query in queries()[part::PARTS]:
        result = compare(open_link(query_pairs(query), today=TODAY).scenario)
        assert (query, false_sentences(every_sentence(result), result)) == (query, [])
