"""Many people at once on one process: how long they wait, what memory each takes, how many fit."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import Any

from benchmarks.report import Row, judged, not_below, p95
from benchmarks.servers import Server, serving
from benchmarks.sites import BARE, OURS, ROOT, Site

EVERY_SECONDS = 3
ANSWER_BAR_MS = 150
MEMORY_BAR_MB = 3
# What a session adds is taken from here to the whole crowd: the first ones also fill caches.
FEW = 10
CALM_SECONDS = 0.5
# How many share the moves when their rate goes up, how long each rate lasts, and by how much it
# grows from one to the next.
MOVERS = 20
STEP_SECONDS = 6
FIRST_RATE = 4
GROWTH = 1.25
HIGHEST_RATE = 200
# One hiccup of the machine must not pass for the server's limit.
TRIES = 3
PATIENCE_MS = 300
# Of another build of ours beside this one.
RATE_BAR = 2


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many people, for how long; whether to look for the highest rate of moves."""

    sessions: int
    seconds: float
    to_the_limit: bool


@dataclass(frozen=True, slots=True)
class Result:
    """What a crowd met with on one site. Memory is the server's, with 1, few and all sessions."""

    answers_ms: list[float]
    lost: int
    memory_mb: tuple[float, float, float]

    def session_mb(self, crowd: Crowd) -> float:
        """What one more session adds."""
        _, few, many = self.memory_mb
        return (many - few) / (crowd.sessions - FEW)


class Load:
    """The process of benchmarks/load.py."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def order(self, *words: object) -> Any:
        """What the process answers to this order."""
        print(*words, file=self._process.stdin, flush=True)
        answer = self._process.stdout.readline() if self._process.stdout else ""
        if not answer:
            raise RuntimeError(f"The load ended at: {words}")
        return json.loads(answer)


def rows(crowd: Crowd, builds: Sequence[Site]) -> Iterator[Row]:
    """Rows for a crowd on our page and on the bare app, each on a server of its own.

    Of other ``builds`` of ours only the highest rate of moves is looked for.
    """
    results = {site: _result(site, crowd) for site in (OURS, BARE)}
    people = f"{crowd.sessions} sessions, a slider move every {EVERY_SECONDS} s"
    ours = results[OURS]
    for site, result in results.items():
        times = result.answers_ms
        yield Row(
            f"{people}, {site.name}: move to end of run, p50 / p95",
            f"{median(times):.0f} / {p95(times):.0f} ms",
            f"p95 ≤ {ANSWER_BAR_MS} ms" if site == OURS else "",
            p95(times) <= ANSWER_BAR_MS if site == OURS else None,
        )
    yield Row(f"{people}, our page: sessions lost", f"{ours.lost}", "0", ours.lost == 0)
    for site, result in results.items():
        yield Row(
            f"Memory of the server, {site.name}: 1 session / {crowd.sessions} sessions, each more",
            f"{result.memory_mb[0]:.0f} / {result.memory_mb[2]:.0f} MB, "
            f"{result.session_mb(crowd):.2f} MB",
        )
    more = ours.session_mb(crowd) - results[BARE].session_mb(crowd)
    yield judged("A session's memory above the bare app's", more, MEMORY_BAR_MB, " MB", 2)
    if crowd.to_the_limit:
        yield from _rate_rows(builds)


def _rate_rows(builds: Sequence[Site]) -> Iterator[Row]:
    rates = {site: _highest_rate(site) for site in (OURS, *builds, BARE)}
    for site, rate in rates.items():
        yield Row(f"Slider moves a second with p95 ≤ {PATIENCE_MS} ms, {site.name}", f"{rate:.0f}")
    for build in builds:
        times = rates[OURS] / rates[build]
        yield not_below(f"Slider moves a second over {build.name}", times, RATE_BAR, " ×", 2)


def _result(site: Site, crowd: Crowd) -> Result:
    with serving(site) as server, loading(server.port) as load:
        one, few, many = (_memory(server, load, n) for n in (1, FEW, crowd.sessions))
        moved = load.order("move", crowd.sessions / EVERY_SECONDS, crowd.seconds)
    answers = [seconds * 1000 for seconds in moved["times"]]
    return Result(answers, moved["lost"], (one, few, many))


def _memory(server: Server, load: Load, sessions: int) -> float:
    """The server's memory once this many sessions are open and have moved."""
    load.order("open", sessions)
    time.sleep(CALM_SECONDS)
    return server.memory_mb


def _highest_rate(site: Site) -> float:
    """The highest rate of moves on one process before they take too long; 0 if none is so low."""
    rate, held = float(FIRST_RATE), 0.0
    with serving(site) as server, loading(server.port) as load:
        load.order("open", MOVERS)
        while rate < HIGHEST_RATE and _holds(load, rate):
            rate, held = rate * GROWTH, rate
    return held


def _holds(load: Load, rate: float) -> bool:
    tries = (load.order("move", rate, STEP_SECONDS) for _ in range(TRIES))
    return any(not each["lost"] and p95(each["times"]) * 1000 <= PATIENCE_MS for each in tries)


@contextmanager
def loading(*where: object, on: Sequence[str] = ()) -> Iterator[Load]:
    """The load on a server: its port and, behind a proxy, its path and a cookie.

    ``on`` stands before the command, as `taskset` does.
    """
    process = subprocess.Popen(
        [*on, sys.executable, "-m", "benchmarks.load", *map(str, where)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield Load(process)
    finally:
        # Without its orders it ends, and its sessions with it.
        process.communicate()
