"""A Summary of Benefits and Coverage is read right, or asked about; never wrong."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
import typst
from papers_read import read_paper
from scenarios import TODAY
from summaries import as_printed, summaries

from carechoice.documents import opened
from carechoice.documents.paper import Ask, Found, Paper
from carechoice.documents.summary.pdf import PdfReading
from carechoice.documents.summary.period import held_against

# At least so many of the values that the documents print are read.
LEAST_READ_PERCENT = 80
BY_NAME = {summary.name: summary for summary in summaries()}


@cache
def read(name):
    return read_paper(BY_NAME[name].pdf)


def pdf_with(*lines):
    return typst.compile("\n\n".join(["#set page(height: auto)", *lines]).encode())


@pytest.mark.parametrize("name", BY_NAME)
def test_each_value_is_what_a_biller_reads_there_or_is_asked(name):
    paper = read(name)
    found = {each.field: as_printed(each) for each in paper.read}
    assert found.items() <= BY_NAME[name].printed.items()
    asked = {f"{ask.why}:{ask.field}" if ask.field else ask.why for ask in paper.ask}
    assert BY_NAME[name].asks <= asked
    assert (paper.document, paper.contradictory, paper.refused) == ("summary", (), None)


def test_most_of_what_is_printed_is_read():
    printed = sum(len(summary.printed) for summary in summaries())
    values = sum(len(read(name).read) for name in BY_NAME)
    assert 100 * values >= LEAST_READ_PERCENT * printed


def test_a_value_stands_with_its_words_its_page_and_its_cell():
    by_field = {each.field: each for each in read("a row over the page").read}
    copay = by_field["therapy_copay_usd"]
    assert copay.words == (
        "$30/office visit; deductible does not apply; 20% coinsurance for other outpatient services"
    )
    assert (copay.place, copay.cell.page) == ("page 2", 2)
    left, top, right, bottom = copay.cell.box
    assert 0 < left < right < 11 * 72
    assert 0 < top < bottom < 8.5 * 72
    assert by_field["deductible_usd"].place == "page 1"


def test_of_the_deductible_stand_the_words_that_say_it_also_where_the_cell_does_not():
    """The cell says "20% coinsurance"; above its table the form says that costs come after it."""
    by_field = {each.field: each for each in read("a share alone").read}
    assert by_field["therapy_pays_percent"].words == "20% coinsurance"
    said = by_field["therapy_deductible_applies"].words
    assert said.startswith("20% coinsurance; ")
    assert "are after your deductible has been met" in said
    by_cell = {each.field: each for each in read("office visits and other services").read}
    assert "has been met" not in by_cell["therapy_deductible_applies"].words


def test_each_cell_is_drawn_as_a_picture_once_by_its_first_value():
    """Two pixels a point: somewhat larger than on paper, on a screen with one pixel a dot."""
    whole = PdfReading(BY_NAME["a share alone"].pdf, today=TODAY).wait()
    cells = {}
    for found in whole.paper.read:
        cells.setdefault(found.cell, found.field)
    assert set(whole.pictures) == set(cells.values())
    for cell, field in cells.items():
        picture = whole.pictures[field]
        assert picture.startswith(b"\x89PNG\r\n\x1a\n")
        width, height = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
        left, top, right, bottom = cell.box
        assert width == pytest.approx(2 * (right - left), abs=4)
        assert height == pytest.approx(2 * (bottom - top), abs=4)


@pytest.mark.parametrize(
    ("pdf", "reason"),
    [
        (pdf_with("#rect(width: 100%, height: 8cm, fill: gray)"), "scan"),
        (pdf_with("#lorem(200)"), "other_paper"),
        (pdf_with("Summary of Benefits and Coverage, mental health", "#lorem(200)"), "other_paper"),
        (pdf_with("a", *["#pagebreak()", "a"] * 40), "many_pages"),
        (b"%PDF-1.7\nno pages", "broken"),
    ],
)
def test_what_is_no_summary_is_refused(pdf, reason):
    assert read_paper(pdf) == Paper(None, refused=reason)


@pytest.mark.parametrize("today", [date(2025, 12, 31), date(2027, 1, 1)])
def test_a_summary_of_another_plan_year_is_not_sure_and_asked(today):
    """The drawn ones are of coverage from 01/01/2026 to 12/31/2026."""
    content = BY_NAME["a share alone"].pdf
    other, own = opened.read_paper(content, today=today), read_paper(content)
    assert [each.value for each in other.read] == [each.value for each in own.read]
    assert not any(each.sure for each in other.read)
    assert all(each.sure for each in own.read)
    (asked,) = [each for each in other.ask if each.why == "time"]
    assert (asked.words, asked.place) == ("Coverage Period: 01/01/2026 – 12/31/2026", "page 1")
    assert "time" not in {each.why for each in own.ask}


@pytest.mark.parametrize(
    ("period", "is_sure"),
    [
        ("Coverage Period: Beginning on or after 01/01/2026", True),
        ("Coverage Period: July 1, 2026 - June 30, 2027", True),
        ("Coverage Period: 2026", True),
        ("Coverage Period: Beginning on or after 01/01/2025", False),
        ("Coverage Period: Beginning on or after 01/01/2027", False),
        ("Coverage Period: 07/01/2025 to 06/30/2026", False),
    ],
)
def test_the_days_of_a_summary_are_told_in_several_ways(period, is_sure):
    paper = Paper("summary", (Found("deductible_usd", 500, "$500", "page 1"),))
    told = held_against(replace(paper, ask=(Ask("plan_year", words=period),)), TODAY)
    assert [found.sure for found in told.read] == [is_sure]
