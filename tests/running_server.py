"""The product's own server, for as long as it is needed, at a port that the system picks."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from urllib.request import urlopen

from by_night import VARIABLE as BY_NIGHT

ROOT = Path(__file__).parents[1]
START = ("-m", "streamlit", "run", "app.py", "--server.headless", "true")
# Port 0 lets the system pick one, and the server says which it has: a free port that was looked
# for before could be another's by the time the server wants it.
ANY_PORT = ("--server.port", "0")
SAID = re.compile(r"(?:URL:|running on) (http://\S+)")
LOOKS = 300
SECONDS_BETWEEN_LOOKS = 0.2
PATIENCE_SECONDS = 60


@contextmanager
def running_server(
    *settings: str, start: Sequence[str] = (*START, *ANY_PORT), **environment: str
) -> Iterator[str]:
    """The address of a server, base path included, that just started and has served no one yet."""
    with server_process([*start, *settings], environment) as (process, log):
        address = _address(process, log)
        # It listens before it says where; the first answer comes once it is ready.
        urlopen(f"{address}/_stcore/health", timeout=PATIENCE_SECONDS).close()
        yield address


@contextmanager
def server_process(
    command: Sequence[str], environment: Mapping[str, str]
) -> Iterator[tuple[subprocess.Popen[bytes], IO[str]]]:
    """A process of Python in the product's folder, and the file with what it says."""
    # A file, because a pipe that nobody reads would stop the server once it is full.
    with TemporaryFile("w+") as log:
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env={**_as_by_day(), "PYTHONUNBUFFERED": "1", **environment},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            yield process, log
        finally:
            process.terminate()
            process.wait(timeout=20)


def _as_by_day() -> dict[str, str]:
    """The environment without what tells tests of the night, which a server would say it has."""
    return {name: value for name, value in os.environ.items() if name != BY_NIGHT}


def said(log: IO[str]) -> str:
    """Everything that the process has said so far."""
    # Read at a place of its own, so that what comes next is still written to the end.
    return os.pread(log.fileno(), os.fstat(log.fileno()).st_size, 0).decode()


def wait_for(pattern: re.Pattern[str], process: subprocess.Popen[bytes], log: IO[str]) -> str:
    """The first group of the pattern, once the process has said it."""
    for _ in range(LOOKS):
        if found := pattern.search(said(log)):
            return found[1]
        try:
            # Waiting for the end also notices a server that refuses to start.
            process.wait(timeout=SECONDS_BETWEEN_LOOKS)
            break
        except subprocess.TimeoutExpired:
            continue
    raise RuntimeError(f"The server did not start:\n{said(log)}")


def _address(process: subprocess.Popen[bytes], log: IO[str]) -> str:
    return wait_for(SAID, process, log).rstrip("/")
