"""Measure everything in one run and print it as a table: `python -m benchmarks [--short]`.

The full form ends with status 1 when a bar is missed. The short form has too few runs to judge.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from statistics import median
from time import perf_counter

from benchmarks import browser, exports, imports, model, moves, start
from benchmarks.report import Row, header, line
from benchmarks.servers import APP, BARE_APP, HEALTH, serving, wait_for

PACKAGES = ("streamlit", "plotly", "pandas", "pydantic", "starlette", "uvicorn")


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each thing is measured."""

    imports: int
    starts: int
    moves: int
    presses: int
    files: int


FULL = Counts(imports=7, starts=7, moves=200, presses=60, files=40)
SHORT = Counts(imports=1, starts=1, moves=10, presses=4, files=4)


def measure(counts: Counts) -> Iterator[Row]:
    """All rows. The model comes first, before there is any other process."""
    yield from model.rows()
    yield from imports.rows(counts.imports)
    yield from exports.rows(counts.files, counts.imports)
    yield from start.rows(counts.starts)
    with serving(APP) as app, serving(BARE_APP) as bare:
        for port in (app, bare):
            wait_for(port, HEALTH)
        yield from moves.rows(app, bare, counts.moves)
        yield from moves.page_rows(app, counts.moves)
        yield from browser.rows(app, bare, counts.presses)


def how(counts: Counts, pace_ms: float) -> str:
    """How it was measured, as a paragraph under the table."""
    packages = ", ".join(f"{package} {version(package)}" for package in PACKAGES)
    return (
        f"Measured in one run: {model.SCENARIOS:,} scenarios drawn from the whole range of every "
        f"input; {counts.files} files of each kind, for the start and for the longest course that "
        f"can be chosen, and the median of {counts.imports} first files of new processes; the "
        f"median of {counts.starts} server starts; {counts.moves} slider moves over a websocket "
        f"without a browser, in blocks that take turns with a bare Streamlit app of one slider "
        f"and three Plotly charts (benchmarks/bare_app.py); {counts.presses} key "
        f"presses in headless Chromium on each of the two pages in turn, from key press to all "
        f"three charts showing the new value. p50 is the median; 95% of the times are not above "
        f"p95. Machine: {os.cpu_count()} cores, {platform.system()} {platform.machine()}, where "
        f"Python {platform.python_version()} adds up a million numbers in {pace_ms:.0f} ms "
        f"(median over the run; a busy machine is slower). Versions: {packages}, "
        f"{browser.version_of_chromium()}."
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
    short = parser.parse_args().short
    counts = SHORT if short else FULL
    rows, paces = [], [pace()]
    print(header(judge=not short), flush=True)
    for row in measure(counts):
        print(line(row, judge=not short), flush=True)
        rows.append(row)
        paces.append(pace())
    print(f"\n{how(counts, median(paces))}")
    return 1 if not short and any(row.met is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
