"""What an ended visit held is gone when its time is over, and not once another visit ends.

The framework keeps it for who may come back, and looks whose time is over only where it keeps
something more: on a quiet night what somebody entered in the evening was still there.
"""

from __future__ import annotations

from typing import Any, cast

from streamlit.runtime import Runtime
from streamlit.runtime.caching.ttl_cache import TTLCache
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager


def let_go_of_what_is_over() -> None:
    """Of each visit that has been over for longer than ``disconnectedSessionTTL``."""
    visits = cast("WebsocketSessionManager", Runtime.instance()._session_mgr)
    kept = cast("MemorySessionStorage", visits._session_storage)
    cast("TTLCache[str, Any]", kept._cache).expire()
