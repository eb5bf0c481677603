"""The sources in groups, by the kind of number that rests on each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Source, Sourced
from carechoice.topics.sources.kinds import KINDS

# The group of a source that only rows without a heading of their own name.
OTHER = "figures"


def by_kind() -> dict[str, list[Source]]:
    """Every source once, below the first kind of number that rests on it; no kind without any."""
    left = dict(catalog().sources)
    groups = {
        key: [left.pop(source) for source in _named(kind.table) if source in left]
        for key, kind in KINDS.items()
    }
    groups[OTHER].extend(left.values())
    return {key: sources for key, sources in groups.items() if sources}


def _named(table: str) -> Iterator[str]:
    """The keys of the sources that a table's rows name, in their order."""
    held: Mapping[str, Sourced] | Iterable[Sourced] = getattr(catalog(), table)
    for row in held.values() if isinstance(held, Mapping) else held:
        yield from row.source
