"""What the framework's page asks the server about itself before it connects.

The framework's own answer has it cover the page with a dialog for developers once the server cannot
be reached for a while, crisis line and all. The page itself says that the line is lost
(``ui/components/connection``), and goes on.
"""

from __future__ import annotations

from collections.abc import Iterable

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from carechoice.web.origin import DEFAULT_PORTS, hosts
from carechoice.web.paths import within

PATH = "/_stcore/host-config"
# The same wherever our page is.
SETTINGS = {
    "useExternalAuthToken": False,
    "enableCustomParentMessages": False,
    "enforceDownloadInNewTab": False,
    "blockErrorDialogs": True,
    "resourceCrossOriginMode": None,
}


class HostConfig:
    """Answers the question for its configuration, and passes all others on."""

    def __init__(self, app: ASGIApp, base_path: str = "") -> None:
        self._app = app
        self._base_path = base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer at the framework's address below the base path."""
        is_asked = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        if is_asked and within(self._base_path, scope) == PATH:
            await _answer(hosts(Headers(scope=scope)))(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _answer(hosts: Iterable[str]) -> JSONResponse:
    """The fields of the framework's own answer.

    Only our page may tell the framework's to look whether its line is alive; no page of others
    may tell it anything. Ours is at the host that the browser asked, which behind a proxy may be
    named beside the one the proxy asked.
    """
    return JSONResponse(
        {
            "allowedOrigins": [f"{scheme}://{host}" for host in hosts for scheme in DEFAULT_PORTS],
            "metricsUrl": "",
            **SETTINGS,
        },
        headers={"Cache-Control": "no-cache"},
    )
