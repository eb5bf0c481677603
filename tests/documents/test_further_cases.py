"""Lines that could be read wrong in the ways that lines once were: read right, or asked about."""

import csv
from pathlib import Path

import pytest
from papers_read import read_pasted
from summaries import as_printed

ROWS = list(csv.DictReader((Path(__file__).parent / "further_cases.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['what']}: {row['text']}" for row in ROWS])
def test_a_line_gives_what_it_says_and_no_more(row):
    paper = read_pasted(row["text"].replace(" / ", "\n"), is_from_form=row["from_form"] == "yes")
    read = dict(each.split("=") for each in row["read"].split())
    assert {found.field: as_printed(found) for found in paper.read} == read
    assert paper.contradictory == ()


def test_each_way_has_three_cases_or_more():
    ways = [row["what"] for row in ROWS]
    assert all(ways.count(way) >= 3 for way in ways)
