"""What every request passes on its way to the pages and back, from the outside in."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from carechoice.catalog.in_use import using
from carechoice.catalog.tables import Catalog
from carechoice.web.addresses import NoPageForUnknown
from carechoice.web.headers import SecurityHeaders
from carechoice.web.host_config import HostConfig
from carechoice.web.limits.fair_use import FairUse
from carechoice.web.limits.refused_files import RefusedFiles
from carechoice.web.limits.settings import Limits
from carechoice.web.origin import OwnPagesOnly
from carechoice.web.patches.page_messages import ON_THE_LINE
from carechoice.web.static.encodings import WantedEncodings
from carechoice.web.static.framework_files import FrameworkFiles

# These answer some requests in the framework's place.
BEFORE_THE_FRAMEWORK = (RefusedFiles, HostConfig, FrameworkFiles, NoPageForUnknown)


def middleware(
    *,
    base_path: str,
    allowed_origins: Iterable[str],
    catalog: Callable[[], Catalog],
    limits: Limits,
    outermost: Iterable[Middleware] = (),
) -> list[Middleware]:
    """The layers for pages below the base path; ``catalog()`` is asked at each request."""
    return [
        *outermost,
        Middleware(WithCatalog, catalog=catalog),
        Middleware(SecurityHeaders, base_path=base_path),
        Middleware(FairUse, base_path=base_path, limits=limits),
        Middleware(OwnPagesOnly, allowed=allowed_origins),
        Middleware(WantedEncodings),
        *(Middleware(layer, base_path=base_path) for layer in BEFORE_THE_FRAMEWORK),
        *ON_THE_LINE,
        # Low effort, because each answer is compressed again.
        Middleware(GZipMiddleware, compresslevel=4),
    ]


class WithCatalog:
    """Hands the catalog in with each request, also to the threads that work for it."""

    def __init__(self, app: ASGIApp, catalog: Callable[[], Catalog]) -> None:
        self._app = app
        self._catalog = catalog

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        with using(self._catalog()):
            await self._app(scope, receive, send)
