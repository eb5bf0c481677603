"""A head of a request that is longer than any of ours is not taken apart.

The HTTP library (h11) bounds only what it waits for: one that comes whole may be as long as what is
read at once, 256 kB, whose fifty thousand lines made everybody wait for a sixth of a second.
"""

from __future__ import annotations

import re
from typing import Any

import h11

# Twice the longest link that is taken. The library waits for as much.
MOST_BYTES = 16_384
END = re.compile(rb"\n\r?\n")


def refuse_long_heads() -> None:
    """Install the change for every connection that this process takes from now on."""
    take = h11.Connection.next_event

    def next_event(self: h11.Connection) -> Any:
        if self.their_state is h11.IDLE and is_too_long(self.trailing_data[0]):
            # Answered as what is no request, and the connection is closed.
            raise h11.RemoteProtocolError("a head that is too long")
        return take(self)

    setattr(h11.Connection, take.__name__, next_event)


def is_too_long(come: bytes) -> bool:
    """Whether no head of the greatest length is whole in what has come."""
    return len(come) > MOST_BYTES and not END.search(come, 0, MOST_BYTES)
