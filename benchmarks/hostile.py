"""One hostile client at its highest rate: `python -m benchmarks.hostile PORT KIND SECONDS`.

It comes from an address of its own, as a proxy would tell it, and prints how much it was answered
as JSON: how often with each status. Kinds are the functions below.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException
from itertools import cycle
from threading import Timer
from time import perf_counter

from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.exceptions import WebSocketException

from benchmarks.moves import HOURS, SLIDER
from benchmarks.session import Session

# From a block that is kept for examples.
FROM = {"X-Forwarded-For": "203.0.113.9"}
CONNECTIONS = 64
FAILED = (OSError, HTTPException, WebSocketException, RuntimeError, KeyError)
# Together they have nearly as much as the server hears at once.
MOST_SAID = 4_500
# The system would hold 4 MB of each connection here, at the cost of the core that people are on.
HELD_BYTES = 64_000
ASKED = json.dumps({"page": "", "inputs": [], "moves": [{SLIDER: "12"}, {SLIDER: "13"}]}).encode()


def answers(port: int, counted: Counter[str], _end: float) -> None:
    """Ask on one connection for what a page shows next."""
    connection = HTTPConnection("localhost", port, timeout=60)
    headers = {**FROM, "Content-Type": "application/json"}
    connection.request("POST", "/api/ahead", ASKED, headers)
    _count(connection, counted)


def pages(port: int, counted: Counter[str], _end: float) -> None:
    """Open a page, as plain HTML."""
    connection = HTTPConnection("localhost", port, timeout=60)
    connection.request("GET", "/bill?therapy_sessions=29", headers=FROM)
    _count(connection, counted)


def visits(port: int, counted: Counter[str], end: float) -> None:
    """Open a live page and move its slider until the end."""
    with Session(port, charts=None, headers=FROM) as visit:
        visit.run()
        for hours in cycle(HOURS):
            if perf_counter() >= end:
                return
            visit.move(SLIDER, hours)
            counted["moves"] += 1


def files(port: int, counted: Counter[str], end: float) -> None:
    """Open the page with the files, and have each of them made until the end."""
    with Session(port, "share", charts=None, headers=FROM) as visit:
        visit.run()
        for label in cycle(visit.files):
            if perf_counter() >= end:
                return
            visit.file_address(label)
            counted["files"] += 1


def messages(port: int, counted: Counter[str], end: float) -> None:
    """Open a live page and say as much at once as the server takes until the end."""
    said = ClientState()
    for number in range(MOST_SAID):
        said.widget_states.widgets.append(WidgetState(id=f"$$ID-{number:032x}", string_value="1"))
    with Session(port, charts=None, headers=FROM) as visit:
        visit.run()
        visit.wait_to_say(HELD_BYTES)
        # What is not taken in would be waited for.
        Timer(end - perf_counter(), visit.hang_up).start()
        while perf_counter() < end:
            visit.say(said)
            counted["messages"] += 1


KINDS: Mapping[str, Callable[[int, Counter[str], float], None]] = {
    each.__name__: each for each in (answers, pages, visits, files, messages)
}


def _count(connection: HTTPConnection, counted: Counter[str]) -> None:
    answer = connection.getresponse()
    answer.read()
    counted[str(answer.status)] += 1
    connection.close()


def _again_and_again(kind: str, port: int, end: float) -> Counter[str]:
    counted: Counter[str] = Counter()
    while perf_counter() < end:
        try:
            KINDS[kind](port, counted, end)
        except FAILED:
            counted["refused"] += 1
    return counted


def main() -> None:
    port, kind, seconds = sys.argv[1:]
    end = perf_counter() + float(seconds)
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        each = [pool.submit(_again_and_again, kind, int(port), end) for _ in range(CONNECTIONS)]
        counted = sum((one.result() for one in each), Counter[str]())
    print(json.dumps(counted))


if __name__ == "__main__":
    main()
