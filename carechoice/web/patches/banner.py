"""No answer names the server software, which only somebody looking for its holes needs."""

from __future__ import annotations

from collections.abc import Sequence

from uvicorn import Config

Pair = tuple[bytes, bytes]

ATTRIBUTE = "encoded_headers"
BANNER = (b"server", b"uvicorn")


def say_no_name() -> None:
    """Install it for every answer of this process, even if the server has read its settings."""
    setattr(Config, ATTRIBUTE, property(_without_banner, _keep))


def _without_banner(config: Config) -> list[Pair]:
    kept: Sequence[Pair] = vars(config)[ATTRIBUTE]
    return [pair for pair in kept if pair != BANNER]


def _keep(config: Config, headers: Sequence[Pair]) -> None:
    vars(config)[ATTRIBUTE] = headers
