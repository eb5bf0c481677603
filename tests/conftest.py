"""What holds for every test: the day, the catalog, and that none is decided by time or chance."""

import os

import pytest
from by_night import split
from hypothesis import HealthCheck, settings
from scenarios import TODAY

from carechoice.catalog.in_use import hand_in
from carechoice.catalog.load import served
from carechoice.inputs import clock

pytest_plugins = ("spoken",)

# Also for the servers that tests start, which take the environment over.
os.environ[clock.VARIABLE] = TODAY.isoformat()

# Tests work with the model without a server, which would hand it in; some name another for a while.
hand_in(served())

# A busy machine is slow, and that is no fault of ours. Where nobody sits in front of it, the same
# code draws the same examples, so that a change fails for what it changed.
settings.register_profile(
    "house",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=bool(os.environ.get("CI")),
)
settings.load_profile("house")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave for the night what is tried by night alone."""
    items[:], later = split(items)
    config.hook.pytest_deselected(items=later)
