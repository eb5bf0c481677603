"""The process that a PDF is opened in: what it says, or the picture of a cell.

It reads the file from its standard input. Before it looks at it, it gives up the right to open
anything else, and from then on has little time and memory: whatever a file does to it, the server
goes on.
"""

from __future__ import annotations

import json
import sys
from base64 import b64encode
from collections.abc import Iterator, Sequence

from carechoice.documents.paper import Paper, RefusedError
from carechoice.documents.summary.extract import opened, pages_of, picture_of
from carechoice.documents.summary.handed_over import as_data
from carechoice.documents.summary.page import Box
from carechoice.documents.summary.read import read_pages

try:
    import resource
except ImportError:  # Windows has none; whoever waits for this process has a limit of its own
    resource = None  # type: ignore[assignment]

MEMORY_BYTES = 300_000_000
PROCESSOR_SECONDS = 4
STANDARD_FILES = 3
ARGUMENTS_OF_A_CELL = 5


def main(arguments: Sequence[str]) -> None:
    """Do what the arguments ask: nothing more than to read, or for each picture its cell.

    A cell is PAGE LEFT TOP RIGHT BOTTOM.
    """
    content = sys.stdin.buffer.read()
    give_up_rights()
    answer = list(_pictures(content, arguments)) if arguments else as_data(_paper(content))
    json.dump(answer, sys.stdout)


def _pictures(content: bytes, arguments: Sequence[str]) -> Iterator[str]:
    document = opened(content)
    for at in range(0, len(arguments), ARGUMENTS_OF_A_CELL):
        page, *box = arguments[at : at + ARGUMENTS_OF_A_CELL]
        picture = picture_of(document[int(page) - 1], Box(*map(float, box)))
        yield b64encode(picture).decode()


def _paper(content: bytes) -> Paper:
    try:
        return read_pages(list(pages_of(opened(content))))
    except RefusedError as error:
        return Paper(None, refused=error.reason)
    except MemoryError:
        return Paper(None, refused="too_slow")


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
    main(sys.argv[1:])
