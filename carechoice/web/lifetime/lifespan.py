"""What the server does before its first visitor and after its last."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from carechoice.catalog.in_use import using
from carechoice.catalog.tables import Catalog
from carechoice.comparison.compare import compare
from carechoice.inputs import clock
from carechoice.inputs.scenario import Scenario
from carechoice.web.checks.new_data import watched
from carechoice.web.lifetime.endpoint import current_endpoint
from carechoice.web.lifetime.garbage import tidied
from carechoice.web.lifetime.start_line import start_lines


def lifespan(data: Catalog) -> Callable[[Any], AbstractAsyncContextManager[None]]:
    """What the server does before its first visitor and after its last."""

    @asynccontextmanager
    async def alive(_app: Any) -> AsyncIterator[None]:
        """Warm the model up, log what is in effect, and tidy up from then on."""
        with using(data):
            compare(Scenario.default(clock.today()))
        print(*start_lines(data, os.environ, current_endpoint()), sep="\n", flush=True)
        async with watched(), tidied():
            yield

    return alive
