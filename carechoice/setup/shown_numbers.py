"""A number as its cell shows it: a cell's format can turn it into another amount.

A program keeps 80% as 0.8, and 400 euros, 400 an hour and 400 dollars as 400 with a format each.
"""

from __future__ import annotations

import re
from unicodedata import category

# The parts of a format: what it shows as it stands, which currency, what has no sign of its own.
_PARTS = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^]-]*)-?(?P<of>[^]]*)\]'
    r"|[_*].|\[[^]]*\]|(?P<plain>.)"
)
_DOLLARS = ("$", "US$", "USD")
# How programs call the places whose dollars are US dollars: English and Spanish there.
_IN_THE_US = ("", "409", "540A", "500A", "en-US", "es-US", "es-PR")
# The part of a format that stands for the number itself.
_OF_THE_NUMBER = re.compile(r"General|E[+-]|[-0#?.,/() @+]")
_IN_THOUSANDS = re.compile(r"[0#?],+(?![,0#?])")


def as_shown(value: float, form: str) -> str:
    """The number with what its cell's format shows beside it, as somebody would type it."""
    section = _first_section(form)
    if _is_percentage(section):
        return f"{value * 100:.10g}%"
    beside = _beside(section)
    if _IN_THOUSANDS.search(section):
        beside = f"(shown in thousands) {beside}".strip()
    return f"{value:.12g} {beside}".strip()


def _first_section(form: str) -> str:
    """What holds for numbers above 0: a format has other sections for others."""
    parts = []
    for part in _PARTS.finditer(form):
        if part["plain"] == ";":
            break
        parts.append(part[0])
    return "".join(parts)


def _is_percentage(section: str) -> bool:
    return any(part["plain"] == "%" for part in _PARTS.finditer(section))


def _beside(section: str) -> str:
    """Words and currencies that a format shows; US dollars are what the columns count in."""
    parts = list(_PARTS.finditer(section))
    plain = _OF_THE_NUMBER.sub("", "".join(part["plain"] or "" for part in parts))
    shown = "".join([*map(_as_it_stands, parts), plain]).strip()
    is_more = any(sign.isalpha() or category(sign) == "Sc" for sign in shown)
    return shown if is_more and shown not in _DOLLARS else ""


def _as_it_stands(part: re.Match[str]) -> str:
    is_foreign = part["currency"] == "$" and part["of"] not in _IN_THE_US
    if is_foreign:
        return "dollars of another country"
    return part["quoted"] or part["escaped"] or part["currency"] or ""
