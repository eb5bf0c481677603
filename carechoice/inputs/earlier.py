"""The contents of a link or a file that was made on an earlier day."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from carechoice.inputs.scenario import Scenario


class Earlier(NamedTuple):
    """The inputs as they were, and the day on which they were handed on."""

    made: date
    scenario: Scenario
