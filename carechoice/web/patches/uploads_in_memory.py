"""An uploaded file is kept in memory, from its first byte on.

The form parser (Starlette) writes a file of more than a megabyte to the disk while it arrives, and
a slow sender keeps it there. How much may arrive is limited before it is read: by the framework's
``server.maxUploadSize``, ``limits/uploads.py`` and ``setup/hand_in_route.py``.
"""

from __future__ import annotations

from starlette.formparsers import MultiPartParser

ATTRIBUTE = "spool_max_size"
# The size limit of a temporary file that never moves to the disk, however much it holds.
NEVER = 0


def keep_files_in_memory() -> None:
    """Install the change for every form that this process reads from now on."""
    setattr(MultiPartParser, ATTRIBUTE, NEVER)
