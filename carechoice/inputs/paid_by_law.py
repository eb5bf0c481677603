"""Care out of the network of a plan whose terms the law sets, such as Original Medicare."""

from __future__ import annotations

from carechoice.catalog.rows import Care
from carechoice.inputs.coverage import is_claimed_back
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.what_counts import are_terms_set_by_law


def is_paid_as_in_network(scenario: Scenario, *cares: Care) -> bool:
    """Whether care out of network has the terms that the law sets for care in it.

    No source was found for what such a plan pays there, and it may be nothing. Nor was one for a
    part that a person gets back with a superbill.
    """
    return are_terms_set_by_law(scenario) and is_claimed_back(scenario, *cares)
