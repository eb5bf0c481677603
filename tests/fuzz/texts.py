"""Names and values as somebody might send them: ours, at their bounds and beyond, and noise."""

from __future__ import annotations

from random import Random
from urllib.parse import quote, quote_plus

from outside_text import PAYLOADS

from carechoice.catalog.load import shipped
from carechoice.catalog.rows import Parameter
from carechoice.inputs.scenario import FIELDS

# In every text that is made up here, so that it is found wherever it gets to.
MARK = "zqxjv"
CATALOG = shipped()
ROWS = CATALOG.parameters
SHORT_NAMES = sorted(row.link_name for row in ROWS.values() if row.link_name)
OTHER_NAMES = ("data", "made", "d", "m", "said", "today", "screen", "page", "was", "amp;iop_weeks")
NUMBERS = (
    *("0", "-0", "1", "-1", "0.1", "1e9", "1e400", "-1e400", "NaN", "Infinity", "-inf", "0x1F"),
    *("1_000", "1,000", "١٢", "²", "1.", ".5", "00012", "9" * 400, "1" + "0" * 5000, "true"),
)
ODD = (
    *("", " ", "\x00", "\x00" * 50, "\r\n\r\nSet-Cookie: a=b", "%", "%%%", "%zz", "%C0%AF", "%00"),
    *("../../../../etc/passwd", "..\\..\\", "//", "{{7*7}}", "${jndi:ldap://x}", "' OR 1=1 --"),
    *("\ud800", "\udfff\ud800", "\ufffe\uffff", "ﷺ" * 40, "a\u0301" * 400, "\U0010ffff"),
    *("mon:00-24", "mon-sun:00-24|", "mon:99-01", "2026-02-30", "9999-12-31", "0000-00-00"),
)
MONTHS = ("2026-11-23", "2027-01-04", "1900-01-01", "9999-12-31", "2026-13-01")


def name(chance: Random) -> str:
    """The name of an input, another that an address has, or one that nothing has."""
    kind = chance.random()
    if kind < 0.7:
        return chance.choice(FIELDS)
    if kind < 0.85:
        return chance.choice((*SHORT_NAMES, *OTHER_NAMES))
    return marked(chance)


def value(chance: Random, field: str = "") -> str:
    """A value that the input may have, one at or past its bounds, or none at all."""
    row = ROWS.get(field)
    kind = chance.random()
    if row is not None and kind < 0.4:
        return _ours(chance, row)
    if kind < 0.55:
        return chance.choice(NUMBERS)
    if kind < 0.65:
        return chance.choice(MONTHS)
    if kind < 0.8:
        return chance.choice(ODD)
    return marked(chance)


def marked(chance: Random) -> str:
    """A text with the mark in it."""
    kind = chance.random()
    if kind < 0.5:
        return f"{MARK}{chance.randrange(10**6)}"
    if kind < 0.75:
        return f"{MARK} {chance.choice([*PAYLOADS])} {MARK}"
    if kind < 0.9:
        return f"{MARK}{chance.choice(ODD)}{MARK}"
    return (MARK + chr(chance.choice((65, 0xE9, 0x4E00, 0x1F600)))) * chance.choice((9, 99, 2000))


def pairs(chance: Random) -> list[tuple[str, str]]:
    """Parameters, mostly few of them."""
    count = chance.choice((0, 1, 1, 2, 3, 5, 8, 40, 150, 230))
    names = [name(chance) for _ in range(count)]
    return [(each, value(chance, each)) for each in names]


def query(chance: Random) -> str:
    """What stands behind the question mark: parameters, spelled well or not, or noise."""
    kind = chance.random()
    if kind < 0.08:
        return _noise(chance)
    joined = chance.choice(("&", "&", "&", "&amp;", ";", "&&"))
    spell = chance.choice((quote_plus, quote, _half_spelled))
    return joined.join(
        spell(_as_bytes(each)) + chance.choice(("=", "=", "=", "==", "")) + spell(_as_bytes(text))
        for each, text in pairs(chance)
    )


def _as_bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _half_spelled(text: bytes) -> str:
    """As programs write it that leave most signs as they are: only what ends the line is not."""
    return "".join(chr(each) if 0x23 < each < 0x7F else f"%{each:02X}" for each in text)


def _noise(chance: Random) -> str:
    return MARK + "".join(chr(chance.randrange(0x21, 0x7F)) for _ in range(chance.choice((5, 300))))


def _ours(chance: Random, row: Parameter) -> str:
    if options := CATALOG.options(row.key):
        return chance.choice([*options])
    try:
        bound = float(chance.choice((row.minimum, row.maximum, row.default)))
    except ValueError:
        return chance.choice((row.minimum, row.maximum, row.default))
    return f"{bound + chance.choice((0, 0, 1, -1)) * row.step:g}"
