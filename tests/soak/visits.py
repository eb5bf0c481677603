"""A server, with visits that come and go."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from running_server import ANY_PORT, SAID, START, server_process, wait_for

from benchmarks.session import Session
from carechoice.ui import pages

AT_A_TIME = 50
# So many visits come from one address as never do; what is looked for is what they leave.
SETTINGS = {"CARECHOICE_VISITS_PER_SECOND": "10000", "CARECHOICE_MESSAGES_PER_SECOND": "10000"}
PAGES = ("", *(page for page in pages.PAGES if page != pages.FIRST))
MOVED, TO = "therapy_sessions", 31


class Visits:
    """Visits to a server: how many were closed, and why any failed."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self._process = process
        self._port = port
        self._begun = 0
        self.closed = 0
        self.failed: list[str] = []

    def make(self, count: int) -> None:
        """So many visits, each opened, used and closed."""
        numbers = range(self._begun, self._begun + count)
        self._begun += count
        with ThreadPoolExecutor(AT_A_TIME) as pool:
            self.failed += filter(None, pool.map(self._visit, numbers))
        self.closed += count

    def resident_mb(self) -> float:
        """The memory that the server has."""
        return self._status("VmRSS") / 1000

    def threads(self) -> int:
        """How many threads it has."""
        return self._status("Threads")

    def _visit(self, number: int) -> str:
        try:
            with Session(self._port, PAGES[number % len(PAGES)], charts=None) as visit:
                visit.run()
                visit.move(MOVED, TO)
        except Exception as error:
            return f"{number}: {error!r}"
        return ""

    def _status(self, name: str) -> int:
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        (number,) = re.findall(rf"^{name}:\s+(\d+)", status, re.M)
        return int(number)


@contextmanager
def under_visits() -> Iterator[Visits]:
    """A server for visits, which ends afterwards."""
    with server_process([*START, *ANY_PORT], SETTINGS) as (process, log):
        yield Visits(process, urlsplit(wait_for(SAID, process, log)).port or 0)
