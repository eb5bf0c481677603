"""What happens once, before the first visitor."""

from __future__ import annotations

import sys

from carechoice.catalog.load import BadDataError, served
from carechoice.catalog.many_errors import in_few_lines
from carechoice.catalog.tables import Catalog
from carechoice.inputs import clock
from carechoice.web.new_data import unserved
from carechoice.web.pinned_day import refuse_a_pinned_day_of_no_start
from carechoice.web.printable import warn_of_boxes


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
    refuse_a_pinned_day_of_no_start(data, today)
    warn_of_boxes(data.centre.name)
    return data
