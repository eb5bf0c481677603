"""What a link or a file held that was made on an earlier day."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from carechoice.inputs.link import Opened
from carechoice.inputs.scenario import Scenario


class Earlier(NamedTuple):
    """The inputs as they were, and the day on which they were handed on."""

    made: date
    scenario: Scenario


def earlier(opened: Opened, today: date) -> Earlier | None:
    """What was opened; None where it names no day before this one."""
    is_earlier = opened.made is not None and opened.made < today
    return Earlier(opened.made, opened.scenario) if is_earlier and opened.made else None
