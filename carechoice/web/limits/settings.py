"""The limits as an operator sets them, by environment variables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Self

PREFIX = "CARECHOICE_"
# No other digits, signs or exponents: a slip of the pen would be another limit.
NUMBER = re.compile(r"[0-9]{1,9}(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Each field is set by the variable of its name in capitals behind ``CARECHOICE_``.

    What is counted by address is counted for all behind one, as a clinic or a phone company often
    is, so the numbers are those of many people who move sliders at once. All are our choice.
    """

    # By address: pages and answers, of which a file counts as a fifth.
    requests_per_second: float = 100
    requests_at_once: float = 400
    # By address: requests that are at work.
    open_requests_per_address: float = 250
    # By address: live connections that are opened, and those that are open.
    visits_per_second: float = 4
    visits_at_once: float = 100
    visits_per_address: float = 250
    # By address: what browsers say on live connections; a long message counts as several. What is
    # more waits; nothing is lost.
    messages_per_second: float = 20
    messages_at_once: float = 60
    # In all: runs of pages and answers that are worked out at once. Python does one at a time.
    runs_at_once: float = 1
    # In all.
    visits: float = 1000
    open_requests: float = 500
    uploaded_mb: float = 200
    # In all: connections on which a request is not there yet.
    half_open: float = 500
    # Of one visit.
    uploads_per_visit: float = 20
    # Of one connection: seconds until a request's head is there, and between parts of its body,
    # which after that time has come as fast as this at least: 5 kB a second are a poor phone line.
    head_seconds: float = 20
    body_seconds: float = 20
    body_bytes_per_second: float = 5000
    # Bodies that are still waited for after a second, by address and in all.
    awaited_bodies_per_address: float = 50
    awaited_bodies: float = 250
    # In all: seconds until what is under way is given up, once the server is told to end.
    end_seconds: float = 20

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """The limits that are set, and ours for all others.

        Raises SystemExit where one is set to what is not a number above zero.
        """
        names = {field.name: f"{PREFIX}{field.name.upper()}" for field in fields(cls)}
        return cls(
            **{
                field: _above_zero(name, environment[name])
                for field, name in names.items()
                if environment.get(name, "").strip()
            }
        )


def _above_zero(name: str, text: str) -> float:
    is_number = NUMBER.fullmatch(text.strip())
    if not (is_number and float(text) > 0):
        raise SystemExit(
            f"CareChoice did not start. {name} must be a number above zero, not {text!r}."
        )
    return float(text)
