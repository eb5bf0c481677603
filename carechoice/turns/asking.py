"""Who asks for what is being done, as the server's limits count them."""

from __future__ import annotations

from contextvars import ContextVar

# An address; "" for this machine, and where nobody asks.
ASKED_BY: ContextVar[str] = ContextVar("asked_by", default="")
