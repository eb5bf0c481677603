"""What a large centre costs: moves with its programs and payers picked, and the same ones without.

Processor time, which hardly depends on what else the machine does. Without means the same inputs
typed in, on the data that comes along. The two take turns in one process.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from streamlit.testing.v1 import AppTest

from benchmarks.report import Row, judged
from carechoice.catalog.in_use import using
from carechoice.catalog.load import DEFAULT_FOLDER, load, shipped
from carechoice.catalog.tables import Catalog
from carechoice.comparison.compare import compare
from carechoice.comparison.draws.simulation import likely_usd
from carechoice.inputs.scenario import Scenario
from carechoice.ui import state

PROGRAMS, PAYERS = 10, 20
PICKED = {"program": "program_4", "payer": "payer_8_silver"}
PAGES = ("compare", "bill", "week")
MAIN = Path(__file__).parents[1] / "pages" / "main.py"
BAR = 1.10
# Moves that are not counted: what a catalog remembers is worked out in them.
WARM_UP = 3
PATIENCE_SECONDS = 600
TODAY = date(2026, 11, 23)
# The move to this step of a slider -> the processor time it took, in seconds.
Move = Callable[[int], float]


def rows(moves: int) -> Iterator[Row]:
    """Rows for the answer to a move, and for a run of each page, over the same without a centre."""
    with TemporaryDirectory() as folder:
        centre, ours = large_centre(Path(folder)), shipped()
    values = typed_in(centre)
    size = f"{PROGRAMS} programs and {PAYERS} payers"
    yield judged(
        f"An answer with its range, with {size}: processor time over that without",
        _ratio(_answering(centre, PICKED), _answering(ours, values), moves),
        BAR,
        " ×",
        2,
    )
    for page in PAGES:
        yield judged(
            f"A run of the page /{page}, with {size}: processor time over that without",
            _ratio(_running(centre, page, PICKED), _running(ours, page, values), moves),
            BAR,
            " ×",
            2,
        )


def typed_in(centre: Catalog) -> Mapping[str, str]:
    """The inputs as what is picked of the centre fills them in, for who types them in."""
    with using(centre):
        picked = Scenario.from_query(PICKED, today=TODAY).scenario
        return {key: value for key, value in picked.to_query().items() if key not in PICKED}


def large_centre(folder: Path) -> Catalog:
    """Our data with programs on three days a week, and payers of which each has a plan."""
    programs = [
        f'Program {n},in person,"Mon, Wed, Fri",{8 + n:02}:00,3,8,{300 + n}'
        for n in range(1, PROGRAMS + 1)
    ]
    payers = [f"Payer {n},,in network,in network,{120 + n},{310 + n}" for n in range(1, PAYERS + 1)]
    plans = [f"Payer {n},Silver,1500,5000" for n in range(1, PAYERS + 1)]
    tables = {
        "programs": ["name,place,days,starts_at,hours_per_day,weeks,price_per_day_usd", *programs],
        "payers": [
            "payer,plan,therapy_network,program_network,therapy_60_usd,program_day_usd",
            *payers,
        ],
        "payer_plans": ["payer,plan,deductible_usd,oop_max_usd", *plans],
    }
    for name, lines in tables.items():
        (folder / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return load([folder, DEFAULT_FOLDER])


def _ratio(one: Move, other: Move, moves: int) -> float:
    """The median of one over that of the other; of each pair, they take turns in going first."""
    gc.collect()
    times: tuple[list[float], list[float]] = ([], [])
    for step in range(WARM_UP + moves):
        pair = [(one, times[0]), (other, times[1])]
        for move, kept in pair if step % 2 else reversed(pair):
            kept.append(move(step))
    first, second = (median(each[WARM_UP:]) for each in times)
    return first / second


def _answering(data: Catalog, query: Mapping[str, str]) -> Move:
    with using(data):
        start = Scenario.from_query(query, today=TODAY).scenario

    def answer(step: int) -> float:
        with using(data):
            moved = start.but(deductible_met_usd=float(step))
            begun = time.process_time()
            for pathway in compare(moved).options:
                likely_usd(moved, pathway)
            return time.process_time() - begun

    return answer


def _running(data: Catalog, page: str, query: Mapping[str, str]) -> Move:
    app = AppTest.from_file(MAIN, default_timeout=PATIENCE_SECONDS)
    app.session_state[state.CATALOG] = data
    app.session_state[state.PLAIN_SLIDERS] = True
    app.query_params.update(query)
    app.switch_page(f"{page}.py").run()

    def run(step: int) -> float:
        slider = app.slider(key="therapy_sessions").set_value(4 + step % 25)
        begun = time.process_time()
        slider.run()
        return time.process_time() - begun

    return run
