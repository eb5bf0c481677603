"""A course in bands of six months: which months stand where."""

from datetime import date

import pytest

from carechoice.topics.week.bands import bands_of
from carechoice.topics.week.course_chart import month_names


def bands(first, last):
    return bands_of(date.fromisoformat(first), date.fromisoformat(last), ("therapy", "iop"))


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2027-01-04", "2027-01-04", [1]),
        ("2027-01-04", "2027-06-30", [6]),
        ("2027-01-31", "2027-07-01", [6, 1]),
        ("2026-11-30", "2028-11-20", [6, 6, 6, 6, 1]),
    ],
)
def test_bands_have_all_months_of_a_course_and_at_most_six_each(first, last, months):
    found = bands(first, last).bands
    assert [len(band.months) for band in found] == months
    assert found[-1].start <= date.fromisoformat(last) < found[-1].end


@pytest.mark.parametrize(
    ("first", "last", "start", "named"),
    [
        # Of November one day is left: it has no name, and no empty month stands before the visits.
        ("2026-11-30", "2027-01-21", "2026-11-30", ["Dec<br>2026", "Jan<br>2027"]),
        ("2026-11-16", "2026-12-21", "2026-11-16", ["Nov<br>2026", "Dec<br>&nbsp;"]),
        # A course within one month stands in all of it, or its days would be as wide as months.
        ("2026-11-30", "2026-11-30", "2026-11-01", ["Nov<br>2026"]),
    ],
)
def test_a_course_of_months_begins_at_its_first_day(first, last, start, named):
    found = bands(first, last)
    band = found.bands[0]
    assert band.start == date.fromisoformat(start)
    assert [name["text"] for name in month_names(band, found)] == named


def test_a_band_ends_where_the_next_begins_also_across_new_year():
    found = bands("2026-11-30", "2028-11-20").bands
    assert [band.end for band in found[:-1]] == [band.start for band in found[1:]]
    assert found[0].months[1:3] == (date(2026, 12, 1), date(2027, 1, 1))


def test_a_day_stands_in_its_band_as_many_days_from_its_start():
    found = bands("2026-11-30", "2028-11-20")
    band = found.band_with(date(2027, 5, 31))
    assert (band.number, band.across(date(2027, 5, 31))) == (1, 30)
    assert found.bands[0].across(date(2026, 12, 1)) == 1
    with pytest.raises(LookupError, match="2030-01-01 is in none of the bands"):
        found.band_with(date(2030, 1, 1))


def test_each_option_has_a_row_of_its_own_between_top_and_bottom_of_its_band():
    found = bands("2026-11-30", "2027-11-20")
    for band in found.bands:
        top, bottom = found.top_of(band), found.bottom_of(band)
        rows = [found.row_of(pathway, band) for pathway in ("therapy", "iop")]
        assert top > rows[0] > rows[1] > bottom
    first, second, *_ = found.bands
    assert found.bottom_of(first) > found.top_of(second)
    assert -found.rows <= found.bottom_of(found.bands[-1])
