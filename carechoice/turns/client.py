"""The client address that the current work is done for, as the server's limits count addresses."""

from __future__ import annotations

from contextvars import ContextVar

# An address; "" for this machine, and where nobody asks.
ASKED_BY: ContextVar[str] = ContextVar("asked_by", default="")
