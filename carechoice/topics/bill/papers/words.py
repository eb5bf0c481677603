"""What was read in a paper, in words: what it is, each value, and the words it was read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carechoice.catalog.answers import Document
from carechoice.catalog.in_use import catalog
from carechoice.documents.paper import Found
from carechoice.inputs.answer_words import quoted_text
from carechoice.inputs.value_text import value_text
from carechoice.language.markup import MOST_NAMED
from carechoice.language.sentences import say


def kind_text(document: Document) -> str:
    """What the paper is, as the heading above what was read in it."""
    return say(f"papers.is.{document}")


def found_text(found: Found) -> str:
    """An input with the value that was read for it."""
    row = catalog().parameters[found.field]
    return say("share.pair", label=row.label, value=value_text(row, found.value))


def values_text(values: Sequence[Found], document: Document | None) -> Iterator[str]:
    """The first few of several values for one input, each with its words, and how many more."""
    for each in values[:MOST_NAMED]:
        yield f"{found_text(each)} {quoted_text(each, document)}"
    if len(values) > MOST_NAMED:
        yield say("papers.more_values", n=len(values) - MOST_NAMED)
