"""Which origins may open a live connection or change something: our own pages, and non-browsers.

A browser names in ``Origin`` the page that a request comes from. The framework checks it too, but
for a page it does not know it first asks an outside service for the machine's own address, and
everybody waits for the answer. So it is checked before, and the framework is not asked again.
"""

from __future__ import annotations

import logging
import re
from collections import deque
from collections.abc import Callable, Iterable
from time import monotonic
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from carechoice.web.buckets import Buckets

# The port of each scheme when an address names none.
DEFAULT_PORTS = {"http": 80, "https": 443}
READING = ("GET", "HEAD", "OPTIONS")
# Whoever sends many different ones must not fill the log, nor keep out of it what comes later: that
# may be the operator's own mistake. So many at once, and one more every so many seconds.
MOST_LOGGED = 20
SECONDS_UNTIL_THE_NEXT = 60
# They are not counted by address.
OF_ALL = ""
POLICY_VIOLATION = 1008

# More than there are proxies one behind the other. Who makes them up can name thousands.
MOST_HOSTS = 20

# A name of the internet, or a number; longer ones there are not.
HOST = re.compile(r"[a-z0-9._:%-]{1,253}")

LOGGER = logging.getLogger(__name__)

Place = tuple[str, int]


class OwnPagesOnly:
    """Refuses connections and changes that a page of someone else asks for.

    ``allowed``: other origins whose pages may too, such as ``https://care.example.org``.
    """

    def __init__(
        self,
        app: ASGIApp,
        allowed: Iterable[str] = (),
        now: Callable[[], float] = monotonic,
    ) -> None:
        self._app = app
        self._allowed = {place for each in allowed for place in _allowed_places(each)}
        self._now = now
        # The last ones that were logged.
        self._logged: deque[str] = deque(maxlen=MOST_LOGGED)
        self._room = Buckets(per_second=1 / SECONDS_UNTIL_THE_NEXT, at_once=MOST_LOGGED)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 403 and say in the log why, where it is news."""
        if scope["type"] == "lifespan" or scope.get("method") in READING:
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if not is_own(headers, self._allowed):
            self._say_why(headers)
            await _refuse(scope, receive, send)
            return
        await self._app(_settled(scope), receive, send)

    def _say_why(self, headers: Headers) -> None:
        reason = _reason(headers)
        if reason not in self._logged and not self._room.take(OF_ALL, now=self._now()):
            self._logged.append(reason)
            LOGGER.warning(reason)


def is_own(headers: Headers, allowed: Iterable[Place] = ()) -> bool:
    """Whether a request with these headers comes from a page of this server, or from no page.

    The page's host and port must be those the request was sent to. A proxy may name them in
    ``X-Forwarded-Host``, which no page can make a browser send to another server.
    """
    named = headers.getlist("origin")
    if not named:
        return True
    origins = {_origin(each) for each in named}
    if len(origins) > 1 or None in origins:
        return False
    return origins <= {*allowed, *_asked_for(headers, scheme=_scheme(named[0]))}


def hosts(headers: Headers) -> Iterable[str]:
    """The hosts that the request says it was sent to, by the browser and by proxies: the first."""
    forwarded = [part for each in headers.getlist("x-forwarded-host") for part in each.split(",")]
    return [each.strip() for each in (*headers.getlist("host"), *forwarded)[:MOST_HOSTS]]


def _asked_for(headers: Headers, *, scheme: str) -> Iterable[Place | None]:
    """The places that the request says it was sent to."""
    return (_place(host, scheme) for host in hosts(headers))


def _scheme(origin: str) -> str:
    return origin.partition("://")[0].lower()


def _origin(origin: str) -> Place | None:
    """Host and port of ``https://host:port``; None for anything else, such as ``null``."""
    scheme, _, authority = origin.partition("://")
    return _place(authority, scheme.lower()) if scheme.lower() in DEFAULT_PORTS else None


def _allowed_places(origin: str) -> set[Place]:
    """An origin that the operator wrote, where the scheme may be left out."""
    text = origin.strip().rstrip("/")
    whole = [text] if "://" in text else [f"{scheme}://{text}" for scheme in DEFAULT_PORTS]
    return {place for each in whole if (place := _origin(each))}


def _place(authority: str, scheme: str) -> Place | None:
    """Host, in lower case and ASCII, and port of ``host:port``; None if it is not one."""
    try:
        parts = urlsplit(f"//{authority}")
        port = DEFAULT_PORTS[scheme] if parts.port is None else parts.port
        host = parts.hostname or ""
        ascii_host = host if host.isascii() else host.encode("idna").decode("ascii")
    except ValueError:
        return None
    # What is read must be all there is: no name and password, no path, nothing that was left out.
    is_whole = parts.netloc == authority and "@" not in authority
    return (ascii_host, port) if is_whole and HOST.fullmatch(ascii_host) else None


def _settled(scope: Scope) -> Scope:
    """A live connection as one that no page asked for: then the framework looks nothing up.

    Other requests keep what they name, which the framework judges by its settings alone.
    """
    if scope["type"] != "websocket":
        return scope
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != b"origin"]}


def _reason(headers: Headers) -> str:
    origin = headers.get("origin", "")
    if len(headers.getlist("origin")) > 1 or _origin(origin) is None:
        return "Refused a request whose Origin is no page's: it came from no page of CareChoice."
    hosts = " and ".join(
        repr(host)
        for name in ("host", "x-forwarded-host")
        for host in headers.getlist(name)
        if _place(host, "http")
    )
    return (
        f"Refused a request of a page at {origin!r}: it was sent to {hosts or 'no host'}. If that "
        "page is yours, let the proxy pass the Host header on, or allow the page's origin with "
        f"--server.corsAllowedOrigins {origin}"
    )


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        return
    await PlainTextResponse("Forbidden", status_code=403)(scope, receive, send)
