"""The parts of a packed file (zip), such as a workbook is: by its list of them, if that is short.

Python takes a list in whole, part by part: one of 200,000 empty parts, or with thousands of things
that say nothing beside each, holds the whole server up for seconds, in a file of a few megabytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZipFile, ZipInfo

# Hundreds of parts, where a workbook has some twenty. Where the list stands is looked for in less.
MOST_LISTED_BYTES = 70_000


class TooManyPartsError(Exception):
    """More is listed than in any workbook that people fill in."""


class _Listed(BytesIO):
    """A packed file of which its list is read, and nothing else."""

    def read(self, size: int | None = -1, /) -> bytes:
        """What comes next. Raises TooManyPartsError where that is too much for a list."""
        said = super().read(size)
        if len(said) > MOST_LISTED_BYTES:
            raise TooManyPartsError
        return said


def parts_of(content: bytes) -> Sequence[ZipInfo]:
    """The parts, in the order of the list.

    Raises TooManyPartsError, and whatever the library raises for a list that is broken.
    """
    with ZipFile(_Listed(content)) as packed:
        return packed.infolist()
