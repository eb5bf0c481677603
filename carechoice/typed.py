"""Text a person typed, made harmless where it would be read as more than text."""

from __future__ import annotations

import re
from string import punctuation

# Markdown reads these only where they are not escaped. Dollar signs are left to ui/frame.plain,
# which every sentence goes through.
ESCAPED = re.compile(f"([{re.escape(punctuation.replace('$', ''))}])")
# The framework also looks for arrows, emoji codes and addresses in text that was escaped. An
# invisible character that joins words takes them apart.
JOINED = re.compile(r"([:@.<>~=-])")
JOINER = "\u2060"
# What markdown takes out of a text, ours and that of `for_markdown`; an escaped mark is met first.
MARKS = re.compile(rf"\\([{re.escape(punctuation)}])|\*\*|{JOINER}")
# A long word may break here; scripts that join their letters are left alone.
LONG_RUN = re.compile(r"([!-~\u00c0-\u024f]{12})(?=[!-~\u00c0-\u024f])")
BREAK = "\u200b"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def for_markdown(text: str) -> str:
    """The text as markdown that shows it as it was typed."""
    return ESCAPED.sub(r"\\\1", JOINED.sub(rf"{JOINER}\1", text))


def as_text(markdown: str) -> str:
    """A sentence as it is read: without its marks, what a person typed as it was typed."""
    return MARKS.sub(r"\1", markdown)


def for_narrow_column(text: str) -> str:
    """The same for a column of a table, where a long word may be broken."""
    return for_markdown(LONG_RUN.sub(rf"\1{BREAK}", text))


def for_chart(text: str) -> str:
    """The text as a chart's label, where a little HTML is read."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def for_csv(text: str) -> str:
    """The text as a cell that no spreadsheet runs as a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
