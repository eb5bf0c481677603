"""`python -m soak`: at least MINUTES long, and SESSIONS visits that are opened, used and closed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from statistics import mean
from threading import Event, Timer

from soak.visits import AT_A_TIME, Visits, under_visits

# Whoever comes back is found among the last 128; from then on each takes another's place. What
# the C library keeps free for the next visits went on growing for 1,000 of them, from 58 to 75 MB
# of 330, and was 76 MB after 2,500; Python's blocks were as many after 250 visits as after 2,500.
WARMED_UP = 1000
MOST_GROWTH_PERCENT = 2
# Memory is tidied up once a quarter more is held, so readings go up and down: by their mean so many
# tell what it comes to, and of a longer run a tenth of all. In two hours the means of ten readings,
# 2,000 visits apart, differed by -3.0 to +2.0 %.
READINGS = 10
SHARE = 0.1
BETWEEN_READINGS = 100
# With fewer, the first readings would be the last ones, too, and never differ from them.
FEWEST = 2 * READINGS * BETWEEN_READINGS


def main() -> int:
    """Open and close the visits; print what the server holds. 1 where that grows."""
    minutes = float(os.environ.get("MINUTES") or 120)
    asked = int(os.environ.get("SESSIONS") or 2000)
    sessions = max(asked, FEWEST)
    if asked < sessions:
        print(f"{asked} visits are too few to tell whether memory grows: {sessions} are made.")
    print(f"{sessions} visits, {AT_A_TIME} at a time, and {minutes:g} minutes", flush=True)
    with under_visits() as visits:
        held = list(_held(visits, minutes=minutes, sessions=WARMED_UP + sessions))
        if failed := visits.failed:
            print(f"{len(failed)} visits failed:", *failed[:5], sep="\n")
    count = max(READINGS, round(SHARE * len(held)))
    first, last = mean(held[:count]), mean(held[-count:])
    growth = 100 * (last - first) / first
    print(f"By the mean of {count} readings {first:.1f} MB after {WARMED_UP} visits,")
    print(f"{last:.1f} MB at the end: {growth:+.1f} %")
    return 1 if failed or growth > MOST_GROWTH_PERCENT else 0


def _held(visits: Visits, *, minutes: float, sessions: int) -> Iterator[float]:
    """The memory that the server has, from the end of the warm-up on."""
    is_over = Event()
    timer = Timer(minutes * 60, is_over.set)
    timer.daemon = True
    timer.start()
    while visits.closed < sessions or not is_over.is_set():
        visits.make(BETWEEN_READINGS)
        has_mb = visits.resident_mb()
        print(f"{visits.closed} closed: {has_mb:.1f} MB, {visits.threads()} threads", flush=True)
        if visits.closed >= WARMED_UP:
            yield has_mb


if __name__ == "__main__":
    sys.exit(main())
