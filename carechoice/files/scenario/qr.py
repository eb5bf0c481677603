"""A link as a QR code, for a screen, a sheet of paper and a slide."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from segno import QRCode

# Light squares around the code, which readers need.
QUIET_ZONE = 4
PIXELS_A_SQUARE = 4
PIXELS_A_SQUARE_ON_SLIDES = 5
# The most bytes that a code of the largest size holds with medium error correction: what is longer
# is still read with the least, up to what that holds.
MOST_BYTES_MEDIUM, MOST_BYTES = 2331, 2953
# A code on paper is as small as this, and larger where its squares would be smaller than what GS1
# asks for where phones are to read them, 0.396 mm.
LEAST_SIDE_MM, LEAST_SQUARE_MM = 36.0, 0.4


def fits_a_code(link: str) -> bool:
    """Whether a code of the largest size holds the link."""
    return len(link.encode()) <= MOST_BYTES


def qr_svg(link: str) -> str:
    """The code as an SVG picture, black on white in both themes."""
    return _code(link).svg_inline(scale=PIXELS_A_SQUARE, border=QUIET_ZONE, light="#fff")


class PrintedCode(NamedTuple):
    """A code as an SVG picture of any size, and how wide a phone needs it to be on paper."""

    svg: str
    side_mm: float


def qr_on_paper(link: str) -> PrintedCode:
    """The code for a sheet of paper."""
    code = _code(link)
    squares, _ = code.symbol_size(border=QUIET_ZONE)
    return PrintedCode(
        code.svg_inline(border=QUIET_ZONE, light="#fff", omitsize=True),
        max(LEAST_SIDE_MM, LEAST_SQUARE_MM * squares),
    )


def qr_on_slide(link: str) -> bytes:
    """The code as a PNG picture."""
    made = io.BytesIO()
    _code(link).save(made, kind="png", scale=PIXELS_A_SQUARE_ON_SLIDES, border=QUIET_ZONE)
    return made.getvalue()


def _code(link: str) -> QRCode:
    """Medium error correction, as paper is folded and stained."""
    import segno

    error = "m" if len(link.encode()) <= MOST_BYTES_MEDIUM else "l"
    return segno.make_qr(link, error=error, boost_error=False)
