"""`python -m fuzz COUNT`: so many requests, from the number FROM on, with the seed SEED."""

from __future__ import annotations

import os
import sys

from fuzz.against import under_fuzz

SEED = 20261128
AT_ONCE = 500


def main() -> int:
    """Make the requests and print what was found; 1 where something must not be."""
    count, first = int(sys.argv[1]), int(os.environ.get("FROM") or 0)
    seed = int(os.environ.get("SEED") or SEED)
    print(f"{count} requests from number {first} on with seed {seed}", flush=True)
    told = 0
    with under_fuzz(seed) as server:
        for start in range(first, first + count, AT_ONCE):
            end = min(start + AT_ONCE, first + count)
            server.ask(range(start, end))
            faults = server.found.faults
            print(
                f"up to {end - 1}: {server.resident_mb():.0f} MB, {len(faults)} faults", flush=True
            )
            print(*faults[told:], sep="\n", end="\n" if faults[told:] else "", flush=True)
            told = len(faults)
        print("Answers:", dict(server.found.statuses.most_common()))
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
