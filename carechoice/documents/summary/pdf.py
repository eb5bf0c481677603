"""A PDF opened in a process of its own, which has little time and memory and no network."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from carechoice.documents.paper import Cell, RefusedError
from carechoice.documents.summary.page import Box, Page, Rule, Word

MOST_PAGES = 40
# How the system ends it then; Windows does not.
_OUT_OF_TIME = -getattr(signal, "SIGXCPU", 0) or None
_CHILD = Path(__file__).with_name("child.py")
# The process itself has 4 seconds of work. On a machine with much to do they take longer; this is
# for systems that have no such limit.
_PATIENCE_SECONDS = 20
# Each takes up to 300 MB.
_few_at_once = BoundedSemaphore(2)


def pages_of(content: bytes) -> list[Page]:
    """The pages of a PDF. Raises RefusedError where it cannot be opened or has too many."""
    said = json.loads(_answer(content, "layout", str(MOST_PAGES)))
    if "refused" in said:
        raise RefusedError(said["refused"])
    return [_page(at, page) for at, page in enumerate(said["pages"], start=1)]


def picture_of(content: bytes, cell: Cell) -> bytes:
    """A cell of a PDF as a picture (PNG). Raises RefusedError where it cannot be drawn."""
    return _answer(content, "picture", str(cell.page), *map(str, cell.box))


def _page(number: int, said: dict[str, Any]) -> Page:
    return Page(
        number,
        tuple(Word(text, Box(*box)) for text, box in said["words"]),
        tuple(Rule(*rule) for rule in said["across"]),
        tuple(Rule(*rule) for rule in said["down"]),
    )


def _answer(content: bytes, *arguments: str) -> bytes:
    command = [sys.executable, "-P", str(_CHILD), *arguments]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    with _few_at_once:
        try:
            done = subprocess.run(  # noqa: S603 (our own script, and numbers)
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
    if done.returncode == _OUT_OF_TIME:
        raise RefusedError("too_slow")
    if done.returncode or not done.stdout:
        raise RefusedError("broken")
    return done.stdout
