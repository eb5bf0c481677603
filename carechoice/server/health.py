"""Ask the server on this machine whether it is well: `python -m carechoice.server.health`."""

from __future__ import annotations

import os
from urllib.request import urlopen

from carechoice.server.listening import address

PATIENCE_SECONDS = 4


def ask() -> None:
    """End with an error unless the server answers that it is well."""
    asked = f"{address(os.environ)}/_stcore/health"
    urlopen(asked, timeout=PATIENCE_SECONDS).close()  # noqa: S310, it is built with http://


if __name__ == "__main__":
    ask()
