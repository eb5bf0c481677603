"""The main function of the process that makes files: a job in, a file out.

It ends when the server has ended.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import BinaryIO

from carechoice.catalog.in_use import using
from carechoice.catalog.tables import Catalog
from carechoice.web.file_process.parent import Answer, File, received, send
from carechoice.web.operating.errors import where


def main() -> None:
    """Make files until nobody asks for more."""
    answers = _answers_alone()
    for catalog, make in _asked():
        send(answers, _answer(catalog, make))


def _answers_alone() -> BinaryIO:
    """The channel for answers alone; whatever a library prints goes to stderr."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


def _asked() -> Iterator[tuple[Catalog, Callable[[], File]]]:
    packed = b""
    with suppress(EOFError):
        while True:
            latest, make = received(sys.stdin.buffer)
            if latest != packed:
                # What a catalog remembers is of use for the next file.
                packed, catalog = latest, pickle.loads(latest)  # noqa: S301 (from the server)
            yield catalog, make


def _answer(catalog: Catalog, make: Callable[[], File]) -> Answer:
    try:
        with using(catalog):
            return Answer(make())
    except Exception as error:  # whatever it is, the next file is made all the same
        return Answer(error=where(error))


if __name__ == "__main__":
    main()
