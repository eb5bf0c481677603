"""A server that is told to end waits for what is under way, but not forever.

Otherwise whoever sends a byte now and then, or takes no answer, could hold it up until those who
told it to end lose patience and kill it in the middle of everything (deploy/: after 30 seconds).
"""

from __future__ import annotations

from uvicorn import Config

ATTRIBUTE = "timeout_graceful_shutdown"


def end_within(seconds: float) -> None:
    """Install it in this process, unless its start says how long; in a running server, too."""

    def patience(config: Config) -> float:
        told: float | None = vars(config)[ATTRIBUTE]
        return seconds if told is None else told

    def keep(config: Config, told: float | None) -> None:
        vars(config)[ATTRIBUTE] = told

    setattr(Config, ATTRIBUTE, property(patience, keep))
