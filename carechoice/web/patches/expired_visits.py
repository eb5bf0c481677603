"""The memory of an ended visit is freed once its time is over.

The framework keeps it for a person who may come back, and looks for what is over only when another
visit ends: on a quiet night, what somebody had entered in the evening was still there. Its loop
also holds the last visit that it served until it serves the next one.
"""

from __future__ import annotations

from typing import cast

from streamlit.runtime import Runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.caching.ttl_cache import TTLCache
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.session_manager import SessionInfo
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager


def drop_expired_visits() -> None:
    """Empty each visit that has been over for longer than ``disconnectedSessionTTL``."""
    visits = cast("WebsocketSessionManager", Runtime.instance()._session_mgr)
    kept = cast("MemorySessionStorage", visits._session_storage)
    for _, over in cast("TTLCache[str, SessionInfo]", kept._cache).expire():
        _empty(over.session)


def _empty(session: AppSession) -> None:
    """Empty the session, so that nothing entered stays, whoever still refers to it."""
    session.shutdown()
    session.session_state.clear()
    session._client_state.Clear()
    session._browser_queue.clear()
