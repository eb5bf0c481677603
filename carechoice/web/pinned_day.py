"""The day that CARECHOICE_TODAY pins: one after which care can begin."""

from __future__ import annotations

import os
from datetime import date

from carechoice.catalog.in_use import using
from carechoice.catalog.tables import Catalog
from carechoice.catalog.values import UnusableError
from carechoice.inputs import clock
from carechoice.inputs.ours import refuse_a_day_of_no_start


def refuse_a_pinned_day_of_no_start(data: Catalog, today: date) -> None:
    """End the process where the pinned day is none.

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
