"""A PDF opened in a process of its own, which has little time and memory and no network."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from base64 import b64decode
from collections.abc import Sequence
from pathlib import Path
from threading import BoundedSemaphore

from carechoice.documents.paper import Cell, Paper, RefusedError
from carechoice.documents.summary.handed_over import from_data

_CHILD = "carechoice.documents.summary.child"
_ROOT = Path(__file__).parents[3]
# The process has 4 seconds of work, which take longer on a machine with much to do. This is for
# systems that have no such limit.
_PATIENCE_SECONDS = 20
# How the system ends it when time or memory is used up. Windows does not.
_USED_UP = {-getattr(signal, name, 0) for name in ("SIGXCPU", "SIGKILL", "SIGABRT")} - {0}
# Each takes up to 300 MB.
_few_at_once = BoundedSemaphore(2)


def read_pdf(content: bytes) -> Paper:
    """What a summary of benefits and coverage says; what is none says why."""
    return from_data(json.loads(_answer(content)))


def pictures_in(content: bytes, cells: Sequence[Cell]) -> list[bytes]:
    """Cells of a PDF as pictures (PNG). Raises RefusedError where one cannot be drawn."""
    if not cells:
        return []
    numbers = [str(number) for cell in cells for number in (cell.page, *cell.box)]
    return [b64decode(picture) for picture in json.loads(_answer(content, *numbers))]


def _answer(content: bytes, *arguments: str) -> bytes:
    command = [sys.executable, "-P", "-m", _CHILD, *arguments]
    paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(paths),
        # Threads of numpy take memory and are not needed.
        "OPENBLAS_NUM_THREADS": "1",
    }
    with _few_at_once:
        try:
            done = subprocess.run(  # noqa: S603 (our own module, and numbers)
                command,
                input=content,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=_PATIENCE_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise RefusedError("too_slow") from None
    if done.returncode in _USED_UP:
        raise RefusedError("too_slow")
    if done.returncode or not done.stdout:
        raise RefusedError("broken")
    return done.stdout
