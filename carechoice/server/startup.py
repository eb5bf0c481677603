"""What happens once, before the first visitor."""

from __future__ import annotations

import gc
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from typing import Any

from carechoice.catalog import BadDataError, catalog
from carechoice.comparison import compare
from carechoice.scenario import Scenario


def refuse_bad_data() -> None:
    """Load the data; on errors print all of them and end the process."""
    try:
        catalog()
    except BadDataError as error:
        print("CareChoice did not start: the data has errors.", file=sys.stderr)
        print(error, file=sys.stderr)
        # A plain exit would be caught by the framework's launcher, which then starts without app.
        raise SystemExit(1) from None


@asynccontextmanager
async def settle_in(_app: Any) -> AsyncIterator[None]:
    """Warm the model up, then take what lives as long as the server out of garbage collection."""
    compare(Scenario.default(date.today()))
    gc.collect()
    gc.freeze()
    yield
