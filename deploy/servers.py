"""Servers of this machine that can be ended and started again, each at a port of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from ssl import CERT_NONE, SSLContext, TLSVersion, create_default_context

ROOT = Path(__file__).parents[1]
HERE = "127.0.0.1"
LOOKS, SECONDS_BETWEEN_LOOKS, PATIENCE_SECONDS = 300, 0.2, 60


@contextmanager
def reserved(port: int = 0) -> Iterator[int]:
    """A port that is given to nobody else, at which a server may listen again and again.

    Port 0 lets the system pick one.
    """
    with socket.socket() as place:
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        place.bind((HERE, port))
        picked: int = place.getsockname()[1]
        if sys.platform != "linux":
            # Elsewhere a port that somebody holds is no one's to listen at.
            place.close()
        yield picked


def trusting_any() -> SSLContext:
    """For servers of this machine, whose certificates are made for a test."""
    context = create_default_context()
    context.check_hostname, context.verify_mode = False, CERT_NONE
    # What a later version has to say after it is connected can come between a thread that reads and
    # one that writes, as a live connection has here: some stood still until they were given up.
    context.maximum_version = TLSVersion.TLSv1_2
    return context


@dataclass
class Server:
    """A command that listens at ``port`` and is ready once it answers the path ``ready``.

    What it says goes to the file ``log``.
    """

    command: Sequence[str]
    port: int
    log: Path
    ready: str
    environment: Mapping[str, str] = field(default_factory=dict)
    has_tls: bool = False
    running: subprocess.Popen[bytes] | None = None

    def begin(self) -> None:
        """Start it, and do not wait."""
        with self.log.open("ab") as lines:
            self.running = subprocess.Popen(
                self.command,
                cwd=ROOT,
                env={**os.environ, **self.environment},
                stdout=lines,
                stderr=subprocess.STDOUT,
            )

    def until_ready(self) -> None:
        """Wait for it. Raises SystemExit with what it said where it does not start."""
        for _ in range(LOOKS):
            if self.is_ready():
                return
            try:
                # Waiting for its end also notices one that does not start.
                self._process.wait(SECONDS_BETWEEN_LOOKS)
                break
            except subprocess.TimeoutExpired:
                continue
        said = self.log.read_text(encoding="utf-8")
        raise SystemExit(f"{self.command[0]} did not start:\n{said}")

    def is_ready(self) -> bool:
        """Whether it says so itself."""
        asked = (HERE, self.port)
        connection = (
            HTTPSConnection(*asked, context=trusting_any(), timeout=PATIENCE_SECONDS)
            if self.has_tls
            else HTTPConnection(*asked, timeout=PATIENCE_SECONDS)
        )
        try:
            connection.request("GET", self.ready)
            return connection.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()

    def kill(self) -> None:
        """End it where it stands, as a machine does that fails."""
        self._process.kill()
        self._process.wait(PATIENCE_SECONDS)

    def end(self) -> None:
        """Tell it to end, and wait until it has."""
        self._process.terminate()
        self._process.wait(PATIENCE_SECONDS)

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self.begin()
        self.until_ready()

    def wait(self) -> None:
        """Wait until it has ended by itself."""
        self._process.wait()

    @property
    def _process(self) -> subprocess.Popen[bytes]:
        if self.running is None:
            raise RuntimeError("It has not been started.")
        return self.running
