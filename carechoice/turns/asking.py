"""The address that asks for the work at hand, as the limits of the server count addresses."""

from __future__ import annotations

from contextvars import ContextVar

# An address; "" for this machine, and where nobody asks.
ASKED_BY: ContextVar[str] = ContextVar("asked_by", default="")
