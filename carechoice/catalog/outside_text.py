"""Text from outside: what a page would show as more than text, and names written right to left.

Without two signs around such a name, an amount that follows it would be shown in front of it
(Unicode Standard Annex #9, isolates).
"""

from __future__ import annotations

import re
from unicodedata import bidirectional

# Signs without a shape, and those that turn the direction of a text.
SHAPELESS = re.compile(r"[\x00-\x1f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
# Links and pictures, addresses that become links, HTML, code, colours, symbols, words struck out,
# and what makes a line a heading, a list, a quote or a table; last, signs without a shape.
MORE_THAN_TEXT = re.compile(
    r"!?\[[^\]]*\]\s*[(\[:][^)\]]*[)\]]?"
    r"|(?:https?|ftp|mailto|tel|xmpp):\S*"
    r"|\bwww\.\S*"
    r"|\S+@\S+"
    r"|</?[a-z!?][^>]*>?"
    r"|`+"
    r"|:[a-z+-]+\[[^\]]*\]?"
    r"|:[a-z+-][a-z0-9_+/-]*:"
    r"|(?<!\S):[a-z]+"
    r"|~+[^~]+~+"
    r"|^\s*(?:#+\s|>|[-+*]\s|[0-9]+[.)]\s|\|)"
    rf"|{SHAPELESS.pattern}",
    re.IGNORECASE,
)


BEGINS, ENDS = "\u2068", "\u2069"
# How Unicode calls letters and digits of Hebrew, Arabic and what is written like them.
_FROM_THE_RIGHT = ("R", "AL", "AN")


def set_apart(name: str) -> str:
    """The name, between the two signs where a part of it runs from right to left."""
    runs_left = any(bidirectional(sign) in _FROM_THE_RIGHT for sign in name)
    return f"{BEGINS}{name}{ENDS}" if runs_left else name
