"""Dollars that are written in words -> the same with the sign that our patterns know."""

from __future__ import annotations

import re

_AMOUNT = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6})(?:\.[0-9]{2})?"
_IN_WORDS = re.compile(
    rf"(?<![\w$.,-])(?:US ?\$|USD) ?(?P<after>{_AMOUNT})(?![\w.,]*[0-9])"
    rf"|(?<![\w$.,-])(?P<before>{_AMOUNT}) ?(?:US ?dollars|dollars|USD)\b",
    re.IGNORECASE | re.ASCII,
)


def with_signs(text: str) -> str:
    """The text with "$30" for "USD 30", "30 USD" and "30 dollars"."""
    return _IN_WORDS.sub(lambda found: f"${found['after'] or found['before']}", text)
