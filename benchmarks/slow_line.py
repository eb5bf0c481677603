"""A first visit on a slow line with a slow device: seconds to the answer, and to live charts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from playwright.sync_api import Browser

from benchmarks import browser
from benchmarks.report import Row, judged
from benchmarks.servers import Server
from benchmarks.sites import OURS

KBIT_A_SECOND, LATENCY_MS, SLOWER = 400, 400, 4
ANSWER_BAR_SECONDS = 3
# Over another build of ours.
CHARTS_BAR = 0.7
LINE = {
    "offline": False,
    "latency": LATENCY_MS,
    "downloadThroughput": KBIT_A_SECOND * 1000 / 8,
    "uploadThroughput": KBIT_A_SECOND * 1000 / 8,
}
HOW = f"First visit at {KBIT_A_SECOND} kbit/s, {LATENCY_MS} ms, CPU/{SLOWER}"


def rows(chromium: Browser, servers: Sequence[Server], visits: int) -> Iterator[Row]:
    """Rows for our builds; the others bring megabytes more, so their outcome is no question."""
    builds = [server for server in servers if server.site.slider == OURS.slider]
    found = {server.site: [_visit(chromium, server) for _ in range(visits)] for server in builds}
    answers, readable, _ = zip(*found[OURS], strict=True)
    charts = {site: median(each for *_, each in visits) for site, visits in found.items()}
    yield judged(
        f"{HOW}: seconds to crisis line and answer", max(answers), ANSWER_BAR_SECONDS, " s", 1
    )
    read = f"{HOW}: seconds until the first charts are readable"
    yield Row(read, f"{median(readable):.1f} s")
    for site, seconds in charts.items():
        yield Row(f"{HOW}, {site.name}: seconds to live charts", f"{seconds:.1f} s")
        if site != OURS:
            ratio = charts[OURS] / seconds
            yield judged(f"{HOW}: our charts over {site.name}", ratio, CHARTS_BAR, " ×", 2)


def _visit(chromium: Browser, server: Server) -> tuple[float, float, float]:
    """Seconds to the answer, to the first charts and to live ones, of someone new."""
    context = browser.new_context(chromium)
    page = context.new_page()
    session = browser.slowed(page, by=SLOWER)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    page.goto(server.address, wait_until="commit", timeout=0)
    found = page.evaluate("Promise.all([bench.titleAt, bench.readableAt, bench.chartsAt])")
    context.close()
    answer, readable, charts = (each / 1000 for each in found)
    return answer, readable, charts
