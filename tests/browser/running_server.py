"""The product's own server on a free port, for as long as it is needed."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

ROOT = Path(__file__).parents[2]
HOST = "localhost"
LOOKS = 300
SECONDS_BETWEEN_LOOKS = 0.2


@contextmanager
def running_server() -> Iterator[str]:
    """The address of a server that has just started and has served no one yet."""
    port = _free_port()
    # A file, because a pipe that nobody reads would stop the server once it is full.
    with TemporaryFile("w+") as log:
        process = subprocess.Popen(_command(port), cwd=ROOT, stdout=log, stderr=subprocess.STDOUT)
        try:
            _wait_until_healthy(process, port, log)
            yield f"http://{HOST}:{port}"
        finally:
            process.terminate()
            process.wait(timeout=20)


def _command(port: int) -> list[str]:
    start = [sys.executable, "-m", "streamlit", "run", "app.py"]
    return [*start, "--server.port", str(port), "--server.headless", "true"]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def _wait_until_healthy(process: subprocess.Popen[bytes], port: int, log: IO[str]) -> None:
    for _ in range(LOOKS):
        if _is_healthy(port):
            return
        try:
            # Waiting for the end also notices a server that refuses to start.
            process.wait(timeout=SECONDS_BETWEEN_LOOKS)
            break
        except subprocess.TimeoutExpired:
            continue
    log.seek(0)
    raise RuntimeError(f"The server did not start:\n{log.read()}")


def _is_healthy(port: int) -> bool:
    connection = HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
