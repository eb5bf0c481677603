"""Servers as processes of their own, started the way a person starts them."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException

from benchmarks.sites import Site

PATIENCE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Server:
    """A running server of a site."""

    site: Site
    port: int
    pid: int

    @property
    def address(self) -> str:
        """The page's address."""
        return f"http://localhost:{self.port}{self.site.page}"

    @property
    def memory_mb(self) -> float:
        """What the process has in memory (resident)."""
        command = ["ps", "-o", "rss=", "-p", str(self.pid)]
        return int(subprocess.run(command, capture_output=True, check=True).stdout) / 1000


@contextmanager
def starting(site: Site) -> Iterator[Server]:
    """A server of the site whose process has just been started."""
    port = _free_port()
    process = subprocess.Popen(
        [*site.command, str(port)],
        cwd=site.folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield Server(site, port, process.pid)
    finally:
        process.terminate()
        process.wait(PATIENCE_SECONDS)


@contextmanager
def serving(site: Site) -> Iterator[Server]:
    """A server of the site that is ready."""
    with starting(site) as server:
        wait_for(server.port, site.health)
        yield server


def wait_for(port: int, path: str) -> None:
    """Return once the server answers a request for the path with status 200."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not _answers(port, path):
        if time.monotonic() > deadline:
            raise TimeoutError(f"No answer from {path} after {PATIENCE_SECONDS} seconds.")
        time.sleep(0.005)


def _answers(port: int, path: str) -> bool:
    connection = HTTPConnection("localhost", port, timeout=PATIENCE_SECONDS)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("", 0))
        return int(probe.getsockname()[1])
