"""A number of ours that a sentence says itself, and has no blank for, is the one that counts."""

import re

import pytest

from carechoice.catalog.in_use import catalog
from carechoice.documents.opened import MOST_BYTES
from carechoice.documents.summary.extract import MOST_PAGES
from carechoice.language.formats import tries_within

SAID = {
    "paper.refused.too_large": f"{MOST_BYTES // 1_000_000} MB",
    "paper.refused.many_pages": f"{MOST_PAGES} pages",
}


@pytest.mark.parametrize("key", SAID)
def test_a_sentence_says_the_limit_that_we_keep(key):
    assert f" {SAID[key]}. " in catalog().words[key].text


def test_wherever_tries_are_told_they_are_those_of_our_ranges():
    told = {
        found
        for phrase in catalog().words.values()
        for found in re.findall(r"\d+ of 100 tries", phrase.text)
    }
    assert told <= {tries_within()}
