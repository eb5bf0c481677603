"""A link as a QR code."""

from __future__ import annotations

# Light squares around the code, which readers need.
QUIET_ZONE = 4
PIXELS_A_SQUARE = 3


def qr_svg(link: str) -> str:
    """The code as an SVG picture, black on white in both themes."""
    import segno

    # The least error correction: the code is long and shown whole, so larger squares help more.
    code = segno.make(link, error="l", boost_error=False, micro=False)
    return code.svg_inline(scale=PIXELS_A_SQUARE, border=QUIET_ZONE, light="#fff")
