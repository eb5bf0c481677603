"""Of drawn scenarios every sentence about money, days, limits and levels is what the ledger says.

The scenarios are those of ``answers.csv``, each as it is, with drawn days (weekdays, closed days, a
longer program day) and with drawn terms that few plans have. The sentences are read by rules that
know none of them (tests/sentence_rules). ``make night`` tries all 2,000, which takes
minutes.
"""

from random import Random
from urllib.parse import urlencode

import pytest
from by_night import IS_NIGHT
from every_sentence import every_sentence
from scenarios import TODAY
from sentence_reader import false_sentences
from test_answers_stay import kept

from carechoice.catalog.weekdays import CHOICES
from carechoice.comparison.compare import compare
from carechoice.inputs.handed_on.link import open_link, query_pairs

PARTS = 4
# Where not all are tried, one in so many is.
ONE_IN = 37
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
# Of each kind of care its limit on visits, those used of it, the first visits, and what is owed for
# want of approval.
BY_NUMBER = {
    "therapy": (
        "therapy_visit_limit",
        "therapy_visits_used",
        "therapy_first_visits",
        "therapy_penalty_usd",
    ),
    "iop": ("iop_day_limit", "iop_days_used", "iop_first_days", "iop_penalty_per_day_usd"),
}
DAYS = ("2", "3", "4", "5", "6", "8")


def queries() -> list[str]:
    every = [row["query"] for row in kept()]
    return every if IS_NIGHT else every[::ONE_IN]


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


def with_terms(query: str) -> str:
    """The query with terms that few plans have: drawn, and the same ones at each run."""
    draw = Random(f"terms {query}")
    of_care = {
        name: value
        for care, (limit, used, first, penalty) in BY_NUMBER.items()
        for name, value in {
            limit: draw.choice((0, 0, 1, 4, 20)),
            used: draw.choice((0, 0, 2, 6)),
            f"{care}_only_paid_count": draw.choice(("no", "yes")),
            f"{care}_stops_after": draw.choice((0, 0, 1, 5, 12)),
            first: draw.choice((0, 0, 1, 3)),
            f"{care}_first_copay_usd": draw.choice((0, 10, 60)),
            penalty: draw.choice((0, 0, 0, 25, 300)),
            f"{care}_penalty_percent": draw.choice((0, 0, 0, 20, 100)),
            f"{care}_network": draw.choice(("as_plan", "as_plan", "in", "oon", "self_pay")),
            f"{care}_not_covered": draw.choice(("no",) * 9 + ("yes",)),
            f"{care}_share_too": draw.choice(("no", "yes")),
            f"{care}_share_of_rest": draw.choice(("no", "yes")),
            f"{care}_own_share": draw.choice(("no", "yes")),
            f"{care}_pays_percent": draw.choice((0, 50, 72.5, 100)),
        }.items()
    }
    of_family = {
        "family_deductible_usd": draw.choice((0, 0, 800, 3000)),
        "family_deductible_met_usd": draw.choice((0, 500, 2900)),
        "family_oop_max_usd": draw.choice((0, 0, 1500, 9000)),
        "family_oop_met_usd": draw.choice((0, 1000, 8900)),
        "deductible_carries_over": draw.choice(("no", "yes")),
        "deductible_met_late_usd": draw.choice((0, 0, 150)),
        "other_net_deductible_usd": draw.choice((0, 300, 1886)),
        "other_net_deductible_met_usd": draw.choice((0, 200, 1886)),
        "other_net_deductible_met_late_usd": draw.choice((0, 150)),
        "other_net_oop_max_applies": draw.choice(("no", "yes")),
        "other_net_oop_max_usd": draw.choice((500, 4000)),
        "other_net_oop_met_usd": draw.choice((0, 450, 3900)),
    }
    terms = of_care | of_family
    others = [pair for pair in query_pairs(query) if pair[0] not in terms]
    return urlencode([*others, *terms.items()])


@pytest.mark.parametrize("part", range(PARTS))
def test_no_sentence_is_false_where_rare_terms_are_drawn_too(part):
    for query in map(with_terms, queries()[part::PARTS]):
        reading = open_link(query_pairs(query), today=TODAY)
        result = compare(reading.scenario)
        assert (query, false_sentences(every_sentence(result), result)) == (query, [])


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
