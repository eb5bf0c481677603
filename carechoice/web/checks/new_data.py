"""New data of a centre, loaded by the running server: whole, or not at all."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path

from starlette.concurrency import run_in_threadpool

from carechoice.catalog.error_lines import alike
from carechoice.catalog.load import BadDataError, own_folder, read_anew, serve, served, shipped
from carechoice.catalog.tables import Catalog
from carechoice.web.checks.needs import unmet, unsettled_defaults
from carechoice.web.periodic import repeated

SECONDS_BETWEEN_LOOKS = 5

# The name of each file with its size and the time of its last change.
Stamp = tuple[tuple[str, int, int], ...]


class Watch:
    """What was seen of a centre's folder at the last look, and what was taken over or refused."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen = self._done = stamp(folder)

    def look(self) -> None:
        """Take the folder over once it has changed and has come to rest.

        What is wrong with it is written to the log, and the data stays as it was.
        """
        now = stamp(self._folder)
        at_rest, self._seen = now == self._seen, now
        if not at_rest or now == self._done:
            return
        self._done = now
        try:
            data = _checked()
        except BadDataError as error:
            _refuse(error)
            return
        except OSError:
            # Taken away while it was read: the next look finds what there is.
            self._done = ()
            return
        if stamp(self._folder) != now:
            # Changed while it was read: what was read may be half of one and half of another.
            self._done = ()
        elif data.mark != served().mark:
            serve(data)
            print(
                f"CareChoice took new data over from {self._folder}, mark {data.mark}.", flush=True
            )


def unserved(data: Catalog) -> list[str]:
    """Why this data cannot be served, in a sentence for each error; none if it can be."""
    return unmet(data, shipped()) or unsettled_defaults(data)


def stamp(folder: Path) -> Stamp:
    """A cheap sign of whether a file in the folder has changed."""
    found = []
    for path in sorted(folder.rglob("*")):
        # Gone since it was listed: the next look sees it.
        with suppress(OSError):
            text = path.stat()
            found.append((path.relative_to(folder).as_posix(), text.st_size, text.st_mtime_ns))
    return tuple(found)


@asynccontextmanager
async def watched() -> AsyncIterator[None]:
    """Within, a centre's own folder is looked at every few seconds, beside the loop."""
    if not own_folder():
        yield
        return
    watch = Watch(Path(own_folder()))
    look = partial(run_in_threadpool, watch.look)
    async with repeated(look, every_seconds=SECONDS_BETWEEN_LOOKS):
        yield


def _checked() -> Catalog:
    """The data as its files are now, checked as at a start. Raises BadDataError."""
    data = read_anew()
    if problems := unserved(data):
        raise BadDataError(problems)
    return data


def _refuse(error: BadDataError) -> None:
    lines = alike(error.problems)
    print(
        "CareChoice goes on with the data it has: the new data has errors.",
        *lines,
        sep="\n",
        file=sys.stderr,
        flush=True,
    )
