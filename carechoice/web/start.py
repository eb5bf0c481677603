"""What happens once, before the first visitor."""

from __future__ import annotations

import gc
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from carechoice.catalog.in_use import using
from carechoice.catalog.load import BadDataError, served, shipped
from carechoice.catalog.tables import Catalog
from carechoice.comparison.compare import compare
from carechoice.inputs import clock
from carechoice.inputs.scenario import Scenario
from carechoice.web.needs import unmet, unsettled_defaults


def checked_catalog() -> Catalog:
    """Load and check the data and the day; on errors print all of them and end the process."""
    try:
        clock.today()
        data = served()
        problems = unmet(data, shipped()) or unsettled_defaults(data)
    except BadDataError as error:
        problems = list(error.problems)
    except clock.BadDayError as error:
        raise SystemExit(f"CareChoice did not start. {error}") from None
    if problems:
        print(
            "CareChoice did not start: the data has errors.", *problems, sep="\n", file=sys.stderr
        )
        raise SystemExit(1)
    return data


def settling_in(data: Catalog) -> Callable[[Any], AbstractAsyncContextManager[None]]:
    """What the server does before its first visitor and after its last."""

    @asynccontextmanager
    async def settle_in(_app: Any) -> AsyncIterator[None]:
        """Warm the model up; take what lives as long as the server out of garbage collection."""
        with using(data):
            compare(Scenario.default(clock.today()))
        gc.collect()
        gc.freeze()
        yield

    return settle_in
