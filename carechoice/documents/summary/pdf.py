"""A PDF opened in a process of its own, which has little time and memory and no network."""

from __future__ import annotations

import json
import signal
import subprocess
from base64 import b64decode
from concurrent.futures import CancelledError, ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from threading import Lock

from carechoice.documents.paper import Opened, Paper, RefusedError
from carechoice.documents.process import begin_process
from carechoice.documents.summary.handed_over import cells_of, from_data
from carechoice.documents.summary.period import held_against
from carechoice.turns.queue import ASKED_BY, Turns, aside

_CHILD = "carechoice.documents.summary.child"
# The process has 4 seconds of work, which take longer on a machine with much to do. This is for
# systems that have no such limit.
_PATIENCE_SECONDS = 20
# How the system ends it when time or memory is used up. Windows does not.
_USED_UP = {-getattr(signal, name, 0) for name in ("SIGXCPU", "SIGKILL", "SIGABRT")} - {0}
# Each takes up to 300 MB. Its own patience ends it long before its turn is over.
_TURNS = Turns(2, longest_seconds=2 * _PATIENCE_SECONDS)
# Each waits for its turn in a thread; there are no more than visits, which have one each.
_waiting = ThreadPoolExecutor(1000, thread_name_prefix="pdf")


class PdfReading:
    """A PDF that is being read. Whoever began it may wait for it, or stop it.

    What it says of a plan year that has not ``today`` in it is not sure.
    """

    def __init__(self, content: bytes, *, today: date) -> None:
        self._today = today
        self._starting = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._is_stopped = False
        self._reading = _waiting.submit(self._read, content, ASKED_BY.get())

    def wait(self, seconds: float | None = None) -> Opened | None:
        """What it says, or why it is refused; None: it was not read in that time, or stopped."""
        try:
            with aside():
                return self._reading.result(seconds)
        except (TimeoutError, CancelledError):
            return None

    def stop(self) -> None:
        """End it, wherever it is."""
        self._reading.cancel()
        with self._starting:
            self._is_stopped = True
            if self._process:
                self._process.kill()

    def _read(self, content: bytes, who: str) -> Opened | None:
        try:
            with _TURNS.turn_of(who):
                said = self._answer(content)
        except RefusedError as error:
            return None if self._is_stopped else Opened(Paper(None, refused=error.reason))
        if self._is_stopped:
            return None
        opened = of_process(said)
        return replace(opened, paper=held_against(opened.paper, self._today))

    def _answer(self, content: bytes) -> bytes:
        """What the process says of the file. Raises RefusedError where that is nothing."""
        with self._starting:
            if self._is_stopped:
                return b""
            process = self._process = _begin()
        with process:
            try:
                said, _ = process.communicate(content, timeout=_PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                raise RefusedError("too_slow") from None
        if not said.count(b"\n"):
            raise RefusedError("too_slow" if process.returncode in _USED_UP else "broken")
        return said


def of_process(said: bytes) -> Opened:
    """The file, by a line with what was read, and one with pictures if the process came to that."""
    told, *others = said.splitlines(keepends=True)
    paper = from_data(json.loads(told))
    # Without a picture a value still stands with its words.
    if not others or not others[0].endswith(b"\n"):
        return Opened(paper)
    pictures = map(b64decode, json.loads(others[0]))
    return Opened(paper, dict(zip(cells_of(paper).values(), pictures, strict=True)))


def _begin() -> subprocess.Popen[bytes]:
    # Threads of numpy take memory and are not needed.
    return begin_process(_CHILD, OPENBLAS_NUM_THREADS="1")
