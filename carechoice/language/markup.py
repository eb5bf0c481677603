"""Text a person typed, made harmless where it would be read as more than text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import punctuation
from unicodedata import category

from carechoice.catalog.outside_text import BEGINS, ENDS, set_apart

# Of what comes from outside so much is shown: the start of each name, the first few names.
LONGEST_SHOWN = 40
MOST_NAMED = 5
CUT = "…"
# Stands for a sign without a shape, which could hide text, turn its direction or end a line.
NO_SHAPE = "\ufffd"
# Unicode's kinds of such signs: controls, formats, halves, signs for private use, ends of lines.
SHAPELESS = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
# These two are formats and hold letters together or apart, in emoji and in Persian.
JOINS_LETTERS = "\u200c\u200d"
# Markdown reads these only where they are not escaped. Dollar signs are left to ui/text.plain,
# which every sentence goes through.
ESCAPED = re.compile(f"([{re.escape(punctuation.replace('$', ''))}])")
# The framework also looks for arrows, emoji codes and addresses in text that was escaped. An
# invisible character that joins words takes them apart.
JOINED = re.compile(r"([:@.<>~=-])")
JOINER = "\u2060"
# A long word may break here; scripts that join their letters are left alone.
LONG_RUN = re.compile(r"([!-~\u00c0-\u024f]{12})(?=[!-~\u00c0-\u024f])")
BREAK = "\u200b"
# Where a name in a text is set apart; whoever shows the text sets the whole of it apart.
SET_APART = dict.fromkeys(map(ord, BEGINS + ENDS))
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def on_one_line(text: str) -> str:
    """The text with a space for each gap and a sign for each character without a shape."""
    return "".join(map(_shown, " ".join(text.translate(SET_APART).split())))


def cut_to_show(text: str) -> str:
    """The start of a text from outside, as plain text."""
    line = on_one_line(text[: 2 * LONGEST_SHOWN])
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]}{CUT}"


def name_from_outside(name: str) -> str:
    """A name of something from outside, in short, as markdown."""
    return for_markdown(cut_to_show(name) or NO_SHAPE)


def names_from_outside(names: Sequence[str]) -> str:
    """The first few of many such names."""
    return ", ".join(map(name_from_outside, names[:MOST_NAMED]))


def for_markdown(text: str) -> str:
    """The text as markdown that shows it as it was typed."""
    return set_apart(_escaped(on_one_line(text)))


def for_narrow_column(text: str) -> str:
    """A typed text for a column of a table, where a long word may be broken."""
    return set_apart(_escaped(_with_breaks(text)))


def for_chart(text: str) -> str:
    """The text as a chart's label, where a little HTML is read and a long word may be broken."""
    line = _with_breaks(text)
    return set_apart(line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def _with_breaks(text: str) -> str:
    return LONG_RUN.sub(rf"\1{BREAK}", on_one_line(text))


def for_csv(text: str) -> str:
    """The text as a cell that no spreadsheet runs as a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def _escaped(line: str) -> str:
    return ESCAPED.sub(r"\\\1", JOINED.sub(rf"{JOINER}\1", line))


def _shown(sign: str) -> str:
    is_shown = sign in JOINS_LETTERS or category(sign) not in SHAPELESS
    return sign if is_shown else NO_SHAPE
