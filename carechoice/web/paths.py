"""The path below which the server has its pages: the framework's ``server.baseUrlPath``."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable, Iterator

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import Scope

# Characters that an address has as they are.
PLAIN = re.compile(r"[\w.~-]+", re.ASCII)
METHODS = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE")
# The framework has answers of its own below these, and begins below none of them.
TAKEN = ("_stcore", "media", "component", "static")
# They lead elsewhere.
UP_AND_HERE = ("..", ".")


def plain(base_path: str) -> str:
    """The base path. Raises SystemExit where browsers would write it otherwise, or it is taken."""
    parts = _base(base_path).split("/")[1:]
    if parts and parts[0] in TAKEN:
        raise SystemExit(
            "CareChoice did not start. --server.baseUrlPath (STREAMLIT_SERVER_BASE_URL_PATH) must"
            f" not begin with any of {', '.join(TAKEN)}, as {base_path!r} does."
        )
    if not all(PLAIN.fullmatch(part) and part not in UP_AND_HERE for part in parts):
        raise SystemExit(
            "CareChoice did not start. --server.baseUrlPath (STREAMLIT_SERVER_BASE_URL_PATH) must"
            f" be letters, digits, - . _ ~ and single slashes, as in our/care, not {base_path!r}."
        )
    return base_path


def below(base_path: str, routes: Iterable[Route]) -> list[Route]:
    """The same routes below the base path, given with or without slashes around it.

    Each answers all methods: with 405 those that it does not have, and with those that it has
    (RFC 9110, section 15.5.6). Else the framework would, which knows of none but GET and HEAD.
    """
    base = _base(base_path)
    return [each for route in routes for each in _for_all_methods(f"{base}{route.path}", route)]


def _for_all_methods(path: str, route: Route) -> Iterator[Route]:
    own = sorted(route.methods or METHODS)
    yield Route(path, route.endpoint, methods=own)
    if others := sorted({*METHODS} - {*own}):
        refusal = PlainTextResponse(
            "Method Not Allowed", status_code=405, headers={"Allow": ", ".join(own)}
        )
        yield Route(path, _answering(refusal), methods=others)


def _answering(answer: Response) -> Callable[[Request], Awaitable[Response]]:
    async def answered(_request: Request) -> Response:
        return answer

    return answered


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
