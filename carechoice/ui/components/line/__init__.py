"""The state of the connection to the server: a sentence that is seen and spoken."""

from __future__ import annotations

from carechoice.language.sentences import say
from carechoice.ui.component import STATUS, component

_line = component("line", STATUS)


def line() -> None:
    """Say it when the line to the server is lost, is back, or has taken a press along."""
    _line(key="line", data={name: say(f"line.{name}") for name in ("lost", "back", "gone")})
