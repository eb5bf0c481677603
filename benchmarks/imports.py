"""What importing the model costs: its time, and that it drags no page library in."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from statistics import median

from benchmarks.report import Row
from benchmarks.sites import ROOT

HEAVY = ("pandas", "plotly", "streamlit")
IMPORT = """
import json, sys, time
start = time.perf_counter()
import carechoice.comparison.compare
print(json.dumps([time.perf_counter() - start, list(sys.modules)]))
"""


def rows(runs: int) -> Iterator[Row]:
    """Rows for the import, each run in a new process."""
    outputs = [
        subprocess.run(
            [sys.executable, "-c", IMPORT], cwd=ROOT, capture_output=True, check=True, text=True
        ).stdout
        for _ in range(runs)
    ]
    seconds, modules = zip(*map(json.loads, outputs), strict=True)
    yield Row("Importing the model", f"{median(seconds) * 1000:.0f} ms")
    dragged_in = [name for name in HEAVY if name in modules[0]]
    yield Row(
        f"Of {', '.join(HEAVY)}, the model imports",
        ", ".join(dragged_in) or "none",
        "none",
        not dragged_in,
    )
