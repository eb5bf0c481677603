"""A first visit and a second one: bytes, and seconds to answer and charts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from playwright.sync_api import Browser, BrowserContext

from benchmarks import browser
from benchmarks.report import Row, judged
from benchmarks.servers import Server
from benchmarks.sites import BARE, OURS, Site

FIRST_KB_BAR = 1400
TEXT_BAR = 1.5
ANSWER_BAR = 0.8
# Over another build of ours.
BUILD_BAR = 0.35
# Of charts that nobody entered anything for, over the bare app's title.
PICTURES_BAR = 0.8
BINARY_FRAME = 2
# Pages of ours that begin with charts.
READ_PAGES = ("/", "/bill", "/week")
# Streamlit's pages have their title as a heading.
TITLED = (OURS, BARE)


@dataclass(frozen=True, slots=True)
class Visit:
    """Bytes received until the network is idle; seconds to the title and to three charts.

    With our page's title the answer stands there.
    """

    size: int
    charts: float
    title: float


# A first visit and the one after it.
Pair = tuple[Visit, Visit]


def rows(chromium: Browser, servers: Sequence[Server], visits: int) -> Iterator[Row]:
    """Rows for both visits to each page."""
    pairs: dict[Site, list[Pair]] = {server.site: [] for server in servers}
    for _ in range(visits):
        for server in servers:
            pairs[server.site].append(_pair(chromium, server))
    for index, name in enumerate(("First visit", "Second visit")):
        for site, each in pairs.items():
            size = median(pair[index].size for pair in each)
            charts = median(pair[index].charts for pair in each)
            yield Row(
                f"{name}, {site.name}: received, seconds to three charts",
                f"{size / 1000:,.0f} kB, {charts:.2f} s",
            )
    yield from _judged(pairs)
    (ours,) = (server for server in servers if server.site == OURS)
    yield from _readable(chromium, ours, [pair[1].title for pair in pairs[BARE]])


def _readable(chromium: Browser, ours: Server, text: Sequence[float]) -> Iterator[Row]:
    """How soon the charts that our pages begin with are drawn for someone who comes back.

    ``text`` are the seconds to the bare app's title.
    """
    for path in READ_PAGES:
        entered = ours.address.replace("/?", f"{path}?")
        told, _ = _read(chromium, entered, text)
        what = "first charts readable, and over the bare app's title"
        yield Row(f"Second visit, {path}: {what}", told)
        told, times = _read(chromium, entered.partition("?")[0], text)
        bar = f"≤ {PICTURES_BAR} ×"
        yield Row(f"Second visit, {path} of the start: {what}", told, bar, times <= PICTURES_BAR)


def _read(chromium: Browser, address: str, text: Sequence[float]) -> tuple[str, float]:
    """How soon the charts of an address can be read, in words and over the seconds in ``text``."""
    seconds = [_seconds_to_read(chromium, address) for _ in text]
    times = median(mine / its for mine, its in zip(seconds, text, strict=True))
    return f"{median(seconds):.2f} s, {times:.2f} ×", times


def _seconds_to_read(chromium: Browser, address: str) -> float:
    """Of the second visit of someone new."""
    context = browser.new_context(chromium)
    found = [_readable_at(context, address) for _ in range(2)]
    context.close()
    return found[1]


def _readable_at(context: BrowserContext, address: str) -> float:
    page = context.new_page()
    page.goto(address)
    readable = float(page.evaluate("bench.readableAt"))
    page.evaluate("bench.liveAt")
    page.wait_for_load_state("networkidle")
    page.close()
    return readable / 1000


def _judged(pairs: Mapping[Site, Sequence[Pair]]) -> Iterator[Row]:
    ours, bare = pairs[OURS], pairs[BARE]
    size = median(mine[0].size for mine in ours) / 1000
    text = [pair[1].title for pair in bare]
    times = [mine[1].charts / its for mine, its in zip(ours, text, strict=True)]
    answers = [mine[1].title / its for mine, its in zip(ours, text, strict=True)]
    first = median(mine[0].title for mine in ours)
    yield judged("First visit, our page: received", size, FIRST_KB_BAR, " kB")
    yield Row("Second visit, bare Streamlit app: seconds to the title", f"{median(text):.2f} s")
    yield judged(
        "Second visit: our charts over the bare app's title", median(times), TEXT_BAR, " ×", 2
    )
    yield Row("First visit, our page: seconds to the answer", f"{first:.2f} s")
    yield judged(
        "Second visit: our answer over the bare app's title", median(answers), ANSWER_BAR, " ×", 2
    )
    for site in pairs:
        if site.slider == OURS.slider and site != OURS:
            yield from _over_a_build(ours, pairs[site], site.name)


def _over_a_build(ours: Sequence[Pair], its: Sequence[Pair], name: str) -> Iterator[Row]:
    """The answer where the other build has it, too: on its live page."""
    answers = [mine[1].title / other[1].charts for mine, other in zip(ours, its, strict=True)]
    what = f"Second visit: our answer over the charts of {name}"
    yield judged(what, median(answers), BUILD_BAR, " ×", 2)


def _pair(chromium: Browser, server: Server) -> Pair:
    """Both visits of someone new, in a browser that keeps what it may keep."""
    context = browser.new_context(chromium)
    pair = _visit(context, server), _visit(context, server)
    context.close()
    return pair


def _visit(context: BrowserContext, server: Server) -> Visit:
    page = context.new_page()
    received: list[int] = []
    network = context.new_cdp_session(page)
    network.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    network.on("Network.webSocketFrameReceived", lambda event: received.append(_size(event)))
    network.send("Network.enable")
    page.goto(server.address)
    charts = page.evaluate("bench.chartsAt")
    title = page.evaluate("bench.titleAt") if server.site in TITLED else 0
    page.wait_for_load_state("networkidle")
    page.close()
    return Visit(int(sum(received)), charts / 1000, title / 1000)


def _size(event: Mapping[str, Any]) -> int:
    """The bytes of a message over a websocket; binary ones are told in base64."""
    frame = event["response"]
    told = frame["payloadData"]
    return len(told) * 3 // 4 if frame["opcode"] == BINARY_FRAME else len(told.encode())
