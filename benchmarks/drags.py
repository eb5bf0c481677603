"""Dragging a slider with the mouse: how many values reach the charts, and how late."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, cycle, islice, pairwise
from time import perf_counter, sleep
from typing import Any

from benchmarks.browser import Tab
from benchmarks.report import Row, judged, not_below
from benchmarks.sites import OURS, Site

MOVES_A_SECOND = 60
# Across the scale twice a second, so that a new value comes about 44 times a second.
SWEEPS_A_SECOND = 2
# The parts of the track between which the pointer goes, and where it stops: elsewhere each time,
# so that the last value is always a new one.
LOW, HIGH = 0.1, 0.9
ENDS = (0.4, 0.6)
# The pointer rests before it lets go: what comes only then was not live.
REST_MS = 1000
UPDATES_BAR = 30
LAG_BAR_MS = 60
# The chart of levels comes last on every page and names the hours of the program last.
LEVEL_CHART = 2
HOURS = re.compile(r"(\d+) hours?")


@dataclass(frozen=True, slots=True)
class Drag:
    """What came of one drag.

    ``lag_ms`` counts from the last move, or where the page reports on release only (``is_live`` is
    false) from letting go.
    """

    updates_a_second: float
    is_live: bool
    lag_ms: float
    has_last_value: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """How long a drag takes, how many there are, and how many before them warm up."""

    seconds: float
    drags: int
    warm_up: int


def rows(tabs: Sequence[Tab], plan: Plan) -> Iterator[Row]:
    """Rows for dragging on each page."""
    for tab in tabs:
        tab.page.bring_to_front()
        drags = [
            _drag(tab, plan.seconds, end) for end in islice(cycle(ENDS), plan.warm_up + plan.drags)
        ]
        yield from _rows(tab.server.site, drags[plan.warm_up :])


def _rows(site: Site, drags: Sequence[Drag]) -> Iterator[Row]:
    name = site.name
    if not all(drag.is_live for drag in drags):
        lag = max(drag.lag_ms for drag in drags)
        told = f"none; the value comes {lag:.0f} ms after it is let go"
        yield Row(f"Dragging, {name}: updates a second", told)
        return
    updates = min(drag.updates_a_second for drag in drags)
    lag = max(drag.lag_ms for drag in drags)
    won = sum(drag.has_last_value for drag in drags)
    what = (
        f"Dragging, {name}: updates a second, worst drag",
        f"Dragging, {name}: last move to the charts showing it, worst drag",
        f"Dragging, {name}: the last value is what the charts show",
    )
    told = f"{won} of {len(drags)}"
    if site == OURS:
        yield not_below(what[0], updates, UPDATES_BAR, "", 1)
        yield judged(what[1], lag, LAG_BAR_MS, " ms")
        yield Row(what[2], told, "all", won == len(drags))
    else:
        yield Row(what[0], f"{updates:.1f}")
        yield Row(what[1], f"{lag:.0f} ms")
        yield Row(what[2], told)


def _drag(tab: Tab, seconds: float, end: float) -> Drag:
    tab.slider.evaluate("(slider) => bench.record(slider)")
    seconds = _move_the_mouse(tab, seconds, end)
    tab.page.wait_for_timeout(REST_MS)
    tab.page.mouse.up()
    tab.page.wait_for_timeout(REST_MS)
    return read(tab.evaluate("bench.stop()"), seconds, tab.value())


def _move_the_mouse(tab: Tab, seconds: float, end: float) -> float:
    """Press on the slider, sweep over its scale, stop at ``end``; give the seconds it took."""
    track = tab.page.locator(tab.server.site.track).bounding_box()
    thumb = tab.slider.bounding_box()
    if not track or not thumb:
        raise RuntimeError(f"{tab.server.site.name}: the slider is not to be seen.")
    height = thumb["y"] + thumb["height"] / 2

    def go_to(part: float) -> None:
        tab.page.mouse.move(track["x"] + part * track["width"], height)

    go_to(LOW)
    tab.page.mouse.down()
    begin = perf_counter()
    for move in count(1):
        # By the clock, so that a page that takes long over a move gets fewer, not a slower drag.
        sleep(max(0.0, begin + move / MOVES_A_SECOND - perf_counter()))
        if perf_counter() - begin > seconds:
            break
        go_to(_zigzag((perf_counter() - begin) * SWEEPS_A_SECOND))
    go_to(end)
    return perf_counter() - begin


def _zigzag(sweeps: float) -> float:
    """Where on the track the pointer is after this many sweeps there and back."""
    there_and_back = sweeps % 2
    return LOW + (HIGH - LOW) * min(there_and_back, 2 - there_and_back)


def read(record: Mapping[str, Any], seconds: float, value: float) -> Drag:
    """What a record of bench.record (watch.js) says of a drag that left the slider at ``value``."""
    frames, moved, released = record["frames"], record["moved"], record["released"]
    final = frames[-1]["texts"]
    # From this frame on nothing changes any more.
    settled = next(
        (
            later["at"]
            for before, later in reversed(list(pairwise(frames)))
            if before["texts"] != final
        ),
        frames[0]["at"],
    )
    is_live = settled < released
    # Frames in which the chart is away, because it is drawn anew, do not count.
    dragged = [_hours(frame["texts"]) for frame in frames if frame["at"] < moved]
    seen = [hours for hours in dragged if hours is not None]
    return Drag(
        updates_a_second=sum(before != after for before, after in pairwise(seen)) / seconds,
        is_live=is_live,
        lag_ms=settled - (moved if is_live else released),
        has_last_value=_hours(final) == value,
    )


def _hours(texts: Sequence[str]) -> float | None:
    """The hours a week that the chart of levels shows; None while there is no such chart."""
    found = HOURS.findall(texts[LEVEL_CHART]) if len(texts) > LEVEL_CHART else []
    return float(found[-1]) if found else None
