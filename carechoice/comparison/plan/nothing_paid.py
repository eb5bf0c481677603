"""Nothing counts as paid toward a plan's limits until somebody says what was paid."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from carechoice.catalog.in_use import catalog, remembered
from carechoice.catalog.rows import CARES, Care
from carechoice.comparison.draws.not_known import CACHED_SCENARIOS
from carechoice.inputs.scenario import Scenario, field_of
from carechoice.inputs.standing import unknown_terms
from carechoice.inputs.value_text import label_in_sentence
from carechoice.inputs.what_counts import may_be_in_use
from carechoice.language.formats import in_a_row
from carechoice.language.sentences import say

Limit = Literal["deductible", "maximum"]


def nothing_paid(scenario: Scenario) -> list[str]:
    """The limits toward which nothing counts, in a sentence; none where all is known or none is."""
    limits = [label_in_sentence(limit) for limit in _not_said(scenario)]
    return [say("paid.nothing", limits=in_a_row(limits))] if limits else []


def nothing_paid_in_short(scenario: Scenario) -> list[str]:
    """The limits toward which nothing counts, in a sentence that names them only if not all."""
    if is_nothing_paid(scenario):
        return [say("paid.nothing.short")]
    return nothing_paid(scenario)


def is_nothing_paid(scenario: Scenario) -> bool:
    """Whether a plan has limits and nobody said of any of them what was paid toward it."""
    limits = _limits_by_amount(scenario).values()
    return bool(limits) and [*limits] == _not_said(scenario)


def limits_that_may_count(scenario: Scenario, cares: Collection[Care]) -> frozenset[Limit]:
    """The limits that what these kinds of care cost can depend on: deductible, maximum or both."""
    rows = catalog().parameters
    all_other = [field_of("not_covered", care) for care in CARES if care not in cares]
    alone = scenario.but(**dict.fromkeys(all_other, True))
    roles = (rows[limit].role for limit in _limits_by_amount(alone).values())
    return frozenset("deductible" if "deductible" in role else "maximum" for role in roles)


def _not_said(scenario: Scenario) -> list[str]:
    """The limits of which nobody said what was paid toward them."""
    limits = _limits_by_amount(scenario)
    return [limit for field, limit in limits.items() if field not in scenario.given]


@remembered(CACHED_SCENARIOS)
def _limits_by_amount(scenario: Scenario) -> dict[str, str]:
    """Each amount paid that the bill can depend on, with the limit that it counts toward."""
    rows, paid_toward = catalog().parameters, catalog().inputs.paid_toward
    amounts = [
        field
        for field, limit in paid_toward.items()
        if rows[field].unit == "usd" and limit not in paid_toward
    ]
    counting = may_be_in_use((*unknown_terms(scenario), *amounts), scenario)
    return {field: paid_toward[field] for field in amounts if field in counting}
