"""A line between browser and server that can be cut, go dead without a word, and lead elsewhere.

One end is an address for the browser; the other is a server, or another one from now on.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Lock, Thread

CHUNK_BYTES = 65_536
HOST = "localhost"


class WeakLine:
    """What the browser connects to. Each connection is passed on by two threads."""

    def __init__(self, server: str) -> None:
        self._listener = socket.create_server((HOST, 0))
        self._sockets: list[socket.socket] = []
        self._lock = Lock()
        self._passes = Event()
        self._passes.set()
        self._is_up = True
        self.leads_to(server)
        Thread(target=self._accept, daemon=True).start()

    @property
    def address(self) -> str:
        """Where the browser finds it."""
        return f"http://{HOST}:{self._listener.getsockname()[1]}"

    def leads_to(self, server: str) -> None:
        """Lead to this server from the next connection on."""
        self._port = int(server.rpartition(":")[2])

    def cut(self) -> None:
        """End every connection, and take no new one."""
        self._is_up = False
        self._end_all()

    def go_dead(self) -> None:
        """Keep every connection and swallow what comes; take no new one."""
        self._is_up = False
        self._passes.clear()

    def restore(self) -> None:
        """Take new connections. Those that went dead stay so until the browser ends them."""
        with self._lock:
            self._passes = Event()
            self._passes.set()
        self._is_up = True

    def drop(self) -> None:
        """End every connection, as a proxy does that starts anew."""
        self._end_all()

    def close(self) -> None:
        self.cut()
        self._listener.close()

    def _end_all(self) -> None:
        with self._lock:
            sockets, self._sockets = self._sockets, []
        for each in sockets:
            # Wakes the thread that reads from it, which closing alone does not.
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                browser, _ = self._listener.accept()
                if self._is_up:
                    self._connect(browser)
                else:
                    browser.close()

    def _connect(self, browser: socket.socket) -> None:
        try:
            server = socket.create_connection((HOST, self._port))
        except OSError:
            browser.close()
            return
        with self._lock:
            self._sockets += [browser, server]
        for start, end in ((browser, server), (server, browser)):
            Thread(target=self._pass_on, args=(start, end, self._passes), daemon=True).start()

    def _pass_on(self, start: socket.socket, end: socket.socket, passes: Event) -> None:
        with suppress(OSError):
            while chunk := start.recv(CHUNK_BYTES):
                if passes.is_set():
                    end.sendall(chunk)
        if passes.is_set():
            with suppress(OSError):
                end.shutdown(socket.SHUT_WR)


@contextmanager
def weak_line(server: str) -> Iterator[WeakLine]:
    """A line to the server, for as long as it is needed."""
    line = WeakLine(server)
    try:
        yield line
    finally:
        line.close()
