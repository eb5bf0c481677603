"""What happens once, before the first visitor."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from carechoice.catalog.in_use import using
from carechoice.catalog.load import BadDataError, served
from carechoice.catalog.many_errors import in_few_lines
from carechoice.catalog.tables import Catalog
from carechoice.comparison.compare import compare
from carechoice.inputs import clock
from carechoice.inputs.scenario import Scenario
from carechoice.web.new_data import unserved, watched
from carechoice.web.pinned_day import refuse_a_pinned_day_of_no_start
from carechoice.web.printable import warn_of_boxes

# Beginnings of the variables that are ours or say where the server is; none holds a secret.
PREFIXES = (
    "CARECHOICE_",
    "FORWARDED_ALLOW_IPS",
    "PORT",
    "STREAMLIT_SERVER_ADDRESS",
    "STREAMLIT_SERVER_BASE_URL_PATH",
    "STREAMLIT_SERVER_PORT",
)


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


def start_line(data: Catalog, environment: Mapping[str, str]) -> str:
    """Version, data and what is set, for the first line of a log."""
    version, day = (data.release[key].value for key in ("version", "data_date"))
    folder = environment.get("CARECHOICE_DATA", "") or "as it comes along"
    ours = sorted(name for name in environment if name.startswith(PREFIXES) and environment[name])
    settings = ", ".join(f"{name}={environment[name]}" for name in ours) or "none"
    return f"CareChoice {version}, data of {day}, own data: {folder}, settings: {settings}"


def settling_in(data: Catalog) -> Callable[[Any], AbstractAsyncContextManager[None]]:
    """What the server does before its first visitor and after its last."""

    @asynccontextmanager
    async def settle_in(_app: Any) -> AsyncIterator[None]:
        """Warm the model up; take what lives as long as the server out of garbage collection."""
        with using(data):
            compare(Scenario.default(clock.today()))
        print(start_line(data, os.environ), flush=True)
        gc.collect()
        gc.freeze()
        async with watched():
            yield

    return settle_in
