"""What an option costs if the plan covers its first visits only."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import floor

from carechoice.catalog.inputs import Role
from carechoice.catalog.rows import CARES, Pathway
from carechoice.comparison.compare import Comparison, Entry, Option, compare
from carechoice.comparison.ledger import entries_of
from carechoice.inputs.coverage import is_covered, may_stop_paying, owes_nothing
from carechoice.inputs.scenario import field_of

# The terms that say when a plan stops.
STOPS: tuple[Role, ...] = ("stops_after", "visit_limit")
# After which part of its visits the table and the sentence have a plan stop.
PARTS = {"none": 0.0, "quarter": 0.25, "half": 0.5, "most": 0.75, "all": 1.0}


def known_to_cover(comparison: Comparison, option: Option) -> int | None:
    """How many visits of an option the plan covers, where that is known and is not all of them.

    All are those of care that it covers.
    """
    may_be = _may_be_covered(comparison, option.pathway)
    covered = sum(not entry.not_covered_usd for entry in may_be)
    stops = any(may_stop_paying(option.scenario, phase.care) for phase in option.phases)
    return covered if stops and covered < len(may_be) else None


def _may_be_covered(comparison: Comparison, pathway: Pathway) -> list[Entry]:
    """The visits of care that the plan covers: of a pathway of two kinds of care maybe not all."""
    entries = entries_of(comparison, pathway)
    return [entry for entry in entries if is_covered(comparison.scenario, entry.care)]


def stopping_applies(comparison: Comparison) -> bool:
    """Whether a plan covers any visit, and the person knows of bills: not where nothing is owed."""
    is_free = owes_nothing(comparison.scenario)
    return not is_free and any(option.has_covered_care for option in comparison.options.values())


def if_it_stops_usd(comparison: Comparison, pathway: Pathway) -> list[float]:
    """What the patient pays in all, in dollars, if the plan covers the first 0, 1, 2 ... visits.

    Counted are the visits of care that it covers. What comes after is owed as billed, which in
    network is the price the plan allows. It counts toward no limit, so the visits before it cost
    what they cost anyway. What is known of when the plan stops is left out: it is one of these
    cases.
    """
    unlimited = covered_to_the_end(comparison)
    entries = _may_be_covered(unlimited, pathway)
    beside_usd = sum(
        entry.patient_usd
        for entry in entries_of(unlimited, pathway)
        if not is_covered(unlimited.scenario, entry.care)
    )
    before = accumulate((entry.patient_usd for entry in entries), initial=beside_usd)
    after = accumulate((entry.price_usd for entry in reversed(entries)), initial=0.0)
    return [round(paid + owed, 2) for paid, owed in zip(before, reversed(list(after)), strict=True)]


def covered_to_the_end(comparison: Comparison) -> Comparison:
    """The same care under a plan that stops nowhere."""
    scenario = comparison.scenario
    if not any(may_stop_paying(scenario, care) for care in CARES):
        return comparison
    unlimited = {field_of(role, care): 0 for role in STOPS for care in CARES}
    return compare(scenario.but(**unlimited))


def visits_covered(totals_usd: Sequence[float], part: str) -> int:
    """How many visits the plan covers where it stops after this part of them."""
    return floor(PARTS[part] * (len(totals_usd) - 1))
