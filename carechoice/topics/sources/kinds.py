"""All numbers and all sources by kind: the inputs with the person's values, then the data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Source, Sourced
from carechoice.inputs import evidence
from carechoice.inputs.evidence import EvidenceLine
from carechoice.inputs.scenario import Scenario
from carechoice.topics.sources import lines

# The group of a source that only rows without a heading of their own name.
OTHER = "figures"


class Kind(NamedTuple):
    """The table of the data that a kind of number is in, and what makes its lines."""

    table: str
    lines: Callable[[Scenario], list[EvidenceLine]]


def _for_any_scenario(
    lines: Callable[[], list[EvidenceLine]],
) -> Callable[[Scenario], list[EvidenceLine]]:
    return lambda _scenario: lines()


# In the order of the page, by the key of the heading.
KINDS: Mapping[str, Kind] = {
    "inputs": Kind("parameters", evidence.inputs),
    "prices": Kind("prices", _for_any_scenario(lines.prices)),
    "billing_codes": Kind("billing_codes", _for_any_scenario(lines.billing_codes)),
    "plans": Kind("plan_terms", _for_any_scenario(lines.plan_terms)),
    "real_plans": Kind("real_plans", _for_any_scenario(lines.real_plans)),
    "levels": Kind("levels", _for_any_scenario(lines.levels)),
    "services": Kind("services", _for_any_scenario(lines.services)),
    "features": Kind("features", _for_any_scenario(lines.features)),
    "topics": Kind("topics", _for_any_scenario(lines.topics)),
    "aspects": Kind("aspects", _for_any_scenario(lines.aspects)),
    "research": Kind("research", _for_any_scenario(lines.research)),
    "recourses": Kind("recourses", _for_any_scenario(lines.recourses)),
    "figures": Kind("figures", lambda _scenario: [*lines.figures(), *lines.fixed_lengths()]),
    "weeks": Kind("weeks", _for_any_scenario(lines.weeks)),
    "crisis": Kind("crisis", _for_any_scenario(lines.crisis)),
}


def all_lines(scenario: Scenario) -> Iterator[tuple[str, list[EvidenceLine]]]:
    """The lines of each kind, by its key, in the order of the page."""
    for key, kind in KINDS.items():
        yield key, kind.lines(scenario)


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
