"""The memory of a live connection is freed as soon as the connection ends.

The server stops in the middle of reading, and the reader and what it reads from then hold each
other: 150 kB for each connection, most of it the memory of the compression. Python finds that only
when it looks at everything that visits hold, which it seldom does (`web/lifetime/garbage.py`).
"""

from __future__ import annotations

from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol


def free_ended_connections() -> None:
    """Install the change for every connection that this process takes from now on."""
    lost = WebSocketsSansIOProtocol.connection_lost

    def connection_lost(self: Any, error: Exception | None) -> None:
        lost(self, error)
        self.conn.parser.close()

    setattr(WebSocketsSansIOProtocol, lost.__name__, connection_lost)
