"""What the server does before its first visitor, and the first line of its log."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from carechoice.catalog.folder import NAMED_IN
from carechoice.catalog.in_use import using
from carechoice.catalog.tables import Catalog
from carechoice.comparison.compare import compare
from carechoice.inputs import clock
from carechoice.inputs.scenario import Scenario
from carechoice.web.new_data import watched
from carechoice.web.observed import NOT_SHOWN
from carechoice.web.operation import KEPT_TO_ONESELF
from carechoice.web.tidying import tidied

# Beginnings of the variables that are ours or say where the server is.
PREFIXES = (
    "CARECHOICE_",
    "FORWARDED_ALLOW_IPS",
    "PORT",
    "STREAMLIT_SERVER_ADDRESS",
    "STREAMLIT_SERVER_BASE_URL_PATH",
    "STREAMLIT_SERVER_PORT",
)


def start_line(data: Catalog, environment: Mapping[str, str]) -> str:
    """Version, data and what is set, for the first line of a log."""
    version, day = (data.release[key].value for key in ("version", "data_date"))
    folder = environment.get(NAMED_IN, "") or "the folder it comes with"
    ours = sorted(name for name in environment if name.startswith(PREFIXES) and environment[name])
    told = (
        f"{name}={NOT_SHOWN if name in KEPT_TO_ONESELF else environment[name]}" for name in ours
    )
    settings = ", ".join(told) or "none"
    return f"CareChoice {version}, data of {day} from {folder}, settings: {settings}"


def settling_in(data: Catalog) -> Callable[[Any], AbstractAsyncContextManager[None]]:
    """What the server does before its first visitor and after its last."""

    @asynccontextmanager
    async def settle_in(_app: Any) -> AsyncIterator[None]:
        """Warm the model up, and tidy up from then on."""
        with using(data):
            compare(Scenario.default(clock.today()))
        print(start_line(data, os.environ), flush=True)
        async with watched(), tidied():
            yield

    return settle_in
