"""How sure a value is: our start, an example plan's, the person's, read in a paper, confirmed."""

from __future__ import annotations

from typing import Literal

from carechoice.catalog.answers import Reading
from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import CentreTerm, PlanTerm
from carechoice.inputs.coverage import has_plan
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.stated_values import DEPENDS_ON, StatingRow, charged, stating_row
from carechoice.inputs.what_counts import is_set_by_law

Standing = Literal["start", "example", "centre", "yours", "read", "confirmed"]


def standing(field: str, scenario: Scenario) -> Standing:
    """Where the value of the input comes from."""
    answer = dict(scenario.origins.confirmed).get(field)
    if answer:
        return "read" if isinstance(answer, Reading) else "confirmed"
    row = stating(field, scenario)
    if row is None:
        return "yours"
    if isinstance(row, CentreTerm):
        return "centre"
    return "example" if isinstance(row, PlanTerm) else "start"


def stating(field: str, scenario: Scenario) -> StatingRow | None:
    """The row that states the value the input holds; None when the person or the plan gave it.

    A price without insurance may be the charge that they gave.
    """
    if field in scenario.given or _is_charge(field, scenario):
        return None
    return stating_row(field, {name: scenario.value(name) for name in DEPENDS_ON})


def is_known(field: str, scenario: Scenario) -> bool:
    """Whether the person or the plan says what the value is, or the law sets it."""
    return is_given(field, scenario) or is_set_by_law(field, scenario)


def is_assumed(field: str, scenario: Scenario) -> bool:
    """Whether the value is our start or an example plan's, and no term that the law sets."""
    return standing(field, scenario) in ("start", "example") and not is_known(field, scenario)


def is_given(field: str, scenario: Scenario) -> bool:
    """Whether the person or the plan gave the value, or an amount that there is only with it.

    Who gives a maximum says that there is one.
    """
    rows, given = catalog().parameters, scenario.given
    if field in given or rows[field].kind != "yes_no":
        return field in given
    needs = (need for each in given if rows[each].is_number for need in rows[each].needs)
    return any(need.field == field and need.holds(scenario.value) for need in needs)


def _is_charge(field: str, scenario: Scenario) -> bool:
    if field not in catalog().inputs.care_of_price:
        return False
    needed = (*DEPENDS_ON, *catalog().inputs.by_care("charge").values())
    return field in charged({name: scenario.value(name) for name in needed})


def usual_range(field: str, scenario: Scenario) -> tuple[float, float] | None:
    """The range the value may lie in: (low, high); None where it is known or no range is stated.

    What the person gave, or the plan or a paper of it said, counts as known, and so does what the
    centre states or the law sets. A term that real plans differ in may be as in any of them.
    """
    row = stating(field, scenario)
    if row is None or isinstance(row, CentreTerm):
        return None
    if field in catalog().real.part_of and field in unknown_terms(scenario):
        return catalog().real.ends(field, scenario.origins.filled_by)
    low, high = stated_range(field, row)
    return None if low is None or high is None else (low, high)


def stated_range(field: str, row: StatingRow) -> tuple[float | None, float | None]:
    """What a number that ``row`` states usually lies between: of a term, what real plans have."""
    if isinstance(row, PlanTerm | CentreTerm):
        return None, None
    is_amount_of_plans = field in catalog().real.part_of and catalog().parameters[field].is_number
    return catalog().real.ends(field) if is_amount_of_plans else (row.low, row.high)


def unknown_terms(scenario: Scenario) -> tuple[str, ...]:
    """The terms of the person's plan that real plans differ in and that nobody has told us.

    Those of an example plan that the law sets are known; who has no plan has no terms.
    """
    is_set = catalog().plans[scenario.origins.filled_by].set_by_law
    if is_set or not has_plan(scenario):
        return ()
    return tuple(
        field
        for field in catalog().real.part_of
        if not isinstance(stating(field, scenario), CentreTerm | None)
    )
