"""What happens once, before the first visitor."""

from __future__ import annotations

import gc
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from carechoice.catalog.load import BadDataError, catalog, shipped
from carechoice.comparison.compare import compare
from carechoice.inputs import clock
from carechoice.inputs.scenario import Scenario
from carechoice.web.needs import unmet, unsettled_defaults


def refuse_bad_data() -> None:
    """Load and check the data and the day; on errors print all of them and end the process."""
    try:
        clock.today()
        problems = unmet(catalog(), shipped()) or unsettled_defaults()
    except BadDataError as error:
        problems = list(error.problems)
    except clock.BadDayError as error:
        raise SystemExit(f"CareChoice did not start. {error}") from None
    if problems:
        print(
            "CareChoice did not start: the data has errors.", *problems, sep="\n", file=sys.stderr
        )
        raise SystemExit(1)


@asynccontextmanager
async def settle_in(_app: Any) -> AsyncIterator[None]:
    """Warm the model up, then take what lives as long as the server out of garbage collection."""
    compare(Scenario.default(clock.today()))
    gc.collect()
    gc.freeze()
    yield
