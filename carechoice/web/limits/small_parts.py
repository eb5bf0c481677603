"""What comes in very many small parts: a body, or what is said on a live connection.

A part costs the server some microseconds, however short it is, and it reads megabytes from one
connection before it turns to another. So whoever sent one byte at a time made everybody wait for
ten seconds. Browsers send large parts, and a sign of life now and then.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import Any
from weakref import WeakKeyDictionary

import h11
from websockets.exceptions import ProtocolError
from websockets.frames import Frame
from websockets.server import ServerProtocol

from carechoice.web.buckets import Buckets

# Of a body: so many may be of any length; more have to hold this much on average, which is less
# than the worst line brings at once.
MOST_PARTS = 500
LEAST_BYTES = 100
# On a live connection, of any kind: an answer to a sign of life is one, too.
FRAMES_AT_ONCE, FRAMES_PER_SECOND = 1000, 100
# Each connection has a bucket to itself.
OF_THIS_ONE = ""


def refuse_small_parts() -> None:
    """Install the change for every connection that this process takes from now on."""
    _count_parts_of_bodies()
    _count_frames()


@dataclass
class Parts:
    """The parts of one body so far."""

    count: int = 0
    came_bytes: int = 0

    def are_too_small(self, more_bytes: int) -> bool:
        """Whether they are, with the one that comes now."""
        self.count += 1
        self.came_bytes += more_bytes
        return self.count > MOST_PARTS and self.came_bytes < self.count * LEAST_BYTES


def _count_parts_of_bodies() -> None:
    take = h11.Connection.next_event
    coming: WeakKeyDictionary[h11.Connection, Parts] = WeakKeyDictionary()

    def next_event(self: h11.Connection) -> Any:
        event = take(self)
        if isinstance(event, h11.Request):
            coming[self] = Parts()
        parts = coming.get(self)
        if isinstance(event, h11.Data) and parts and parts.are_too_small(len(event.data)):
            # Answered as what is no request, and the connection is closed.
            raise h11.RemoteProtocolError("a body in too many parts")
        return event

    setattr(h11.Connection, take.__name__, next_event)


def _count_frames() -> None:
    take = ServerProtocol.recv_frame
    heard: WeakKeyDictionary[ServerProtocol, Buckets] = WeakKeyDictionary()

    def recv_frame(self: ServerProtocol, frame: Frame) -> None:
        if self not in heard:
            heard[self] = Buckets(per_second=FRAMES_PER_SECOND, at_once=FRAMES_AT_ONCE)
        if heard[self].take(OF_THIS_ONE, now=monotonic()):
            raise ProtocolError("too many frames")
        take(self, frame)

    setattr(ServerProtocol, take.__name__, recv_frame)
