"""What is checked once, before the first visitor: the data, the day, and the centre's name."""

from __future__ import annotations

import os
import sys
from datetime import date

from carechoice.catalog.error_lines import in_few_lines
from carechoice.catalog.in_use import using
from carechoice.catalog.load import BadDataError, served
from carechoice.catalog.tables import Catalog
from carechoice.catalog.values import UnusableError
from carechoice.files.pdf import can_print
from carechoice.inputs import clock
from carechoice.inputs.read_value import refuse_a_day_of_no_start
from carechoice.web.checks.new_data import unserved


def checked_catalog() -> Catalog:
    """Load and check the data and the day; on errors print some lines and end the process."""
    try:
        today = clock.today()
        data = served()
        problems = unserved(data)
    except BadDataError as error:
        problems = list(error.problems)
    except clock.BadDayError as error:
        raise SystemExit(f"CareChoice did not start. {error}") from None
    if problems:
        few = in_few_lines(problems)
        print("CareChoice did not start: the data has errors.", *few, sep="\n", file=sys.stderr)
        raise SystemExit(1)
    _refuse_a_pinned_day_of_no_start(data, today)
    _warn_of_boxes(data.centre.name)
    return data


def _refuse_a_pinned_day_of_no_start(data: Catalog, today: date) -> None:
    """End the process if care cannot begin after the day that CARECHOICE_TODAY names.

    A machine's own day may be any: the first day is then the last there can be.
    """
    if clock.VARIABLE not in os.environ:
        return
    try:
        with using(data):
            refuse_a_day_of_no_start(today)
    except UnusableError as error:
        raise SystemExit(
            f"CareChoice did not start. {clock.VARIABLE} must be a day from "
            f"{error.blanks['minimum']} to {error.blanks['maximum']}, not {today}."
        ) from None


def _warn_of_boxes(name: str) -> None:
    """Say so where a centre's name cannot be printed as it is; pages show it all the same."""
    if name and not can_print(name):
        sys.stderr.write(
            "centre.csv, column name: this server has no font for all signs of the name, so the "
            "handout prints boxes for them. Install a font that has them, or write the name in "
            "other signs.\n"
        )
