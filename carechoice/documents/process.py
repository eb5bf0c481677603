"""A process of our own beside the server's, which reads or makes a file.

It is told of nothing that it does not need: what a file from outside may do there, it does without
the operator's secrets.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

_ROOT = Path(__file__).parents[2]
# Where Python and its libraries find themselves, fonts, a place for passing files, and the zone.
_NEEDED = frozenset(
    {
        *("PATH", "HOME", "TZ", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "TEMP", "TMP"),
        *("PYTHONHOME", "PYTHONDONTWRITEBYTECODE", "PYTHONUTF8", "PYTHONPYCACHEPREFIX"),
        *("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "SYSTEMDRIVE", "USERPROFILE"),
    }
)
_PATHS = "PYTHONPATH"


def begin_process(module: str, **told: str) -> subprocess.Popen[bytes]:
    """Begin this module of ours, which reads from its input and answers on its output.

    ``told`` is what its environment says beside what Python needs.
    """
    return subprocess.Popen(  # noqa: S603 (our own module)
        [sys.executable, "-P", "-m", module],
        env={**needed_of(os.environ), **told},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def needed_of(environment: Mapping[str, str]) -> dict[str, str]:
    """What a process of ours needs of the server's environment, so that it finds our modules."""
    paths = [str(_ROOT), *filter(None, [environment.get(_PATHS)])]
    kept = {name: text for name, text in environment.items() if name.upper() in _NEEDED}
    return {**kept, _PATHS: os.pathsep.join(paths)}
