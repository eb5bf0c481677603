"""Between which ends an input may lie, as far as the plan is known."""

from __future__ import annotations

from math import inf

import numpy as np

from carechoice.catalog.in_use import catalog
from carechoice.comparison.draws.not_known import Unknown, unknown
from carechoice.comparison.draws.plans import drawn_plans
from carechoice.comparison.draws.simulation import drawn_count, fitting_places
from carechoice.inputs.coverage import WHOLE_SHARE_PERCENT
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import usual_range

# The least and the most.
Ends = tuple[float, float]


def ends_of(field: str, scenario: Scenario) -> Ends | None:
    """The least and the most that an input may be; None where nobody knows between what.

    Of a term they are those of all real plans, as the person's may be a rare one. But a plan of the
    kind that is known may never lack the term, or never pay all: then its range ends before that.
    """
    between, open_ = usual_range(field, scenario), unknown(scenario)
    if field not in open_.terms or not between:
        return between
    low, high = between
    least, most = _ends_in(open_, field)
    whole = WHOLE_SHARE_PERCENT if catalog().parameters[field].unit == "percent" else inf
    return low or least, min(high, most) if high == whole else high


def is_alike_in_all(field: str, scenario: Scenario) -> bool:
    """Whether real plans of the kind that is known all answer a yes or no alike, or hardly differ.

    Those that have a copayment for therapy have no deductible before it.
    """
    if field not in catalog().real.part_of:
        return True
    low, high = _ends_in(unknown(scenario), field)
    return low == high


def _ends_in(open_: Unknown, field: str) -> Ends:
    """The least and the most of a term in the variants that the drawn plans have.

    Not of the draws themselves, which come close to the end of a variant and never reach it.
    """
    part = catalog().real.part_of[field]
    kept = fitting_places(open_.known, open_.plan, drawn_count())
    places = np.unique(drawn_plans(drawn_count()).rows[part][kept])
    variants = (catalog().real.parts[part][place] for place in places)
    terms = [term for variant in variants for term in variant.terms if term.field == field]
    return min(term.low for term in terms), max(term.high for term in terms)
