"""A centre's text may have the markup that our text in its place has, and no other.

Sentences may hold marks that a page reads (markdown), such as a number to call.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from carechoice.catalog.outside_text import MORE_THAN_TEXT
from carechoice.catalog.rows import Record, Row
from carechoice.catalog.tables import KEYED, Catalog
from carechoice.catalog.words import Phrase, columns_of_words


def marked(data: Catalog, shipped: Catalog) -> Iterator[str]:
    """One sentence for each text in the data with more marks than ours has in its place."""
    ours = {**dict(_values(shipped)), **shipped.words}
    for key, (text, place) in {**dict(_values(data)), **data.words}.items():
        our_text = ours[key].text if key in ours else ""
        # Most texts are ours, and reading all of them again would make the start slow.
        more = None if text == our_text else _marks(text) - _marks(our_text)
        if more:
            yield (
                f"{place}: {next(iter(more))!r} would be more than text on a page. "
                "Write it in plain words."
            )


def _marks(text: str) -> Counter[str]:
    return Counter(found[0] for found in MORE_THAN_TEXT.finditer(text))


def _values(data: Catalog) -> Iterator[tuple[str, Phrase]]:
    """What else stands in tables as text, by table, row and column.

    Of the centre's own line, which is shown as typed, nothing.
    """
    for table in KEYED:
        rows: Mapping[str, Row] = getattr(data, table)
        for key, row in rows.items():
            yield from _of_row(table, key, row)
    for term in data.plan_terms:
        yield from _of_row("plan_terms", f"{term.plan} {term.field}", term)


def _of_row(table: str, key: str, row: Record) -> Iterator[tuple[str, Phrase]]:
    words = columns_of_words(type(row))
    for column, text in row.model_dump().items():
        if isinstance(text, str) and column not in words:
            place = f"{table}.csv, row {key!r}, column {column}"
            yield place, Phrase(text, place)
