"""Many sessions that move a slider, as a process of their own: `python -m benchmarks.load PORT`.

It takes orders, one a line, and answers each with a line of JSON:

    open N              open sessions until there are N: the number of open ones
    move RATE SECONDS   all together move the slider RATE times a second for that long: what it took

A process of its own, because otherwise its work would count as the server's.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from time import perf_counter

from websockets.exceptions import WebSocketException

from benchmarks.moves import HOURS, SLIDER
from benchmarks.session import Session

LOST = (WebSocketException, OSError, RuntimeError, KeyError)


class Member:
    """One of the crowd."""

    def __init__(self, port: int) -> None:
        self._session = Session(port)
        self._moves = count()
        self.is_lost = False
        self._session.run()
        # The first move also fills what a session keeps.
        self.move()

    def move(self) -> None:
        """Move the slider to where it was not before, and wait for the page's run to end."""
        self._session.move(SLIDER, HOURS[next(self._moves) % len(HOURS)])

    def keep_moving(self, first: float, every: float, end: float) -> list[float]:
        """Seconds from when each move was due to the end of the page's run.

        A move that has to wait for the one before is late, and that counts.
        """
        times: list[float] = []
        due = first
        while due < end and not self.is_lost:
            time.sleep(max(0.0, due - perf_counter()))
            try:
                self.move()
            except LOST:
                self.is_lost = True
            else:
                times.append(perf_counter() - due)
            due += every
        return times


def _open(members: list[Member], port: int, wanted: int) -> int:
    while len(members) < wanted:
        members.append(Member(port))
    return len(members)


def _move(members: Sequence[Member], rate: float, seconds: float) -> dict[str, object]:
    """Moves spread evenly over time and members."""
    start = perf_counter() + 0.1
    every = len(members) / rate
    with ThreadPoolExecutor(len(members)) as pool:
        running = [
            pool.submit(member.keep_moving, start + index / rate, every, start + seconds)
            for index, member in enumerate(members)
        ]
        times = [seconds for each in running for seconds in each.result()]
    return {"times": times, "lost": sum(member.is_lost for member in members)}


def main() -> None:
    port = int(sys.argv[1])
    members: list[Member] = []
    for order in sys.stdin:
        match order.split():
            case ["open", wanted]:
                answer: object = _open(members, port, int(wanted))
            case ["move", rate, seconds]:
                answer = _move(members, float(rate), float(seconds))
            case _:
                raise ValueError(order)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
