"""The path below which the server has its pages: the framework's ``server.baseUrlPath``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from starlette.routing import Route
from starlette.types import Scope

# What stands in an address as it is.
PLAIN = re.compile(r"[\w.~-]+", re.ASCII)
# They lead elsewhere.
UP_AND_HERE = ("..", ".")


def plain(base_path: str) -> str:
    """The base path. Raises SystemExit where browsers would write it in another way."""
    parts = _base(base_path).split("/")[1:]
    if not all(PLAIN.fullmatch(part) and part not in UP_AND_HERE for part in parts):
        raise SystemExit(
            "CareChoice did not start. --server.baseUrlPath (STREAMLIT_SERVER_BASE_URL_PATH) must"
            f" be letters, digits, - . _ ~ and single slashes, as in our/care, not {base_path!r}."
        )
    return base_path


def below(base_path: str, routes: Iterable[Route]) -> list[Route]:
    """The same routes below the base path, given with or without slashes around it."""
    base = _base(base_path)
    return [
        Route(f"{base}{route.path}", route.endpoint, methods=list(route.methods or ()) or None)
        for route in routes
    ]


def within(base_path: str, scope: Scope) -> str:
    """The path a request asks for, from the app's root; it begins with a slash.

    Also without what the server in front cut off and put back (ASGI's ``root_path``).
    """
    path: str = scope["path"]
    for start in (scope.get("root_path", "").rstrip("/"), _base(base_path)):
        if start and f"{path}/".startswith(f"{start}/"):
            path = path[len(start) :]
    return path or "/"


def _base(base_path: str) -> str:
    inner = base_path.strip("/")
    return f"/{inner}" if inner else ""
