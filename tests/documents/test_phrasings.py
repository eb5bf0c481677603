"""Phrasings of portals, cards and verifications of benefits: read right, or asked; never wrong."""

import csv
from pathlib import Path

import pytest
from one_service import read_line

from carechoice.documents.terms.owed import NotUnderstoodError

ROWS = list(csv.DictReader((Path(__file__).parent / "phrasings.csv").open(encoding="utf-8")))
DEDUCTIBLE = {
    (None, False): "",
    (True, False): "after",
    (True, True): "first",
    (False, False): "waived",
}
# At least so many of the phrasings that state terms are read.
LEAST_READ_PERCENT = 85


def as_row(text):
    found = read_line(text)
    return {
        "text": text,
        "covered": "yes" if found.covered else "no",
        "copay_usd": "" if found.copay_usd is None else f"{found.copay_usd:g}",
        "copay_per": found.copay_per or "",
        "coinsurance_percent": (
            "" if found.coinsurance_percent is None else f"{found.coinsurance_percent:g}"
        ),
        "deductible": DEDUCTIBLE[found.deductible_applies, found.copay_first],
        "service": found.service or "",
    }


@pytest.mark.parametrize("row", ROWS, ids=[row["text"] for row in ROWS])
def test_a_phrasing_is_read_as_a_biller_would_or_asked_about(row):
    try:
        found = as_row(row["text"])
    except NotUnderstoodError:
        assert row["covered"] == "ask"
    else:
        assert found == row


def test_there_are_150_phrasings_and_most_of_those_that_state_terms_are_read():
    stating = [row for row in ROWS if row["covered"] != "ask"]
    assert len({row["text"].casefold() for row in ROWS}) == len(ROWS) > 150
    assert 100 * len(stating) >= LEAST_READ_PERCENT * len(ROWS)
