"""What each option may cost, given what is not known.

What the person changed or the plan confirmed counts as known. A term of the plan may be as in any
plan that has all that is known of it; a price may lie anywhere in the range its row states.
"""

from __future__ import annotations

from dataclasses import dataclass

from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import Comparison, Range
from carechoice.comparison.draws.simulation import least_and_most_usd, likely_usd


@dataclass(frozen=True, slots=True)
class Spread:
    """What the patient may pay, in dollars.

    ``drawn`` are the 10th, 50th and 90th percentile of the simulation. ``extremes`` are the least
    and the most of all that was tried, and the answer on the page between them.
    """

    drawn: Range
    extremes: Range


def spreads(comparison: Comparison) -> dict[Pathway, Spread]:
    """What each option may cost the patient, given what is not known."""
    scenario = comparison.scenario
    found: dict[Pathway, Spread] = {}
    for pathway, option in comparison.options.items():
        shown, here = option.patient_usd, option.patient_total_usd
        least, most = least_and_most_usd(scenario, pathway)
        _, middle, _ = likely_usd(scenario, pathway)
        found[pathway] = Spread(
            Range(shown.low, middle, shown.high), Range(min(least, here), here, max(most, here))
        )
    return found
