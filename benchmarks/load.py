"""Many sessions that move a slider, as a process of its own: `python -m benchmarks.load PORT`.

Behind a proxy: `python -m benchmarks.load PORT BELOW COOKIE`. It takes orders, one a line, and
answers each with a line of JSON:

    open N                  open sessions until there are N: the number of open ones
    move RATE SECONDS [N]   together the first N, or all, move the slider RATE times a second for
                            that long: what it took
    rush SECONDS            each moves the slider again as soon as it is answered: what it took

A process of its own, because otherwise its work would count as the server's.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import count
from time import perf_counter, process_time

from websockets.exceptions import WebSocketException

from benchmarks.moves import HOURS, SLIDER
from benchmarks.session import Session

LOST = (WebSocketException, OSError, RuntimeError, KeyError)


class Member:
    """One of the crowd."""

    def __init__(self, open_session: Callable[[], Session]) -> None:
        self._session = open_session()
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
            times += self._timed_move(due)
            due += every
        return times

    def rush(self, end: float) -> list[float]:
        """Seconds of each move, made as soon as the one before is answered."""
        times: list[float] = []
        while perf_counter() < end and not self.is_lost:
            times += self._timed_move(perf_counter())
        return times

    def _timed_move(self, due: float) -> list[float]:
        """Seconds from when the move was due; nothing if the session is lost."""
        try:
            self.move()
        except LOST as why:
            sys.stderr.write(f"lost: {why!r}\n")
            self.is_lost = True
            return []
        return [perf_counter() - due]


def _open(members: list[Member], open_session: Callable[[], Session], wanted: int) -> int:
    while len(members) < wanted:
        members.append(Member(open_session))
    return len(members)


def _rush(members: Sequence[Member], seconds: float) -> dict[str, object]:
    end, worked = perf_counter() + seconds, process_time()
    with ThreadPoolExecutor(len(members)) as pool:
        running = [pool.submit(member.rush, end) for member in members]
        times = [seconds for each in running for seconds in each.result()]
    lost = sum(member.is_lost for member in members)
    return {"times": times, "lost": lost, "worked": process_time() - worked}


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
    port, below, cookie = (*sys.argv[1:], "", "")[:3]
    open_session = partial(Session, int(port), below=below, cookie=cookie)
    members: list[Member] = []
    for order in sys.stdin:
        match order.split():
            case ["open", wanted]:
                answer: object = _open(members, open_session, int(wanted))
            case ["move", rate, seconds]:
                answer = _move(members, float(rate), float(seconds))
            case ["move", rate, seconds, movers]:
                answer = _move(members[: int(movers)], float(rate), float(seconds))
            case ["rush", seconds]:
                answer = _rush(members, float(seconds))
            case _:
                raise ValueError(order)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
