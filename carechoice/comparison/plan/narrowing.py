"""Which answer of the plan would narrow the range most."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from carechoice.catalog.in_use import remembered
from carechoice.catalog.rows import CARES, Pathway
from carechoice.comparison.draws.not_known import Unknown, is_nothing_known, unknown
from carechoice.comparison.draws.simulation import (
    CACHED_SIMULATIONS,
    costs_in_draws,
    own_part,
    plans_drawn,
)
from carechoice.comparison.plan.nothing_paid import is_nothing_paid, nothing_paid
from carechoice.comparison.plan.questions import question
from carechoice.inputs.scenario import Scenario
from carechoice.insurance.arrays import Amounts
from carechoice.language.sentences import say

# The most groups of similar plans that the values of an amount divide the plans into.
GROUPS = 10


def narrows_most(scenario: Scenario) -> str:
    """The field of the plan's term that the costs depend on most; "" if they depend on none.

    Plans are parted by what they have for a term, into groups; where the mean costs of the groups
    lie farther apart, more is known once the term is.
    """
    apart = [_apart(*own_part(scenario, care)) for care in CARES]
    by_field = {
        field: sum(each.get(field, 0.0) for each in apart) for field in unknown(scenario).terms
    }
    first = max(by_field, key=by_field.__getitem__)
    return first if by_field[first] else ""


def asked_first(scenario: Scenario) -> str:
    """That term while any plan may be the person's; "" once something of it is known."""
    return narrows_most(scenario) if is_nothing_known(scenario) else ""


def over_all_plans(scenario: Scenario) -> str:
    """What ranges over all plans rest on, with what to ask first: what narrows them most."""
    first = narrows_most(scenario)
    if not first:
        return say("assumption.nothing_known.same")
    asked = question(first, scenario)
    if is_nothing_paid(scenario):
        return say("assumption.nothing_known.nothing_paid", question=asked)
    return " ".join([say("assumption.nothing_known", question=asked), *nothing_paid(scenario)])


@remembered(CACHED_SIMULATIONS)
def _apart(scenario: Scenario, pathway: Pathway, open_: Unknown) -> Mapping[str, float]:
    """How far each term of the plan parts the costs of an option."""
    costs = costs_in_draws(scenario, pathway, open_)
    return {
        field: _spread_of_means(_groups(field, open_.known, open_.plan), costs)
        for field in open_.terms
    }


@remembered(CACHED_SIMULATIONS)
def _groups(field: str, known: tuple[tuple[str, float], ...], plan: str) -> npt.NDArray[np.uint8]:
    """To which group by this term each plan belongs that the person's may be.

    Plans that are alike in it belong to one, and each is about as large.
    """
    values = plans_drawn(known, plan)[field]
    ends = np.unique(np.percentile(values, np.linspace(0, 100, GROUPS + 1)[1:-1]))
    return np.searchsorted(ends, values).astype(np.uint8)


def _spread_of_means(groups: npt.NDArray[np.uint8], costs: Amounts) -> float:
    """How far the mean costs of the groups lie from that of all, squared, by their sizes."""
    sizes = np.bincount(groups)
    sums = np.bincount(groups, weights=costs)
    means = sums / np.maximum(sizes, 1)
    return float(np.sum(sizes * (means - costs.mean()) ** 2))
