"""Counts for a centre: tens of pages and files a day, and nothing about anyone."""

import re
from datetime import date, timedelta
from random import Random

import pytest

from carechoice.catalog.in_use import catalog
from carechoice.ui import pages
from carechoice.web.operating.counts import FILES, HEADER, Counts
from carechoice.web.operating.observed import SentAnswer
from carechoice.web.operating.operation import counts_if_on

ADDRESS = "/our-counts-7f3kq9wz2m"
DAY = date(2026, 11, 23)
# All that a row can be: no address of anybody, no time of day, nothing that was entered.
ROW = re.compile(
    rf"\d{{4}}-\d\d-\d\d,(page,({'|'.join(pages.PAGES)})|file,({'|'.join(FILES)})),en-US,[1-9]\d*0"
)


class Calendar:
    day = DAY

    def __call__(self):
        return self.day


@pytest.fixture
def calendar():
    return Calendar()


@pytest.fixture
def counts(calendar):
    return Counts(ADDRESS, language="en-US", today=calendar)


def page(path, status=200, method="GET"):
    return SentAnswer(method, "page", path, status, 0.01)


def file(ending):
    return SentAnswer("GET", "download", "/media/", 200, 0.01, ending)


def count(counts, answer, times):
    for _ in range(times):
        counts.answered(answer)


def rows(counts):
    header, *told = counts.as_text().splitlines()
    assert header == HEADER == "day,kind,what,language,number"
    return told


def test_the_rows_are_those_that_the_readme_prints(counts, calendar):
    count(counts, page("/"), 44)
    count(counts, page("/bill"), 15)
    count(counts, file("pdf"), 7)
    count(counts, page("/week"), 4)
    calendar.day += timedelta(days=1)
    assert rows(counts) == [
        "2026-11-23,file,pdf,en-US,10",
        "2026-11-23,page,bill,en-US,20",
        "2026-11-23,page,compare,en-US,40",
    ]


@pytest.mark.parametrize(
    ("number", "told"), [(1, []), (4, []), (5, ["10"]), (14, ["10"]), (15, ["20"]), (96, ["100"])]
)
def test_a_number_is_told_to_the_next_ten_and_below_five_not_at_all(counts, calendar, number, told):
    count(counts, page("/"), number)
    calendar.day += timedelta(days=1)
    assert [row.rpartition(",")[2] for row in rows(counts)] == told


def test_of_today_nothing_is_told_as_long_as_it_lasts(counts, calendar):
    """Who asks every minute would else see when the fifth person came."""
    count(counts, page("/"), 500)
    assert rows(counts) == []
    calendar.day += timedelta(days=1)
    assert rows(counts) == ["2026-11-23,page,compare,en-US,500"]


@pytest.mark.parametrize(
    "answer",
    [
        page("/", status=404),
        page("/", method="HEAD"),
        SentAnswer("GET", "answer", "/api/compare", 200, 0.01),
        SentAnswer("GET", "live", "/_stcore/stream", 101, 60.0),
        SentAnswer("PUT", "upload", "/_stcore/upload_file/", 204, 0.01),
        file("png"),
        file("jane-doe"),
        file(""),
    ],
)
def test_what_is_no_page_and_no_file_to_take_along_counts_as_nothing(counts, calendar, answer):
    count(counts, answer, 50)
    counts.opened()
    counts.said()
    calendar.day += timedelta(days=1)
    assert rows(counts) == []


def test_whatever_comes_no_row_has_more_than_day_page_or_kind_language_and_tens(counts, calendar):
    random = Random(22)
    kinds = ("page", "download", "answer", "file", "upload", "live", "other")
    paths = ("/", "/bill", "/share", "/?iop_weeks=6", "/Jane-Doe", "/media/", "203.0.113.9")
    endings = (*FILES, "png", "exe", "jane", "")
    for _ in range(20_000):
        kind = random.choice(kinds)
        path = random.choice(paths if kind != "page" else [f"/{key}" for key in pages.PAGES])
        status = random.choice((200, 200, 200, 404, 500))
        given = (kind, path, status, random.random(), random.choice(endings))
        counts.answered(SentAnswer("GET", *given))
        calendar.day += timedelta(days=random.random() < 0.001)
    calendar.day += timedelta(days=1)
    told = rows(counts)
    assert len(told) > 50
    assert [row for row in told if not ROW.fullmatch(row)] == []


def test_days_of_long_ago_are_forgotten(counts, calendar):
    count(counts, page("/"), 10)
    calendar.day += timedelta(days=400)
    count(counts, page("/"), 10)
    calendar.day += timedelta(days=1)
    assert [row[:10] for row in rows(counts)] == ["2027-12-28"]


def test_without_an_address_nothing_is_counted():
    assert counts_if_on({}, catalog()) is None
    assert counts_if_on({"CARECHOICE_COUNT": ""}, catalog()) is None
    assert counts_if_on({"CARECHOICE_COUNT": ADDRESS}, catalog()).address == ADDRESS


@pytest.mark.parametrize("address", ["on", "/counts", "our-counts-7f3kq9wz2m", "/a b" * 9])
def test_an_address_that_could_be_guessed_stops_the_start(address):
    with pytest.raises(SystemExit, match="CARECHOICE_COUNT must be / with 20 to 100 letters"):
        counts_if_on({"CARECHOICE_COUNT": address}, catalog())
