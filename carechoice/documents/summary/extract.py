"""Words and rules of a PDF's pages, and the picture of a part of one, by PDFium.

It is imported by the process that a PDF is opened in, and by nothing else.
"""

from __future__ import annotations

import ctypes
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pypdfium2 as pdfium
from pypdfium2 import raw

from carechoice.catalog.file_kinds import PNG
from carechoice.documents.paper import RefusedError
from carechoice.documents.summary.page import Box, Page, Rule, Word

MOST_PAGES = 40
# More than a page that people read has, in letters and in points each way.
MOST_LETTERS = 15_000
MOST_POINTS = 2_000
# A rule is longer than the straight lines of letters, and has a gap where another crosses it.
LEAST_RULE_POINTS = 10
MOST_GAP_PIXELS = 4
# Neighbours that differ by less are one colour. The shades of rows differ by little.
LEAST_CONTRAST = 4
PIXELS_A_POINT = 2
PICTURE_PIXELS_A_POINT = 2
# In units of the letters' height: a wider gap, or one to another line, ends a word.
MOST_GAP_IN_WORD = 0.6

# How PDFium writes a hyphen at the end of a line.
_AS_HYPHEN = {0x02: "-", 0xAD: "-", 0xFFFE: "-"}


def opened(content: bytes) -> Any:
    """The document. Raises RefusedError where it cannot be opened, or has too many pages."""
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        is_locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
        raise RefusedError("locked" if is_locked else "broken") from None
    if len(document) > MOST_PAGES:
        raise RefusedError("many_pages")
    return document


def pages_of(document: Any) -> Iterator[Page]:
    """The pages, in points from their upper left corner as they are shown.

    Raises RefusedError where one of them is damaged.
    """
    for at in range(len(document)):
        try:
            page = document[at]
        except pdfium.PdfiumError:
            raise RefusedError("broken") from None
        if not 0 < max(page.get_size()) <= MOST_POINTS:
            yield Page(at + 1, (), (), ())
            continue
        words = tuple(Word(each.text, each.box) for each in _words(page))
        shades = _shades(page) if words else np.zeros((1, 1), np.uint8)
        yield Page(at + 1, words, _rules(shades), _rules(np.ascontiguousarray(shades.T)))


@dataclass(slots=True)
class _Growing:
    """Letters that stand together, and their box."""

    text: str
    box: Box

    def goes_on_with(self, box: Box) -> bool:
        """Whether a letter in this box belongs to the word."""
        height = max(box[3] - box[1], 1)
        is_same_line = abs(box[3] - self.box[3]) < height / 2
        # The second letter of two that are written as one has the place of both.
        return is_same_line and -height < box[0] - self.box[2] < MOST_GAP_IN_WORD * height

    def add(self, letter: str, box: Box) -> None:
        """The letter becomes the word's last one."""
        self.text += letter
        left, top, right, bottom = self.box
        self.box = Box(min(left, box[0]), min(top, box[1]), max(right, box[2]), max(bottom, box[3]))


def _words(page: Any) -> list[_Growing]:
    text = page.get_textpage()
    as_shown = _AsShown(page)
    words: list[_Growing] = []
    is_open = False
    rectangle = raw.FS_RECTF()
    for at in range(min(text.count_chars(), MOST_LETTERS)):
        letter = chr(raw.FPDFText_GetUnicode(text, at)).translate(_AS_HYPHEN)
        raw.FPDFText_GetLooseCharBox(text, at, rectangle)
        box = as_shown.box(rectangle)
        if letter.isspace() or letter == "\0":
            is_open = False
        elif is_open and words[-1].goes_on_with(box):
            words[-1].add(letter, box)
        else:
            words.append(_Growing(letter, box))
            is_open = True
    return words


class _AsShown:
    """From places on a page as it was written to those on it as it is shown, turned and cut."""

    # PDFium answers in whole numbers.
    _PARTS_OF_A_POINT = 100
    _FAR = 1_000

    def __init__(self, page: Any) -> None:
        self._page = page
        self._size = [round(each * self._PARTS_OF_A_POINT) for each in page.get_size()]
        self._origin = self._shown(0, 0)
        self._by_x = self._step(self._shown(self._FAR, 0))
        self._by_y = self._step(self._shown(0, self._FAR))

    def box(self, rectangle: Any) -> Box:
        """Where a rectangle of the page is shown."""
        one = self._place(rectangle.left, rectangle.top)
        other = self._place(rectangle.right, rectangle.bottom)
        left, right = sorted((one[0], other[0]))
        top, bottom = sorted((one[1], other[1]))
        return Box(left, top, right, bottom)

    def _place(self, x: float, y: float) -> tuple[float, float]:
        across = self._origin[0] + self._by_x[0] * x + self._by_y[0] * y
        down = self._origin[1] + self._by_x[1] * x + self._by_y[1] * y
        return across, down

    def _step(self, far: tuple[float, float]) -> tuple[float, float]:
        return (far[0] - self._origin[0]) / self._FAR, (far[1] - self._origin[1]) / self._FAR

    def _shown(self, x: int, y: int) -> tuple[float, float]:
        across, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(self._page, 0, 0, *self._size, 0, x, y, across, down)
        return across.value / self._PARTS_OF_A_POINT, down.value / self._PARTS_OF_A_POINT


def _shades(page: Any) -> Any:
    """The page as shades of grey, without the blurred edges that would look like rules."""
    bitmap = page.render(
        scale=PIXELS_A_POINT,
        grayscale=True,
        no_smoothtext=True,
        no_smoothpath=True,
        no_smoothimage=True,
    )
    return bitmap.to_numpy().reshape(bitmap.height, bitmap.width)


def _rules(shades: Any) -> tuple[Rule, ...]:
    """Where one shade ends along a straight line: its place, its beginning and its end.

    That is a line that was drawn, and the edge of a coloured cell too.
    """
    one, next_one = shades[:-1], shades[1:]
    is_edge = np.maximum(one, next_one) - np.minimum(one, next_one) >= LEAST_CONTRAST
    height, width = is_edge.shape
    # All lines one behind the other, with a gap after each, so that none goes on in the next.
    flat = np.zeros(height * (width + 1) + 1, bool)
    flat[1:].reshape(height, width + 1)[:, :width] = is_edge
    turns = np.flatnonzero(flat[1:] != flat[:-1])
    begins, ends = turns[::2], turns[1::2]
    is_long = ends - begins >= LEAST_RULE_POINTS * PIXELS_A_POINT
    places, begins = np.divmod(begins[is_long], width + 1)
    ends = ends[is_long] - places * (width + 1)
    runs = np.column_stack([places, begins, ends]).tolist()
    return tuple(
        Rule((place + 1) / PIXELS_A_POINT, begin / PIXELS_A_POINT, end / PIXELS_A_POINT)
        for place, begin, end in _joined(runs)
    )


def _joined(runs: list[list[int]]) -> list[list[int]]:
    """The runs, those with no more than a crossing between them as one."""
    joined: list[list[int]] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and last[0] == run[0] and run[1] - last[2] <= MOST_GAP_PIXELS:
            last[2] = run[2]
        else:
            joined.append(run)
    return joined


def picture_of(page: Any, box: Box) -> bytes:
    """The part of the page in the box, as PNG."""
    width, height = page.get_size()
    left, top, right, bottom = box
    cut = (max(left, 0), max(height - bottom, 0), max(width - right, 0), max(top, 0))
    picture = page.render(scale=PICTURE_PIXELS_A_POINT, crop=cut, rev_byteorder=True)
    return _png(picture.to_numpy()[:, :, :3])


def _png(pixels: Any) -> bytes:
    """Red, green and blue as a PNG (ISO/IEC 15948), each line unfiltered."""
    height, width, _ = pixels.shape
    lines = np.pad(pixels.reshape(height, width * 3), ((0, 0), (1, 0))).tobytes()
    header = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(lines)), (b"IEND", b""))
    return PNG + b"".join(_part(*part) for part in parts)


def _part(kind: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content))
        + kind
        + content
        + struct.pack(">I", zlib.crc32(kind + content))
    )
