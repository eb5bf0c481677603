"""No text of the data is more than text: a page reads a few of the things that stand in markdown.

Sentences hold marks of ours, such as a number to call; a centre's own may hold those and no more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields

from carechoice.catalog.rows import Record
from carechoice.catalog.tables import Catalog

# Links and pictures, addresses that become links, HTML, code, colours, symbols, and what makes a
# line a heading, a list, a quote or a table; last, signs without a shape.
MORE_THAN_TEXT = re.compile(
    r"!?\[[^\]]*\]\s*[(\[:][^)\]]*[)\]]?"
    r"|(?:https?|ftp|mailto|tel|xmpp):\S*"
    r"|\bwww\.\S*"
    r"|\S+@\S+"
    r"|</?[a-z!?][^>]*>?"
    r"|`+"
    r"|:[a-z+-]+\[[^\]]*\]?"
    r"|:[a-z+-][a-z0-9_+/-]*:"
    r"|^\s*(?:#+\s|>|[-+*]\s|[0-9]+[.)]\s|\|)"
    r"|[\x00-\x1f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]",
    re.IGNORECASE,
)


def marked(data: Catalog, shipped: Catalog) -> Iterator[str]:
    """One sentence for each text in the data with more marks than ours has in its place."""
    for table in fields(Catalog):
        ours = _texts(getattr(shipped, table.name))
        for (row, column), text in _texts(getattr(data, table.name)).items():
            our_text = ours.get((row, column), "")
            # Most texts are ours, and reading all of them again would make the start slow.
            more = None if text == our_text else _marks(text) - _marks(our_text)
            if more:
                yield (
                    f"{table.name}.csv, row {row!r}, column {column}: {next(iter(more))!r} would "
                    "be more than text on a page. Write it in plain words."
                )


def _marks(text: str) -> Counter[str]:
    return Counter(found[0] for found in MORE_THAN_TEXT.finditer(text))


def _texts(table: object) -> dict[tuple[str, str], str]:
    """The texts of a file by row and column; of the centre's own line, shown as typed, none."""
    if isinstance(table, Mapping):
        rows: Mapping[str, Record] = table
    elif isinstance(table, tuple):
        rows = {f"{term.plan} {term.field}": term for term in table}
    else:
        return {}
    return {
        (key, column): text
        for key, row in rows.items()
        for column, text in row.model_dump().items()
        if isinstance(text, str)
    }
