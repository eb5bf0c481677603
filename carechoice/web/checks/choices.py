"""What is wrong with the options of choices in parameters.csv, checked before the server starts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from carechoice.catalog.tables import Catalog
from carechoice.catalog.weekdays import CHOICES
from carechoice.inputs.scenario import FLOATING

# Choices to which a centre may add an option: nothing in the code goes by a single one.
OPEN_CHOICES = ("plan", "filled_by", "time_zone")


def choice_needs(data: Catalog, shipped: Catalog) -> Iterator[str]:
    """A sentence for each option that no page can handle, with its row and what to do."""
    yield from _unknown_options(data, shipped)
    yield from _meaningless_options(data)


def _unknown_options(data: Catalog, shipped: Catalog) -> Iterator[str]:
    """Options that the code does not know, of choices that it goes by."""
    choices = [row for row in data.parameters.values() if row.kind == "choice"]
    for row in choices:
        field = row.key
        if field not in shipped.parameters or field in OPEN_CHOICES:
            continue
        known = (*shipped.parameters[field].options, *data.rows_to_choose(field))
        for option in row.options:
            if option not in known:
                yield (
                    f"parameters.csv, row {field!r}, column options: there is no choice "
                    f"{option!r} here. Remove it."
                )


def _meaningless_options(data: Catalog) -> Iterator[str]:
    """Options of choices that may be added to, which name no zone, no day or no weekdays."""
    checks = {
        "time_zone": _why_no_zone,
        "plan_year_start": _why_no_day,
        **dict.fromkeys(data.inputs.by_care("weekdays").values(), _why_no_weekdays),
    }
    for field, why in checks.items():
        row = data.parameters.get(field)
        for option in row.options if row else ():
            if reason := why(option):
                yield f"parameters.csv, row {field!r}, column options: {reason}"


def _why_no_zone(option: str) -> str:
    try:
        if option != FLOATING:
            ZoneInfo(option)
    # The name of a folder of zones is none either.
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return f"there is no time zone {option!r}. Write a name such as America/New_York."
    return ""


def _why_no_day(option: str) -> str:
    try:
        # A year without February 29.
        if f"{date.fromisoformat(f'2027-{option}'):%m-%d}" == option:
            return ""
    except ValueError:
        pass
    return f"{option!r} is not a day of every year. Write month-day, such as 07-01."


def _why_no_weekdays(option: str) -> str:
    if option in CHOICES:
        return ""
    return f"{option!r} names no working days. Write them in order, such as mon_wed_fri."
