"""How long the files to take along take: the start scenario and the longest course there can be."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from statistics import median
from time import perf_counter

from benchmarks.report import Row, judged, p95
from benchmarks.sites import ROOT
from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import Comparison, compare
from carechoice.files.handout.handout import handout
from carechoice.files.numbers.sheets import sheets
from carechoice.files.numbers.workbook import workbook
from carechoice.files.slides.slides import slides
from carechoice.inputs.handed_on.link import freeze
from carechoice.inputs.scenario import Scenario

TODAY = date(2026, 11, 23)
SERVER = "https://care.example.org/share"
BARS_MS = {"Handout": 500, "Slides": 500, "Workbook": 300}
FIRST_USE_BAR_SECONDS = 2
# The inputs that make a course long, each at the end of its range that makes it longest.
LONGEST: Mapping[str, str] = {
    "therapy_sessions": "maximum",
    "therapy_hours_per_week": "minimum",
    "therapy_session_minutes": "maximum",
    "iop_weeks": "maximum",
    "iop_hours_per_week": "maximum",
    "step_up_sessions": "maximum",
}
FIRST_USE = """
import time
start = time.perf_counter()
from benchmarks import exports
from carechoice.catalog.in_use import hand_in
from carechoice.catalog.load import served
hand_in(served())
exports.make(exports.comparison_of({}), KIND)
print(time.perf_counter() - start)
"""


def rows(files: int, runs: int) -> Iterator[Row]:
    """Rows for each kind of file: ``files`` made in this process, ``runs`` in a new one each."""
    for name in BARS_MS:
        seconds = median(_seconds_of_first_use(name) for _ in range(runs))
        yield judged(
            f"{name}, first use: imports and file", seconds, FIRST_USE_BAR_SECONDS, " s", 2
        )
    start = comparison_of({})
    longest = comparison_of(longest_course())
    weeks = max(option.weeks for option in longest.options.values())
    for what, comparison in (("the start", start), (f"a course of {weeks} weeks", longest)):
        yield from (_row(name, what, comparison, files) for name in BARS_MS)


def comparison_of(query: Mapping[str, str]) -> Comparison:
    """The comparison of a scenario, from its inputs as text."""
    reading = Scenario.from_query(query, today=TODAY)
    assert not reading.problems, reading.problems
    return compare(reading.scenario)


def longest_course() -> dict[str, str]:
    """The inputs of the longest course that can be chosen."""
    rows = catalog().parameters
    ends = {field: str(getattr(rows[field], end)) for field, end in LONGEST.items()}
    return {**ends, "third_path": "step_up"}


def make(comparison: Comparison, name: str) -> bytes:
    """One file, as the page "Take it with you" makes it."""
    frozen = freeze(comparison.scenario, TODAY)
    link = frozen.to_short_link(SERVER)
    makers: dict[str, Callable[[], bytes]] = {
        "Handout": lambda: handout(comparison, link=link, today=TODAY),
        "Slides": lambda: slides(comparison, link=link, today=TODAY),
        "Workbook": lambda: workbook(sheets(comparison, frozen, [])),
    }
    return makers[name]()


def _row(name: str, what: str, comparison: Comparison, files: int) -> Row:
    make(comparison, name)
    times = [_ms_to_make(comparison, name) for _ in range(files)]
    slow, bar = p95(times), BARS_MS[name]
    return Row(
        f"{name} of {what}, p50 / p95",
        f"{median(times):.0f} / {slow:.0f} ms",
        f"≤ {bar} ms",
        slow <= bar,
    )


def _ms_to_make(comparison: Comparison, name: str) -> float:
    start = perf_counter()
    make(comparison, name)
    return (perf_counter() - start) * 1000


def _seconds_of_first_use(name: str) -> float:
    script = FIRST_USE.replace("KIND", repr(name))
    found = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True, text=True
    )
    return float(found.stdout)
