"""What release.csv has to say: a version that a link can hold, days in order, and a language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from babel import UnknownLocaleError

from carechoice.catalog.load import MARK_SIGNS
from carechoice.catalog.tables import Catalog
from carechoice.catalog.values import UnusableError, read_day
from carechoice.inputs.handed_on.link import VERSION
from carechoice.language.formats import plural_forms

# The days of release.csv: when the data was checked, and by when it is to be checked again.
CHECKED, REVIEW_BY = "data_date", "review_by"


def release_problems(data: Catalog) -> Iterator[str]:
    """One sentence for each value that pages, links or files could not use."""
    yield from _bad_version(data)
    yield from _bad_days(data)
    yield from _bad_locale(data)


def _bad_version(data: Catalog) -> Iterator[str]:
    """A version that links of ours would name and then not open."""
    version = data.release.get("version")
    if version and not VERSION.fullmatch(f"{version.value}-{'0' * MARK_SIGNS}"):
        yield (
            "release.csv, row 'version', column value: no link could hold "
            f"{version.value!r}. Write up to 20 letters, digits and points, such as 2026.11."
        )


def _bad_days(data: Catalog) -> Iterator[str]:
    days = dict[str, date]()
    for key in (CHECKED, REVIEW_BY):
        try:
            days[key] = read_day(data.release[key].value)
        except (KeyError, UnusableError):
            yield f"release.csv, row {key!r}, column value: write the date year-month-day."
    if len(days) == 2 and days[REVIEW_BY] < days[CHECKED]:
        yield (
            f"release.csv, row {REVIEW_BY!r}, column value: {days[REVIEW_BY]} is before the day on "
            f"which the data was checked, {days[CHECKED]}. Correct one of the two."
        )


def _bad_locale(data: Catalog) -> Iterator[str]:
    try:
        plural_forms(data.locale)
    except (ValueError, UnknownLocaleError):
        yield "release.csv, row 'locale', column value: write a language and region, such as en_US."
