"""What would narrow the range most: the answer of a plan that most of it hangs on."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from carechoice.comparison.compare import PATHWAYS
from carechoice.comparison.not_known import unknown
from carechoice.comparison.simulation import costs_in_draws
from carechoice.inputs.coverage import has_deductible
from carechoice.inputs.scenario import Scenario
from carechoice.insurance.arrays import Amounts
from carechoice.language.sentences import say

# Into so many groups of alike plans an amount parts them, at most.
GROUPS = 10


def narrows_most(scenario: Scenario) -> str:
    """The term of the plan, by its field, that the costs of both options hang on most.

    Plans are parted by what they have for a term, into groups; where the mean costs of the groups
    lie farther apart, more is known once the term is.
    """
    terms = unknown(scenario).terms
    apart = dict.fromkeys(terms, 0.0)
    for care in PATHWAYS:
        draws, costs = costs_in_draws(scenario, care)
        for field in terms:
            if field in draws.drawn:
                apart[field] += _spread_of_means(_groups(draws.drawn[field]), costs)
    return max(terms, key=apart.__getitem__)


def _groups(values: Amounts) -> npt.NDArray[np.intp]:
    """To which group each value belongs: alike ones to one, and each about as large."""
    ends = np.unique(np.percentile(values, np.linspace(0, 100, GROUPS + 1)[1:-1]))
    return np.searchsorted(ends, values)


def _spread_of_means(groups: npt.NDArray[np.intp], costs: Amounts) -> float:
    """How far the mean costs of the groups lie from that of all, squared, by their sizes."""
    sizes = np.bincount(groups)
    sums = np.bincount(groups, weights=costs)
    means = sums / np.maximum(sizes, 1)
    return float(np.sum(sizes * (means - costs.mean()) ** 2))


def question(field: str, scenario: Scenario) -> str:
    """What to ask the plan for a term or a price."""
    is_first = field == "plan_pays_percent" and not has_deductible(scenario)
    key = f"ask.{field}.first" if is_first else f"ask.{field}"
    return say(key, code=say(f"code.therapy.{scenario.therapy.session_minutes}"))
