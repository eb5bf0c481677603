"""What is logged and counted about answers: nothing about who asked, or what for."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Protocol

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from carechoice.web.addresses import is_file, is_page
from carechoice.web.paths import within

SWITCHED, NOT_ANSWERED, FAILED = 101, 499, 500
# Only our own routes answer so: a redirect leads from any address.
FOUND = (200, 206, 304)
READING = ("GET", "HEAD")
METHODS = (*READING, "DELETE", "OPTIONS", "PATCH", "POST", "PUT")
UNKNOWN, NOT_SHOWN = "(unknown)", "(not shown)"
# Kinds of answers whose paths are always ours.
OURS = ("page", "upload", "download", "live")
LIVE = "/_stcore/stream"
# Below these stand the names of visits and of what they hold; the first names what it is.
NAMED_AFTER_VISITS = {"/_stcore/upload_file/": "upload", "/media/": "download"}

LOGGER = logging.getLogger("carechoice.access")


@dataclass(frozen=True, slots=True)
class SentAnswer:
    """An answer that has gone out, or a live connection that has ended.

    ``kind``: page, answer, file, upload, download, live or other. ``path`` has no name of a visit;
    ``ending`` is how that of a download ends.
    """

    method: str
    kind: str
    path: str
    status: int
    seconds: float
    ending: str = ""

    @property
    def was_a_visit(self) -> bool:
        """Whether it was a live connection that had been opened."""
        return self.kind == "live" and self.status == SWITCHED


class Watcher(Protocol):
    """Who is told what happens."""

    def answered(self, answer: SentAnswer) -> None:
        """An answer has gone out, or a live connection has ended."""

    def opened(self) -> None:
        """A live connection has been opened."""

    def said(self) -> None:
        """A browser has said something on one."""


class Observed:
    """Tells watchers of all that passes."""

    def __init__(self, app: ASGIApp, watchers: Sequence[Watcher], base_path: str = "") -> None:
        self._app = app
        self._watchers = watchers
        self._base_path = base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and tell what became of it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        now = asyncio.get_running_loop().time
        passing, begun = _Passing(self._watchers, receive, send), now()
        try:
            await self._app(scope, passing.receive, passing.send)
        except Exception:
            # It is answered further out.
            passing.fail()
            raise
        finally:
            path, seconds = within(self._base_path, scope), now() - begun
            answer = _answered(scope, path, passing.status, seconds)
            for each in self._watchers:
                each.answered(answer)


class _Passing:
    """One request or live connection while it lasts."""

    def __init__(self, watchers: Sequence[Watcher], receive: Receive, send: Send) -> None:
        self._watchers = watchers
        self._receive = receive
        self._send = send
        self.status = NOT_ANSWERED

    async def send(self, message: Message) -> None:
        """Send it, and note the status of the answer that begins with it."""
        if message["type"].endswith("http.response.start"):
            self.status = message["status"]
        elif message["type"] == "websocket.accept":
            self.status = SWITCHED
            for each in self._watchers:
                each.opened()
        await self._send(message)

    def fail(self) -> None:
        """Note that an error ended it, unless an answer has begun."""
        if self.status == NOT_ANSWERED:
            self.status = FAILED

    async def receive(self) -> Message:
        """What comes next, noted where a browser says it on a live connection."""
        message = await self._receive()
        if message["type"] == "websocket.receive":
            for each in self._watchers:
                each.said()
        return message


def _answered(scope: Scope, path: str, status: int, seconds: float) -> SentAnswer:
    kind, shown = _kind(path)
    ending = PurePosixPath(path).suffix.lower().removeprefix(".") if kind == "download" else ""
    return SentAnswer(scope.get("method", "GET"), kind, shown, status, seconds, ending)


def _kind(path: str) -> tuple[str, str]:
    """The kind of answer that a path asks for, and the part of the path that may be shown."""
    for beginning, kind in NAMED_AFTER_VISITS.items():
        if path.startswith(beginning):
            return kind, beginning
    if path == LIVE:
        return "live", path
    if path.startswith("/api/"):
        return "answer", path
    if is_page(path):
        return "page", path
    return ("file" if is_file(path) else "other"), path


class AccessLog:
    """A line an answer: method, path without its query, status, milliseconds.

    ``routes``: the paths that are ours whatever is answered. Any other path or method is somebody's
    own text. ``kept``: paths of ours that nobody is to learn from a log.
    """

    def __init__(self, routes: Iterable[str], kept: Iterable[str] = ()) -> None:
        self._routes = frozenset(routes)
        self._kept = frozenset(kept)

    def answered(self, answer: SentAnswer) -> None:
        """Write the line."""
        method = answer.method if answer.method in METHODS else UNKNOWN
        path = self._named(answer)
        LOGGER.info("%s %s %d %.0f ms", method, path, answer.status, answer.seconds * 1000)

    def _named(self, answer: SentAnswer) -> str:
        if answer.path in self._kept:
            return NOT_SHOWN
        return answer.path if self._is_ours(answer) else UNKNOWN

    def _is_ours(self, answer: SentAnswer) -> bool:
        if answer.kind in OURS or answer.path in self._routes:
            return True
        return answer.status in FOUND and answer.method in READING

    def opened(self) -> None:
        """No line: there is one when it ends."""

    def said(self) -> None:
        """No line: what is said are inputs."""
