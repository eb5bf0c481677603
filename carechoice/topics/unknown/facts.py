"""What is not known, and how much it matters: ranges, and a simulation.

What the person changed or the plan confirmed counts as known. The rest may lie anywhere in the
range its row states.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import Comparison, Range
from carechoice.inputs.coverage import is_in_use
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import usual_range
from carechoice.topics.unknown.simulation import simulation
from carechoice.topics.unknown.swing import Swing
from carechoice.topics.unknown.swings import swings

# Of 100 draws, 10 lie below the low end and 10 above the high end.
PERCENTILES = (10, 50, 90)


@dataclass(frozen=True, slots=True)
class Spread:
    """What the patient may pay, in dollars.

    ``drawn`` are the 10th, 50th and 90th percentile of the simulation. ``extremes`` are the least
    and the most of all that was tried, and the answer on the page between them.
    """

    drawn: Range
    extremes: Range


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is not known about a comparison, and how much it matters."""

    spreads: Mapping[Pathway, Spread]
    swings: tuple[Swing, ...]


def outlook(comparison: Comparison) -> Outlook:
    """Look at everything that is not known."""
    return Outlook(spreads(comparison), tuple(swings(comparison.scenario)))


def spreads(comparison: Comparison) -> dict[Pathway, Spread]:
    """What each option may cost the patient, given what is not known."""
    scenario = comparison.scenario
    ranges = _ranges(scenario)
    found: dict[Pathway, Spread] = {}
    for pathway, option in comparison.options.items():
        likely = option.patient_usd.likely
        simulated = simulation(scenario, pathway, ranges, PERCENTILES)
        extremes = Range(min(simulated.least, likely), likely, max(simulated.most, likely))
        found[pathway] = Spread(Range(*simulated.percentiles), extremes)
    return found


def unknown_fields(scenario: Scenario) -> tuple[str, ...]:
    """The inputs the simulation draws for this scenario."""
    return tuple(_ranges(scenario))


def _ranges(scenario: Scenario) -> dict[str, tuple[float, float]]:
    found = {}
    for field in catalog().inputs.drawn:
        between = usual_range(field, scenario)
        if between and between[0] < between[1] and is_in_use(field, scenario):
            found[field] = between
    return found
