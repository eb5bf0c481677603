"""The process that a PDF is opened in: what it says, and a picture of each cell that says it.

It reads the file from its standard input. Before it looks at it, it gives up the right to open
anything else, and from then on has little time and memory: whatever a file does to it, the server
goes on. What it says is one line, and then the pictures are another, so that a picture which takes
too much takes nothing of what was read.
"""

from __future__ import annotations

import json
import sys
from base64 import b64encode
from typing import Any

from carechoice.documents.paper import Cell, Paper, RefusedError
from carechoice.documents.summary.extract import opened, pages_of, picture_of
from carechoice.documents.summary.handed_over import as_data, cells_of
from carechoice.documents.summary.page import Box
from carechoice.documents.summary.read import read_pages

try:
    import resource
except ImportError:  # Windows has none; whoever waits for this process has a limit of its own
    resource = None  # type: ignore[assignment]

MEMORY_BYTES = 300_000_000
PROCESSOR_SECONDS = 4
STANDARD_FILES = 3


def main() -> None:
    """Say what the file is, and draw its cells."""
    content = sys.stdin.buffer.read()
    give_up_rights()
    paper, document = _read(content)
    _say(as_data(paper))
    _say([_drawn(document, cell) for cell in cells_of(paper)])


def _say(told: Any) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def _read(content: bytes) -> tuple[Paper, Any]:
    """The paper, and the document that it is in, if that could be opened."""
    try:
        document = opened(content)
        return read_pages(list(pages_of(document))), document
    except RefusedError as error:
        return Paper(None, refused=error.reason), None
    except MemoryError:
        return Paper(None, refused="too_slow"), None


def _drawn(document: Any, cell: Cell) -> str:
    return b64encode(picture_of(document[cell.page - 1], Box(*cell.box))).decode()


def give_up_rights() -> None:
    """From here on no file and no connection can be opened, and time and memory come to an end."""
    if resource is None:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (STANDARD_FILES, STANDARD_FILES))
    if sys.platform == "linux":  # other systems do not hold to it
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


if __name__ == "__main__":
    main()
