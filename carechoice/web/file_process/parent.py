"""The process that makes files, as the server starts, asks and ends it.

Python runs one thing at a time, and a handout takes as long as twenty moves of a slider.
"""

from __future__ import annotations

import logging
import os
import pickle
import subprocess
from contextlib import suppress
from dataclasses import replace
from threading import Lock, Timer
from typing import IO, Any, NamedTuple, cast

from carechoice.catalog.in_use import Work
from carechoice.catalog.tables import Catalog
from carechoice.documents.process import begin_process
from carechoice.inputs import clock

_CHILD = "carechoice.web.file_process.child"
# The longest course takes less than a second; on a machine with much to do it takes longer.
PATIENCE_SECONDS = 60
LENGTH_BYTES = 8
# What sets PDFs remembers ten of them, 50 MB each, and offers no way to forget them.
MOST_FILES = 3
# Fifteen make a thirtieth of the share that the server has, as of one address that wants much.
LOWER_PRIORITY = 15

File = bytes | str
_Pipe = IO[bytes]

LOGGER = logging.getLogger(__name__)


class NotMadeError(Exception):
    """A file could not be made; the log says why."""


class Answer(NamedTuple):
    """The file; or the kind and the place of an error, without its text."""

    file: File = b""
    error: str = ""


class FileProcess:
    """The process, which begins when it is needed, and ends with this one. Safe for threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._made = 0
        self._packed: tuple[Catalog | None, bytes] = (None, b"")

    def begin(self) -> None:
        """Start the process if there is none, so that it is ready when a file is asked for.

        Nobody waits here: while it makes a file there is one.
        """
        if self._lock.acquire(blocking=False):
            try:
                self._running()
            finally:
                self._lock.release()

    def make(self, work: Work[File]) -> File:
        """The file, which the process makes. Raises NotMadeError where it cannot."""
        with self._lock:
            answer = self._answer(self._running(), (self._catalog(work.data), work.do))
            self._made += 1
            if self._made == MOST_FILES:
                self._end()
                # Ready for the next file, if there is one.
                self._running()
        if answer.error:
            LOGGER.error("A file could not be made. %s", answer.error)
            raise NotMadeError
        return answer.file

    def end(self) -> None:
        """Have the process end; another one starts with the next file."""
        with self._lock:
            self._end()

    def _end(self) -> None:
        if self._process:
            _end(self._process)
            self._process = None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = _begin()
            self._made = 0
        return self._process

    def _catalog(self, data: Catalog) -> bytes:
        """Packed, without what it remembers."""
        if self._packed[0] is not data:
            self._packed = (data, pickle.dumps(replace(data)))
        return self._packed[1]

    def _answer(self, process: subprocess.Popen[bytes], asked: object) -> Answer:
        too_late = Timer(PATIENCE_SECONDS, process.kill)
        too_late.start()
        # _begin opens both pipes, which the type of a process leaves open.
        to_process, from_process = cast(_Pipe, process.stdin), cast(_Pipe, process.stdout)
        try:
            send(to_process, asked)
            answer: Answer = received(from_process)
        except (OSError, EOFError):
            self._end()
            return Answer(error=f"The process for it ended with {process.returncode}.")
        finally:
            too_late.cancel()
        return answer


def send(line: IO[bytes], what: object) -> None:
    """Send something to the other process, after how long it is. Raises OSError."""
    packed = pickle.dumps(what)
    line.write(len(packed).to_bytes(LENGTH_BYTES, "big") + packed)
    line.flush()


def received(line: IO[bytes]) -> Any:
    """The message of the other process. Raises EOFError if it has ended."""
    length = line.read(LENGTH_BYTES)
    packed = line.read(int.from_bytes(length, "big"))
    if len(length) < LENGTH_BYTES or len(packed) < int.from_bytes(length, "big"):
        raise EOFError
    return pickle.loads(packed)  # noqa: S301 (from our own process)


def _begin() -> subprocess.Popen[bytes]:
    # A day that is pinned is that of files, too.
    day = {name: os.environ[name] for name in (clock.VARIABLE,) if name in os.environ}
    process = begin_process(_CHILD, **day)
    _have_come_last(process.pid)
    return process


def _have_come_last(process: int) -> None:
    """Wherever the processor is short, from now on.

    Were that left to the process, it would first load all it needs, as long as ten moves of a
    slider take, beside the server.
    """
    if hasattr(os, "setpriority"):  # Windows has other ways, and does without here
        of_server = os.getpriority(os.PRIO_PROCESS, 0)
        os.setpriority(os.PRIO_PROCESS, process, of_server + LOWER_PRIORITY)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    for line in (process.stdin, process.stdout):
        if line:
            with suppress(OSError):
                line.close()
    process.wait()
