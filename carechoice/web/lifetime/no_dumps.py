"""Where the process crashes, its memory is written to no disk: it holds what people entered.

Many machines keep a dump of each crash. What this process starts leaves none either.
"""

from __future__ import annotations

import sys


def leave_no_dumps() -> None:
    """Install it for this process, and for those that it starts from now on."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415, Windows has none

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
