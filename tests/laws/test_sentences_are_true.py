"""Of drawn scenarios every sentence about money, days, limits and levels is what the ledger says.

The scenarios are those of ``answers.csv``; the sentences are read by rules that know none of them
(tests/sentence_rules). ``CARECHOICE_ALL_SCENARIOS=1`` tries all 2,000, which takes a minute.
"""

import os

import pytest
from every_sentence import every_sentence
from scenarios import TODAY
from sentence_reader import false_sentences
from test_answers_stay import kept

from carechoice.comparison.compare import compare
from carechoice.inputs.link import open_link, query_pairs

ALL = "CARECHOICE_ALL_SCENARIOS"
PARTS = 4
# Where not all are tried, one in so many is.
ONE_IN = 13


def queries() -> list[str]:
    every = [row["query"] for row in kept()]
    return every if os.environ.get(ALL) else every[::ONE_IN]


@pytest.mark.parametrize("part", range(PARTS))
def test_no_sentence_of_a_drawn_scenario_is_false(part):
    for query in queries()[part::PARTS]:
        result = compare(open_link(query_pairs(query), today=TODAY).scenario)
        assert (query, false_sentences(every_sentence(result), result)) == (query, [])
