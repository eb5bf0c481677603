"""Many people, several processes, a hostile client and falls: `python -m benchmarks.many`.

What needs more than a minute, apart from the table of `make bench`: `make load`. On few cores what
makes the load takes part of them, so each part says what it was given. People have no browser and
connect anew at once, so a browser's own wait before it does comes on top. With ``--short`` fewer
people come for less time, and nothing is judged.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Event
from time import sleep

from benchmarks.crowd import Load, loading
from benchmarks.hostile import CONNECTIONS, KINDS
from benchmarks.person import Person
from benchmarks.report import Row, header, judged, line, not_below, p95
from deploy.fleet import BELOW, before, one_process, processes
from deploy.proxies import NGINX, PROXIES, Proxy
from deploy.servers import Server, reserved

# Each process has so many sessions that rush: enough to have always one to answer, and few enough
# to stay under the bar of p95.
RUSHING = 4
RUSH_BAR_MS = 300
SCALING_BAR = 1.8
EVERY_SECONDS = 3
MOVE_BAR_MS = 150
SESSION_BAR_MB = 1
HOSTILE_BAR = 2
BACK_BAR_SECONDS = 5
FEW = 10
CALM_SECONDS = 1


@dataclass(frozen=True, slots=True)
class Size:
    """How many people, and for how long each part lasts."""

    idle: int
    moving: int
    people: int
    seconds: int


FULL = Size(idle=500, moving=50, people=50, seconds=20)
SHORT = Size(idle=20, moving=10, people=6, seconds=3)


def on_core(core: int) -> list[str]:
    """What stands before a command that shall have this core alone."""
    return ["taskset", "--cpu-list", str(core)]


def measure(size: Size) -> Iterator[Row]:
    """All rows."""
    yield from _scaling_rows(size)
    yield from _idle_rows(size)
    yield from _hostile_rows(size)
    for proxy in PROXIES.values():
        yield from _fall_rows(size, proxy)


@dataclass(frozen=True, slots=True)
class Rush:
    """What a rush was answered with."""

    moves_a_second: float
    p95_ms: float
    lost: int
    worked_share: float


def _scaling_rows(size: Size) -> Iterator[Row]:
    one, two = (_rush(size, count) for count in (1, 2))
    for name, rush in (("one process on one core", one), ("two processes on two cores", two)):
        yield Row(
            f"Slider moves a second behind nginx, {name}, each with its load on its core: moves, "
            "p95, what making the load took of the time",
            f"{rush.moves_a_second:.0f}, {rush.p95_ms:.0f} ms, {rush.worked_share:.0%}",
            f"p95 ≤ {RUSH_BAR_MS} ms, 0 lost",
            rush.p95_ms <= RUSH_BAR_MS and not rush.lost,
        )
    times = two.moves_a_second / one.moves_a_second
    yield not_below("Two processes over one: slider moves a second", times, SCALING_BAR, " ×", 2)


def _rush(size: Size, count: int) -> Rush:
    """So many processes, each on a core with the load on it; nginx is on those cores, too."""
    cores = range(count)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        ports = [stack.enter_context(reserved()) for _ in range(2)]
        servers = [one_process(port, folder / f"{port}.log") for port in ports]
        for core, server in zip(cores, servers, strict=False):
            server.command = [*on_core(core), *server.command]
            server.begin()
            stack.callback(server.end)
        for server in servers[:count]:
            server.until_ready()
        fleet = stack.enter_context(before(servers, NGINX, on=on_core_list(count)))
        loads = [
            stack.enter_context(
                loading(fleet.proxy.port, BELOW, f"care_process={core + 1}", on=on_core(core))
            )
            for core in cores
        ]
        with ThreadPoolExecutor(count) as at_once:
            list(at_once.map(lambda load: load.order("open", RUSHING), loads))
            list(at_once.map(lambda load: load.order("rush", CALM_SECONDS), loads))
            answers = list(at_once.map(lambda load: load.order("rush", size.seconds), loads))
    times = [seconds for answer in answers for seconds in answer["times"]]
    worked = sum(answer["worked"] for answer in answers) / (size.seconds * count)
    lost = sum(answer["lost"] for answer in answers)
    return Rush(len(times) / size.seconds, p95(times) * 1000, lost, worked)


def on_core_list(count: int) -> list[str]:
    """What stands before a command that shall have the first cores."""
    return ["taskset", "--cpu-list", f"0-{count - 1}" if count > 1 else "0"]


def _idle_rows(size: Size) -> Iterator[Row]:
    with _one(core=0) as server, loading(server.port, on=on_core(1)) as load:
        few, all_of_them = (
            _memory_mb(server, load, sessions) for sessions in (FEW, size.idle + size.moving)
        )
        rate = size.moving / EVERY_SECONDS
        moved = load.order("move", rate, size.seconds, size.moving)
    times = [seconds * 1000 for seconds in moved["times"]]
    people = f"{size.idle} open sessions and {size.moving} that move every {EVERY_SECONDS} s"
    yield Row(
        f"{people}, one process: move to end of run, p50 / p95",
        f"{median(times):.0f} / {p95(times):.0f} ms",
        f"p95 ≤ {MOVE_BAR_MS} ms, 0 lost",
        p95(times) <= MOVE_BAR_MS and not moved["lost"],
    )
    more = (all_of_them - few) / (size.idle + size.moving - FEW)
    yield judged("What each of them adds to the server's memory", more, SESSION_BAR_MB, " MB", 2)


def _memory_mb(server: Server, load: Load, sessions: int) -> float:
    """The process's memory once so many sessions are open and have moved."""
    load.order("open", sessions)
    sleep(CALM_SECONDS)
    assert server.running
    command = ["ps", "-o", "rss=", "-p", str(server.running.pid)]
    return int(subprocess.run(command, capture_output=True, check=True).stdout) / 1000


def _hostile_rows(size: Size) -> Iterator[Row]:
    with _one(core=0) as server, loading(server.port, on=on_core(1)) as load:
        load.order("open", size.moving)
        rate = size.moving / EVERY_SECONDS
        alone = load.order("move", rate, size.seconds)
        usual = p95(alone["times"]) * 1000
        yield Row(
            f"{size.moving} people who move every {EVERY_SECONDS} s: p50 / p95",
            f"{median(alone['times']) * 1000:.0f} / {usual:.0f} ms",
        )
        for kind in KINDS:
            with _hostile(server.port, kind, size.seconds + CALM_SECONDS) as hostile:
                sleep(CALM_SECONDS)
                beside = load.order("move", rate, size.seconds)
                said = json.loads(hostile.communicate()[0])
            times = [seconds * 1000 for seconds in beside["times"]]
            told = ", ".join(f"{count} {name}" for name, count in sorted(said.items()))
            yield Row(
                f"The same beside one address with {CONNECTIONS} connections for {kind} "
                f"({told}): p50 / p95, over that without it",
                f"{median(times):.0f} / {p95(times):.0f} ms, {p95(times) / usual:.2f} ×",
                f"≤ {HOSTILE_BAR} ×, 0 lost",
                p95(times) <= HOSTILE_BAR * usual and not beside["lost"],
            )


@contextmanager
def _hostile(port: int, kind: str, seconds: float) -> Iterator[subprocess.Popen[str]]:
    """At the lowest priority on the core of the load, which would else be late by itself."""
    command = [sys.executable, "-m", "benchmarks.hostile", str(port), kind, str(seconds)]
    before_it = [*on_core(1), "nice", "--adjustment", "19"]
    with subprocess.Popen([*before_it, *command], stdout=subprocess.PIPE, text=True) as running:
        yield running


@contextmanager
def _one(core: int) -> Iterator[Server]:
    with TemporaryDirectory() as folder, reserved() as port:
        server = one_process(port, Path(folder) / "said.log")
        server.command = [*on_core(core), *server.command]
        server.start()
        try:
            yield server
        finally:
            server.end()


def _fall_rows(size: Size, proxy: Proxy) -> Iterator[Row]:
    """People behind a proxy; a process is killed, all are started anew, the proxy is."""
    with processes() as two, before(two, proxy) as fleet, ExitStack() as stack:
        people = [
            stack.enter_context(Person(fleet.address, {"therapy_sessions": 4 + number % 40}))
            for number in range(size.people)
        ]

        def one_by_one(servers: Sequence[Server]) -> None:
            for server in servers:
                server.end()
                server.start()

        falls = {
            "one process is killed": two[0].kill,
            "both processes are started anew in turn": partial(one_by_one, two),
            f"{proxy.name} is started anew": partial(one_by_one, [fleet.proxy]),
        }
        for what, fall in falls.items():
            lost, slowest, cut = _back(people, fall)
            yield Row(
                f"{len(people)} people behind {proxy.name}, {what}: lines cut, slowest back with "
                "all inputs, lost",
                f"{cut}, {slowest:.1f} s, {lost}",
                f"≤ {BACK_BAR_SECONDS} s, 0",
                slowest <= BACK_BAR_SECONDS and not lost,
            )
            for process in two:
                if not process.is_ready():
                    process.start()


def _back(people: Sequence[Person], fall: Callable[[], object]) -> tuple[int, float, int]:
    """How many are lost, the longest that anyone was away, and how often lines were cut."""
    over = Event()
    with ThreadPoolExecutor(len(people)) as at_once:
        staying = [at_once.submit(each.stays, over) for each in people]
        fall()
        sleep(CALM_SECONDS)
        over.set()
        away = [seconds for each in staying for seconds in each.result()]
    lost = sum(not each.sees_its_inputs() for each in people)
    return lost, max(away, default=0), len(away)


def main() -> int:
    """Measure, print as it comes, and say by the status whether every bar was met."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.many", description=__doc__)
    parser.add_argument("--short", action="store_true", help="few people, no verdict")
    short = parser.parse_args().short
    print(header(judge=not short), flush=True)
    missed = 0
    for row in measure(SHORT if short else FULL):
        print(line(row, judge=not short), flush=True)
        missed += row.met is False
    return 1 if missed and not short else 0


if __name__ == "__main__":
    sys.exit(main())
