"""The day of all tests of a centre's workbook."""

import pytest
from scenarios import TODAY

from carechoice.inputs import clock


@pytest.fixture(autouse=True)
def _on_a_pinned_day(monkeypatch):
    monkeypatch.setenv(clock.VARIABLE, TODAY.isoformat())
