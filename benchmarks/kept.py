"""How long a request takes that follows another on one connection, as a slider's moves do.

Where the operating system holds small writes back, each such answer comes 40 ms late.
"""

from __future__ import annotations

from collections.abc import Iterator
from http.client import HTTPConnection
from statistics import median
from time import perf_counter

from benchmarks.report import Row, judged, p95

REQUESTS = 200
BAR_MS = 5


def rows(port: int) -> Iterator[Row]:
    """A row for requests in quick succession."""
    connection = HTTPConnection("localhost", port)
    times = [_ms_to_answer(connection) for _ in range(REQUESTS)]
    connection.close()
    yield judged("Request on a kept connection, p50", median(times), BAR_MS, " ms", 1)
    yield Row("Request on a kept connection, p95", f"{p95(times):.1f} ms")


def _ms_to_answer(connection: HTTPConnection) -> float:
    begin = perf_counter()
    connection.request("GET", "/api/compare")
    connection.getresponse().read()
    return (perf_counter() - begin) * 1000
