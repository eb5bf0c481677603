"""What the last screen says: what the numbers rest on most, and the way to all of them."""

from __future__ import annotations

from urllib.parse import urlencode

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import Comparison
from carechoice.comparison.side_by_side.features import trial
from carechoice.inputs import evidence
from carechoice.inputs.scenario import EXPLORE
from carechoice.language.everywhere import who_shows_it
from carechoice.language.sentences import say

# Told beside what every answer rests on.
PLAN_SHARE = "plan_pays_percent"


def numbers(comparison: Comparison) -> list[tuple[str, str, str]]:
    """(input, value, basis with sources) of what the presented numbers rest on most."""
    scenario = comparison.scenario
    fields = (*catalog().inputs.rested_on_most, PLAN_SHARE)
    return [_number(line) for line in evidence.inputs_named(fields, scenario)]


def _number(line: evidence.EvidenceLine) -> tuple[str, str, str]:
    basis = say(f"basis.{line.basis}")
    if line.basis == "yours" or not line.sources:
        # A person's own has those of the usual range, which no presentation shows; a centre's none.
        return line.label, line.value, basis
    return line.label, line.value, say("present.sources.basis", basis=basis, sources=line.links)


def all_sources(comparison: Comparison) -> str:
    """The way to the page that has every number of all screens with its source, as a link."""
    explored = comparison.scenario.but(mode=EXPLORE)
    query = urlencode(explored.to_short_query(), safe=":")
    return say("present.sources.all", query=query)


def last_words() -> list[str]:
    """What studies found, what the words for sources mean, and what the numbers are not."""
    return [trial(), say("sources.basis"), say("footer.estimate"), who_shows_it()]
