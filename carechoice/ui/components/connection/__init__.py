"""The state of the connection to the server: a sentence that is seen and spoken."""

from __future__ import annotations

from carechoice.language.sentences import say
from carechoice.ui.component import STATUS, component

_connection = component("connection", STATUS)


def connection_line() -> None:
    """Say it when the line to the server is lost, is back, or has taken a press along."""
    told = {name: say(f"connection.{name}") for name in ("lost", "back", "gone")}
    _connection(key="connection", data=told)
