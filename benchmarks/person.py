"""Somebody's browser without a browser: it keeps cookies, and goes on where its line was cut."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage, HTTPSConnection
from ssl import SSLContext
from threading import Event
from time import perf_counter, sleep
from typing import Self
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

from websockets.exceptions import WebSocketException

from benchmarks.session import PATIENCE_SECONDS, Session

XSRF = "_streamlit_xsrf"
# Between two tries of a line that was lost, as the framework's page waits before the first.
PAUSE_SECONDS = 0.5
TRIES = 60
LOOK_SECONDS = 0.2
CUT = (WebSocketException, OSError)


@dataclass(frozen=True, slots=True)
class Answered:
    """What a request was answered with."""

    status: int
    headers: HTTPMessage
    content: bytes


class Person:
    """Opens a page below an address with some inputs, and has it open until ``close()``.

    ``page`` is that of its path. ``tls`` is given where the address begins with https.
    """

    def __init__(
        self,
        address: str,
        inputs: Mapping[str, float],
        *,
        page: str = "",
        tls: SSLContext | None = None,
        keeps_cookies: bool = True,
    ) -> None:
        place = urlsplit(address)
        self._port = place.port or 0
        self._below = place.path
        self._page = page
        self._tls = tls
        self._keeps_cookies = keeps_cookies
        self.inputs = dict(inputs)
        self.cookies: dict[str, str] = {}
        self.line: Session | None = None

    def __enter__(self) -> Self:
        return self.open()

    def __exit__(self, *_: object) -> None:
        self.close()

    def open(self) -> Self:
        """Ask for the page as a browser does, then have it live."""
        self.ask(f"/{self._page}?{urlencode(self.inputs)}")
        self.ask("/_stcore/health")
        self.connect()
        return self

    def connect(self) -> None:
        """A live connection, on which the page runs with the inputs in its address."""
        self.close()
        self.line = Session(
            self._port,
            self._page,
            charts=None,
            below=self._below,
            query=urlencode(self.inputs),
            cookie=self._cookie,
            tls=self._tls,
        )
        self._keep(self.line.new_cookie)
        self.line.run()

    def move(self, field: str, value: float) -> bool:
        """Move a slider; whether the line was cut, and the move was made on another one."""
        self.inputs[field] = value
        try:
            self.visit.move(field, value)
        except CUT:
            self.go_on()
            return True
        return False

    def go_on(self) -> None:
        """Connect anew, as often as it takes."""
        for _ in range(TRIES):
            try:
                self.connect()
                return
            except CUT:
                sleep(PAUSE_SECONDS)
        raise RuntimeError(f"There was no new line in {TRIES} tries.")

    def stays(self, over: Event) -> list[float]:
        """Have the page open until it is over; seconds from each cut of its line to the next."""
        away = []
        while not over.is_set():
            if self.visit.is_cut(LOOK_SECONDS):
                begin = perf_counter()
                self.go_on()
                away.append(perf_counter() - begin)
        return away

    def close(self) -> None:
        """Close the page."""
        if self.line:
            self.line.close()
            self.line = None

    @property
    def visit(self) -> Session:
        """The live page."""
        if self.line is None:
            raise RuntimeError("The page is not open.")
        return self.line

    def sees_its_inputs(self) -> bool:
        """Whether the page's sliders stand where this person has put them."""
        return self.inputs.items() <= self.visit.shown.items()

    def ask(
        self,
        path: str,
        method: str = "GET",
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answered:
        """Ask for a path below the address, on a connection of its own."""
        where = ("localhost", self._port)
        connection = (
            HTTPSConnection(*where, context=self._tls, timeout=PATIENCE_SECONDS)
            if self._tls
            else HTTPConnection(*where, timeout=PATIENCE_SECONDS)
        )
        try:
            sent = {"Cookie": self._cookie, **(headers or {})}
            connection.request(method, f"{self._below}{path}", body, sent)
            answer = connection.getresponse()
            for cookie in answer.headers.get_all("Set-Cookie", []):
                self._keep(cookie.split(";")[0])
            return Answered(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def give_file(self, name: str, content: bytes) -> Answered:
        """Hand a file to the page, as far as the browser does it by itself."""
        edge = uuid4().hex
        head = f'Content-Disposition: form-data; name="file"; filename="{name}"'
        body = f"--{edge}\r\n{head}\r\n\r\n".encode() + content + f"\r\n--{edge}--\r\n".encode()
        kind = {"Content-Type": f"multipart/form-data; boundary={edge}"}
        token = {"X-Xsrftoken": self.cookies.get(XSRF, "")}
        path = f"/_stcore/upload_file/{self.visit.name}/{uuid4()}"
        return self.ask(path, "PUT", body, kind | token)

    def take_file(self, label: str) -> Answered:
        """Press a button for a file, and fetch what is made."""
        address = self.visit.file_address(label)
        return self.ask(address if address.startswith("/") else f"/{address}")

    @property
    def _cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def _keep(self, cookie: str) -> None:
        name, _, value = cookie.partition("=")
        if name and self._keeps_cookies:
            self.cookies[name] = value
