"""Ask the server on this machine whether it can answer: `python -m carechoice.web.health`."""

from __future__ import annotations

import os
from urllib.request import ProxyHandler, build_opener, install_opener, urlopen

from carechoice.web.lifetime.listening import address

# Repeats carechoice/web/operating/probes.py, whose import would load the framework for a second.
READY = "/readyz"

PATIENCE_SECONDS = 4


def ask() -> None:
    """End with a sentence and an error unless the server answers that it can."""
    asked = f"{address(os.environ)}{READY}"
    # A proxy that the environment names would lead away from this machine.
    install_opener(build_opener(ProxyHandler({})))
    try:
        urlopen(asked, timeout=PATIENCE_SECONDS).close()  # noqa: S310, it is built with http://
    except OSError as error:
        raise SystemExit(f"CareChoice does not answer at {asked}: {error}") from None


if __name__ == "__main__":
    ask()
