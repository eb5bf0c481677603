"""Connections on which nobody asks for anything, or only a byte at a time, are closed.

The server waits without end for the first request on a connection, for the rest of a request, and
for the rest of a body that nobody reads because it is answered already; there is no setting for it.
A few hundred such connections lock everybody else out.
"""

from __future__ import annotations

import asyncio
import sys
from typing import Any, Protocol

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from carechoice.web.limits.settings import Limits


class Connection(Protocol):
    """What is needed of a connection of the server's."""

    loop: asyncio.AbstractEventLoop
    conn: h11.Connection
    transport: asyncio.Transport


class Waiting:
    """The connections whose next request is not there yet, those that wait for longest first."""

    def __init__(self, *, seconds: float, most: float) -> None:
        self._seconds = seconds
        self._most = most
        self._until: dict[Connection, asyncio.TimerHandle] = {}

    def look_at(self, connection: Connection, *, has_begun: bool) -> None:
        """Give it so long where its request ``has_begun`` and is not there; else let it be."""
        is_half_open = has_begun and connection.conn.their_state is h11.IDLE
        if not (is_half_open or _has_a_body_left(connection.conn)):
            self.forget(connection)
        elif connection not in self._until:
            close = connection.transport.close
            self._until[connection] = connection.loop.call_later(self._seconds, close)
            if len(self._until) > self._most:
                longest = next(iter(self._until))
                self.forget(longest)
                longest.transport.close()

    def forget(self, connection: Connection) -> None:
        """It is closed, or its request is there."""
        if timer := self._until.pop(connection, None):
            timer.cancel()


def _has_a_body_left(conn: h11.Connection) -> bool:
    """Whether a request is answered whose body has not come whole."""
    return conn.our_state is h11.DONE and conn.their_state is h11.SEND_BODY


def close_half_open(limits: Limits) -> None:
    """Install the change for every connection that this process takes from now on."""
    waiting = Waiting(seconds=limits.head_seconds, most=limits.half_open)
    made, received, lost = (
        getattr(H11Protocol, name)
        for name in ("connection_made", "data_received", "connection_lost")
    )

    def connection_made(self: Any, transport: Any) -> None:
        made(self, transport)
        waiting.look_at(self, has_begun=True)

    def data_received(self: Any, data: bytes) -> None:
        received(self, data)
        waiting.look_at(self, has_begun=bool(self.conn.trailing_data[0]))

    def connection_lost(self: Any, error: Exception | None) -> None:
        waiting.forget(self)
        lost(self, error)

    for method in (connection_made, data_received, connection_lost):
        setattr(H11Protocol, method.__name__, method)


def allow_many_connections() -> None:
    """Let this process have as many connections as its machine lets it, and not the usual 1,024."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415, Windows has none

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
