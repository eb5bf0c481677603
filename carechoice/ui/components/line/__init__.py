"""The state of the line to the server, and what went with it: a sentence seen and heard."""

from __future__ import annotations

from carechoice.language.sentences import say
from carechoice.ui.component import STATUS, component

_line = component("line", STATUS)


def line() -> None:
    """Say it when the line to the server is lost, is back, or has taken a press along."""
    _line(key="line", data={name: say(f"line.{name}") for name in ("lost", "back", "gone")})
