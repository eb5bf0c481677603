"""The scripts of the early page, in its HTML, so that no failed download keeps them away."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256

from carechoice.ui import assets

EARLY = "early.js"
# For a page that another site shows in a frame.
FRAMED = "framed.js"


def script(file: str) -> str:
    """The text of one of them."""
    return assets.script(file).decode()


@cache
def sources() -> str:
    """How a content security policy names these scripts, and allows no others in the page."""
    hashes = (b64encode(sha256(script(file).encode()).digest()) for file in (EARLY, FRAMED))
    return " ".join(f"'sha256-{each.decode()}'" for each in hashes)
