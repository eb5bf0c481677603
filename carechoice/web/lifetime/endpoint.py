"""Where the server is listening, as the framework reports it."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from streamlit import config
from streamlit.web.server.starlette.starlette_server_config import MAX_PORT_SEARCH_RETRIES

from carechoice.web.lifetime.listening import DEFAULT_PORT

# The framework's word for an app that a server of somebody else's has begun, such as `uvicorn`.
NOT_BY_THE_FRAMEWORK = ("asgi-server", "asgi-mounted")
# Its word for one that it has begun itself; for others it has none while it reads `app.py`.
BY_THE_FRAMEWORK = "starlette-app"


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Address, port and base path; ``is_moved``: the usual port was taken, and none was set."""

    address: str
    port: int
    base: str
    is_moved: bool = False


def current_endpoint() -> Endpoint | None:
    """The endpoint, once the framework has begun; None where the server that began it knows it."""
    if config._server_mode in NOT_BY_THE_FRAMEWORK:
        return None
    port = int(st.get_option("server.port"))
    tried = range(int(DEFAULT_PORT) + 1, int(DEFAULT_PORT) + MAX_PORT_SEARCH_RETRIES + 1)
    return Endpoint(
        address=st.get_option("server.address"),
        port=port,
        base=st.get_option("server.baseUrlPath").strip("/"),
        is_moved=port in tried and not config.is_manually_set("server.port"),
    )


def listens_at_unnamed_port() -> bool:
    """Whether the framework has begun this process, at a port that its settings do not name."""
    return config._server_mode == BY_THE_FRAMEWORK and not config.is_manually_set("server.port")
