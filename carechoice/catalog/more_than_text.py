"""What a page would show as more than text: links, images, headings, lists and the like."""

from __future__ import annotations

import re

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
