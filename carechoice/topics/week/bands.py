"""A course of care in bands of up to six months, one below the other as lines of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from carechoice.catalog.rows import Pathway
from carechoice.insurance.plan_year import first_day_of, month_number

# A day is then wide enough to be seen on a phone, however long the course is.
MOST_MONTHS = 6
# The height, in rows, of what stands above the rows of a band: names of months, and years.
NAMES_ROWS = 1.9


class Band(NamedTuple):
    """The first days of a band's months, and of the month after it; bands count from 0.

    The first of a course begins on the first day, if that month is not all there is.
    """

    number: int
    months: tuple[date, ...]
    end: date

    @property
    def start(self) -> date:
        """The first day of the band."""
        return self.months[0]

    def across(self, day: date) -> int:
        """How many days after the start of the band a day is."""
        return (day - self.start).days


@dataclass(frozen=True, slots=True)
class Bands:
    """Bands one below the other, each with a row for every option, in their order.

    Places are counted in days from the left and in rows downwards, which are below zero.
    """

    bands: tuple[Band, ...]
    pathways: tuple[Pathway, ...]

    @property
    def rows(self) -> float:
        """How many rows all bands take."""
        return len(self.bands) * self._band_rows

    @property
    def most_days(self) -> int:
        """The days of the longest band."""
        return max(band.across(band.end) for band in self.bands)

    def band_with(self, day: date) -> Band:
        """The band that a day is in. Raises LookupError for a day outside of all."""
        for band in self.bands:
            if band.start <= day < band.end:
                return band
        raise LookupError(f"{day} is in none of the bands, which end before {self.bands[-1].end}.")

    def row_of(self, pathway: Pathway, band: Band) -> float:
        """The middle of an option's row in a band."""
        return self.top_of(band) - 0.5 - self.pathways.index(pathway)

    def top_of(self, band: Band) -> float:
        """Where the rows of a band begin, below the names of its months."""
        return -band.number * self._band_rows - NAMES_ROWS

    def bottom_of(self, band: Band) -> float:
        """Where the rows of a band end."""
        return self.top_of(band) - len(self.pathways)

    @property
    def _band_rows(self) -> float:
        return NAMES_ROWS + len(self.pathways)


def bands_of(first: date, last: date, pathways: Sequence[Pathway]) -> Bands:
    """The bands from the month of the first day to that of the last."""
    months = [first_day_of(number) for number in range(month_number(first), month_number(last) + 1)]
    if len(months) > 1:
        months[0] = first
    lines = [tuple(months[at : at + MOST_MONTHS]) for at in range(0, len(months), MOST_MONTHS)]
    bands = (
        Band(at, line, first_day_of(month_number(line[-1]) + 1)) for at, line in enumerate(lines)
    )
    return Bands(tuple(bands), tuple(pathways))
