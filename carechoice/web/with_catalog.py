"""Each request is answered from the catalog that the server has at that moment."""

from __future__ import annotations

from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send

from carechoice.catalog.in_use import using
from carechoice.catalog.tables import Catalog


class WithCatalog:
    """Hands the catalog in with each request, also to the threads that work for it."""

    def __init__(self, app: ASGIApp, catalog: Callable[[], Catalog]) -> None:
        self._app = app
        self._catalog = catalog

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        with using(self._catalog()):
            await self._app(scope, receive, send)
