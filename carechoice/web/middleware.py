"""What every request passes on its way to the pages and back, from the outside in."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from carechoice.catalog.tables import Catalog
from carechoice.web.encodings import WantedEncodings
from carechoice.web.fitted.heard import ON_THE_LINE
from carechoice.web.headers import SecurityHeaders
from carechoice.web.in_its_place import in_its_place
from carechoice.web.limits.fair_use import FairUse
from carechoice.web.limits.settings import Limits
from carechoice.web.origin import OwnPagesOnly
from carechoice.web.with_catalog import WithCatalog


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
        *in_its_place(base_path),
        *ON_THE_LINE,
        # Low effort, because each answer is compressed anew.
        Middleware(GZipMiddleware, compresslevel=4),
    ]
