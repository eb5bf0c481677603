"""The script of the early page, which stands in the HTML: what can fail to load saves nobody."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256

from carechoice.ui import assets


def script() -> str:
    """The script's text."""
    return assets.script("early.js").decode()


@cache
def source() -> str:
    """How a content policy lets this one script in."""
    return f"'sha256-{b64encode(sha256(script().encode()).digest()).decode()}'"
