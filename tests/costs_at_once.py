"""What an option costs the patient in many scenarios, billed at once as the product does it."""

from collections.abc import Sequence

import numpy as np

from carechoice.catalog.rows import Care
from carechoice.comparison.draws.costs import counts_by_period, patient_usd, phase_of
from carechoice.inputs.scenario import Scenario


def costs_usd(scenarios: Sequence[Scenario], care: Care) -> list[float]:
    """What the patient pays for one of the two options in each scenario, in dollars.

    All scenarios have the same ways of paying, and began with the same plan.
    """

    def values(field: str) -> np.ndarray:
        return np.array([scenario.value(field) for scenario in scenarios], dtype=float)

    apart = any(scenario.plan.deductible_carries_over for scenario in scenarios)
    by_period = [counts_by_period(each, care, last_months_apart=apart) for each in scenarios]
    phase = phase_of(by_period, care)
    return [round(float(cost), 2) for cost in patient_usd(values, scenarios[0], [phase])]
