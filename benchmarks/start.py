"""How long a server takes from its process's start to its first answers."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from time import perf_counter

from benchmarks.report import Row, judged
from benchmarks.servers import starting, wait_for
from benchmarks.sites import OURS


def rows(starts: int) -> Iterator[Row]:
    """Rows for the start: ready, and first comparison over the API."""
    ready, answered = zip(*(_start() for _ in range(starts)), strict=True)
    yield Row("Server start to ready", f"{median(ready):.1f} s")
    yield judged("Server start to first comparison", median(answered), 3, " s", 1)


def _start() -> tuple[float, float]:
    begin = perf_counter()
    with starting(OURS) as server:
        wait_for(server.port, OURS.health)
        ready = perf_counter() - begin
        wait_for(server.port, "/api/compare")
        return ready, perf_counter() - begin
