"""A centre's logo: a picture in its data folder, checked before anybody sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self
from zlib import crc32

from carechoice.catalog.file_kinds import PNG

LARGEST_BYTES = 200_000
# Below it nothing can be told apart; what is larger is a photograph.
SMALLEST_PX, LARGEST_PX = 32, 2000
# On a page: as high as two lines of text, and no wider than a phone has room for.
ON_A_PAGE_PX = (240, 48)
# A name in the folder itself, which leads nowhere else.
FILE = re.compile(r"[\w-][\w .-]*\.png", re.IGNORECASE)
# How a PNG begins, up to its width and height (RFC 2083, 3.1 and 4.1.1).
HEAD = b"\x00\x00\x00\rIHDR"
# A part has its length, its name and its check sum, four bytes each, around what it holds.
AROUND_PART = 12
LAST_PART = b"IEND"
SIZES = slice(len(PNG) + len(HEAD), len(PNG) + len(HEAD) + 8)


def read_file_name(cell: str) -> str:
    """The name of a PNG file. Raises ValueError."""
    if not FILE.fullmatch(cell.strip()):
        raise ValueError(
            f"{cell!r} is not the name of a PNG file. Save the logo as PNG beside the data, and "
            "write its name, such as logo.png."
        )
    return cell.strip()


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture as its file holds it, with its size in pixels."""

    content: bytes
    width_px: int
    height_px: int

    def within(self, *, width: float, height: float) -> tuple[float, float]:
        """Its width and height where it is as large as it gets in a room of this size."""
        scale = min(width / self.width_px, height / self.height_px)
        return self.width_px * scale, self.height_px * scale

    def on_a_page_px(self) -> tuple[int, int]:
        """Its width and height on a page, in whole pixels."""
        width, height = ON_A_PAGE_PX
        across, down = self.within(width=width, height=height)
        return max(1, round(across)), max(1, round(down))

    @classmethod
    def of(cls, content: bytes) -> Self:
        """The picture in a file. Raises ValueError that says what to change about it."""
        if len(content) > LARGEST_BYTES:
            raise ValueError(
                f"the picture has {len(content) // 1000} kB. Save it with "
                f"{LARGEST_BYTES // 1000} kB at most."
            )
        if not content.startswith(PNG + HEAD) or not _is_whole(content):
            raise ValueError("the file is not a complete PNG picture. Save it as PNG again.")
        sizes = content[SIZES]
        width, height = int.from_bytes(sizes[:4], "big"), int.from_bytes(sizes[4:], "big")
        if not SMALLEST_PX <= min(width, height) <= max(width, height) <= LARGEST_PX:
            raise ValueError(
                f"the picture is {width} x {height} pixels. Save it with {SMALLEST_PX} to "
                f"{LARGEST_PX} each way."
            )
        return cls(content, width, height)


def _is_whole(content: bytes) -> bool:
    """Whether each part of the picture is as its check sum says, up to the last one."""
    start = len(PNG)
    while start < len(content):
        end = start + AROUND_PART + int.from_bytes(content[start : start + 4], "big")
        part = content[start + 4 : end - 4]
        if crc32(part) != int.from_bytes(content[end - 4 : end], "big"):
            return False
        if part == LAST_PART:
            return True
        start = end
    return False
