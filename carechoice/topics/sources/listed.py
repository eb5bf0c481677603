"""The sources in groups, by the kind of number that rests on each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Source, Sourced

# What is told of a table's rows, in the order of the page, by the key of its heading.
TABLES: Mapping[str, str] = {
    "inputs": "parameters",
    "prices": "prices",
    "plans": "plan_terms",
    "real_plans": "real_plans",
    "levels": "levels",
    "services": "services",
    "features": "features",
    "topics": "topics",
    "aspects": "aspects",
    "research": "research",
    "recourses": "recourses",
    "figures": "figures",
    "weeks": "weeks",
    "crisis": "crisis",
}
# Where a source is listed that only rows without a heading of their own name.
OTHER = "figures"


def by_kind() -> dict[str, list[Source]]:
    """Every source once, below the first kind of number that rests on it; no kind without any."""
    left = dict(catalog().sources)
    groups = {
        kind: [left.pop(key) for key in _named(table) if key in left]
        for kind, table in TABLES.items()
    }
    groups[OTHER].extend(left.values())
    return {kind: sources for kind, sources in groups.items() if sources}


def _named(table: str) -> Iterator[str]:
    """The keys of the sources that a table's rows name, in their order."""
    held: Mapping[str, Sourced] | Iterable[Sourced] = getattr(catalog(), table)
    for row in held.values() if isinstance(held, Mapping) else held:
        yield from row.source
