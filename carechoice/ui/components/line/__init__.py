"""The state of the line to the server: a sentence that is seen and heard while it is lost."""

from __future__ import annotations

from carechoice.language.sentences import say
from carechoice.ui.assets import component
from carechoice.ui.part import part

_line = part(
    "line",
    html='<p role="status"></p>',
    css=component("line.css"),
    script="line.js",
)


def line() -> None:
    """Say it when the line to the server is lost, and when it is back."""
    _line(key="line", data={name: say(f"line.{name}") for name in ("lost", "back")})
