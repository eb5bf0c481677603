"""Servers as processes of their own, started the way a person starts them."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "app.py"
BARE_APP = ROOT / "benchmarks" / "bare_app.py"
HEALTH = "/_stcore/health"
PATIENCE_SECONDS = 60


@contextmanager
def serving(script: Path) -> Iterator[int]:
    """The port of a server for the script, started in the script's folder.

    The folder decides about the settings: .streamlit/config.toml of ours stands beside app.py,
    and the bare app has none.
    """
    port = _free_port()
    # Without these two, a first start asks for an address and the browser reports to the makers.
    options = ["--server.headless", "true", "--browser.gatherUsageStats", "false"]
    command = [sys.executable, "-m", "streamlit", "run", script.name, "--server.port", str(port)]
    process = subprocess.Popen(
        [*command, *options],
        cwd=script.parent,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield port
    finally:
        process.terminate()
        process.wait(PATIENCE_SECONDS)


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
