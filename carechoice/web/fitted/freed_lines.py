"""What a live connection holds is freed as it ends.

The server stops in the middle of reading what comes, and what reads and what is read for hold each
other: 150 kB each connection, most of it what compression remembers. Python finds that where it
looks at all that visits hold, which it seldom does (`carechoice/web/tidying.py`).
"""

from __future__ import annotations

from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol


def free_ended_lines() -> None:
    """For every connection that this process takes from now on."""
    lost = WebSocketsSansIOProtocol.connection_lost

    def connection_lost(self: Any, error: Exception | None) -> None:
        lost(self, error)
        self.conn.parser.close()

    setattr(WebSocketsSansIOProtocol, lost.__name__, connection_lost)
