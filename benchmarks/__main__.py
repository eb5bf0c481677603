"""Measure everything in one run and print it as a table: `python -m benchmarks [--short]`.

With ``--beside FOLDER`` the build of another checkout is measured in the same run.

The full form ends with status 1 when a bar is missed. The short form has too few runs to judge.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import perf_counter

from playwright.sync_api import ViewportSize

from benchmarks import (
    browser,
    centre,
    crowd,
    drags,
    exports,
    imports,
    kept,
    model,
    moves,
    presses,
    sites,
    slow_line,
    start,
    steady,
    visits,
)
from benchmarks.report import Row, header, line
from benchmarks.servers import Server, serving
from benchmarks.sites import BARE, OTHERS, OURS, Site, build_in
from carechoice.catalog.in_use import hand_in
from carechoice.catalog.load import served

PACKAGES = ("streamlit", "plotly", "pandas", "pydantic", "starlette", "uvicorn")
WHERE = (
    "The table and this paragraph go into benchmarks/RESULTS.md, in the place of those there, with "
    "a word on each bar that is missed; the rows in README.md are copied from it."
)


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each thing is measured, and how many people come at once."""

    imports: int
    starts: int
    moves: int
    centre_moves: int
    presses: int
    files: int
    drags: drags.Plan
    visits: int
    slow_visits: int
    crowd: crowd.Crowd


# Of each count, the one in the full form and the one in the short form.
COUNTS = {
    "imports": (7, 1),
    "starts": (7, 1),
    "moves": (200, 10),
    "centre_moves": (200, 5),
    "presses": (60, 2),
    "files": (40, 4),
    "drags": (
        drags.Plan(seconds=3, drags=5, warm_up=1),
        drags.Plan(seconds=1, drags=1, warm_up=0),
    ),
    "visits": (5, 1),
    "slow_visits": (2, 1),
    "crowd": (
        crowd.Crowd(sessions=50, seconds=30, to_the_limit=True),
        crowd.Crowd(sessions=12, seconds=3, to_the_limit=False),
    ),
}
FULL, SHORT = (
    Counts(**dict(zip(COUNTS, form, strict=True))) for form in zip(*COUNTS.values(), strict=True)
)


def measure(counts: Counts, builds: Sequence[Site]) -> Iterator[Row]:
    """All rows. The model comes first, before there is any other process.

    ``builds`` are other checkouts of ours, measured in the browser beside this one.
    """
    yield from model.rows()
    yield from imports.rows(counts.imports)
    yield from exports.rows(counts.files, counts.imports)
    yield from start.rows(counts.starts)
    yield from centre.rows(counts.centre_moves)
    with serving(OURS) as app, serving(BARE) as bare:
        yield from moves.rows(app.port, bare.port, counts.moves)
        yield from moves.page_rows(app.port, counts.moves)
        yield from kept.rows(app.port)
        yield from _browser_rows((app, bare), builds, counts)
    yield from crowd.rows(counts.crowd, builds)


def _browser_rows(
    ours_and_bare: Sequence[Server], builds: Sequence[Site], counts: Counts
) -> Iterator[Row]:
    """Rows for the pages in a browser, or rows that say why there are none."""
    if not browser.is_there():
        yield Row("The pages in a browser", browser.NO_BROWSER)
        return
    with ExitStack() as stack:
        servers = [*ours_and_bare, *(stack.enter_context(serving(site)) for site in builds)]
        for site in OTHERS:
            if sites.version(site):
                servers.append(stack.enter_context(serving(site)))
            else:
                yield Row(f"{site.name} in a browser", sites.NOT_INSTALLED)
        chromium = stack.enter_context(browser.opened())
        context = browser.new_context(chromium)
        tabs = [browser.Tab(context, server) for server in servers]
        yield from presses.rows(tabs, counts.presses)
        yield from presses.page_rows(context, servers[0], counts.presses)
        yield from drags.rows(tabs, counts.drags)
        context.close()
        yield from visits.rows(chromium, servers, counts.visits)
        yield from steady.rows(chromium, servers[0])
        yield from slow_line.rows(chromium, servers, counts.slow_visits)


def how(counts: Counts, pace_ms: float) -> str:
    """How it was measured, as a paragraph under the table."""
    told = _without_a_browser(counts), _in_a_browser(counts), _by_many(counts), _on(pace_ms)
    return " ".join(("Measured in one run.", *told))


def _without_a_browser(counts: Counts) -> str:
    return (
        f"**Model**: {model.SCENARIOS:,} scenarios drawn from the whole range "
        f"of every input. **A large centre**: {counts.centre_moves} moves with a program and a "
        f"payer of {centre.PROGRAMS} and {centre.PAYERS} picked, and with the same inputs typed in "
        f"without them, in turns in one process, pages without a browser; medians. "
        f"**Files**: {counts.files} of each kind, for the start and for the "
        f"longest course that can be chosen, and the median of {counts.imports} first files of new "
        f"processes. **Server**: the median of {counts.starts} starts; {counts.moves} slider "
        f"moves over a websocket without a browser, in blocks that take turns with a bare "
        f"Streamlit app ([bare_app.py](bare_app.py)). What a move sends is the most of all moves, "
        f"to a client that holds no figures, in bytes as they come in over the line: compressed, "
        f"as for a browser. Requests on a kept connection: "
        f"{kept.REQUESTS} of the comparison as JSON, each right after the answer before. The bare "
        f"app has one slider and three Plotly charts and is written as the documentation "
        f"suggests; Dash and NiceGUI draw the same page "
        f"([dash_app.py](dash_app.py), [nicegui_app.py](nicegui_app.py))."
    )


def _in_a_browser(counts: Counts) -> str:
    return (
        f"**Browser**: headless Chromium, {_px(browser.VIEWPORT)}. {counts.presses} key presses on "
        f"each page in turns, from the key to the frame that shows the new value in all "
        f"charts and, on ours, in the answer. Drags with the mouse: {counts.drags.drags} on "
        f"each page, each of "
        f"{counts.drags.seconds:g} s with {drags.MOVES_A_SECOND} moves a second, across the scale "
        f"twice a second; an update is a frame in which the chart of levels names another number "
        f"of hours. First visits: {counts.visits} in a new browser context, each with a second one "
        f"in the same context, without a limit to the line; bytes are what comes in over HTTP and "
        f"websocket, seconds are medians. Layout shifts: each page at {_px(browser.DESK)} and "
        f"{_px(browser.PHONE)}, first and second visit, to the end of loading. Interactions: keys "
        f"on a slider and a fold opened, with the processor slowed down. First visits on a slow "
        f"line: {counts.slow_visits} to each of our builds, the seconds to charts are medians."
    )


def _by_many(counts: Counts) -> str:
    return (
        f"**Many people**: {counts.crowd.sessions} sessions from "
        f"one other process to one server process, moves spread evenly for "
        f"{counts.crowd.seconds:g} s, each counted from when it was due to the end of the page's "
        f"run; memory is the server's resident memory, each more session from {crowd.FEW} sessions "
        f"on{_limit(counts)}. p50 is the median; 95% of the times are not above p95."
    )


def _on(pace_ms: float) -> str:
    """The machine and the versions of what is on it."""
    installed = [(package, version(package)) for package in PACKAGES]
    installed += [(site.package, sites.version(site) or "not installed") for site in OTHERS]
    packages = ", ".join(" ".join(each) for each in installed)
    return (
        f"**Machine**: {os.cpu_count()} cores, {platform.system()} {platform.machine()}, where "
        f"Python {platform.python_version()} adds up a million numbers in {pace_ms:.0f} ms "
        f"(median over the run; a busy machine is slower). "
        f"**Versions**: {packages}, {browser.version()}."
    )


def _px(size: ViewportSize) -> str:
    return f"{size['width']} x {size['height']}"


def _limit(counts: Counts) -> str:
    """How the highest rate of moves was found, where it was looked for."""
    if not counts.crowd.to_the_limit:
        return ""
    return (
        f"; the moves of {crowd.MOVERS} sessions come faster by {crowd.GROWTH - 1:.0%} every "
        f"{crowd.STEP_SECONDS} s until {crowd.TRIES} tries at one rate have failed"
    )


def pace() -> float:
    """Milliseconds for a fixed piece of work, which tells a busy machine from a quiet one."""
    begin, total = perf_counter(), 0
    for number in range(1_000_000):
        total += number
    return (perf_counter() - begin) * 1000


def main() -> int:
    """Measure, print as it comes, and say by the status whether every bar was met."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--short", action="store_true", help="few runs, no verdict: for CI")
    parser.add_argument(
        "--beside",
        type=Path,
        metavar="FOLDER",
        help="another checkout of this project, measured in the same run",
    )
    given = parser.parse_args()
    hand_in(served())
    short = given.short
    builds = [build_in(given.beside.resolve())] if given.beside else []
    counts = SHORT if short else FULL
    rows, paces = [], [pace()]
    print(header(judge=not short), flush=True)
    for row in measure(counts, builds):
        print(line(row, judge=not short), flush=True)
        rows.append(row)
        paces.append(pace())
    print(f"\n{how(counts, median(paces))}")
    if not short:
        print(f"\n{WHERE}", file=sys.stderr)
    return 1 if not short and any(row.met is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
