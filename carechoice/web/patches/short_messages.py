"""A message that comes in on a live connection may be no longer than a page's can be.

It is held in memory until it is whole: about 1 kB, or a text that somebody pasted. The server has
one limit for both directions, 4 MB, and waits as long as the browser likes: 250 connections that
each hold back the last byte could take up a gigabyte.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from uvicorn.protocols.websockets import websockets_sansio_impl
from websockets.server import ServerProtocol

# Three times the longest text that is read, since a character can take three bytes.
MOST_HEARD_BYTES = 300_000


def hear_short_messages() -> None:
    """Install it for every connection from now on; a longer message ends the connection."""
    hears_short = partial(_that_hears_short_messages, ServerProtocol)
    setattr(websockets_sansio_impl, ServerProtocol.__name__, hears_short)


def _that_hears_short_messages(make: type[ServerProtocol], **given: Any) -> ServerProtocol:
    return make(**{**given, "max_size": MOST_HEARD_BYTES})
