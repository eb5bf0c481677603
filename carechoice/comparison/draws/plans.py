"""Plans drawn from what real plans have, and which of them the person's may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf

import numpy as np
import numpy.typing as npt

from carechoice.catalog.in_use import catalog, remembered
from carechoice.catalog.real_plans import DEDUCTIBLE, MAXIMUM, RealPlanRow
from carechoice.inputs.coverage import WHOLE_SHARE_PERCENT
from carechoice.insurance.arrays import Amounts

SEED = 1

Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class DrawnPlans:
    """Many plans, as arrays of one entry a plan: which row each part is, and each term's value.

    Yes is 1 and no is 0.
    """

    rows: Mapping[str, Places]
    values: Mapping[str, Amounts]


@remembered()
def drawn_plans(count: int) -> DrawnPlans:
    """So many plans; the same call always draws the same. No deductible is above its maximum."""
    random = np.random.default_rng(SEED)
    # Some are no plans, so more are drawn than are kept.
    wanted = 2 * count
    rows: dict[str, Places] = {}
    values: dict[str, Amounts] = {}
    for part, variants in catalog().real.parts.items():
        rows[part] = _rows(variants, rows, evenly(random, wanted))
        for field in dict.fromkeys(term.field for term in variants[0].terms):
            values[field] = _values(variants, field, rows[part], evenly(random, wanted))
    kept = np.flatnonzero(_can_be(values))[:count]
    return DrawnPlans(
        {part: each[kept] for part, each in rows.items()},
        {field: each[kept] for field, each in values.items()},
    )


def evenly(random: np.random.Generator, count: int) -> Amounts:
    """Numbers between 0 and 1 in any order, one in each of as many equal parts."""
    strata = random.permutation(np.arange(count, dtype=np.float64))
    return (strata + random.random(count)) / count


def _rows(
    variants: tuple[RealPlanRow, ...], before: Mapping[str, Places], uniform: Amounts
) -> Places:
    """Which variant each plan has, by their weights among those that its other parts allow."""
    weights = np.array(
        [variant.weight * _allowed(variant, before, len(uniform)) for variant in variants],
        dtype=np.float64,
    )
    up_to = np.cumsum(weights, axis=0)
    return np.asarray((uniform * up_to[-1] >= up_to).sum(axis=0), dtype=np.intp)


def _allowed(variant: RealPlanRow, before: Mapping[str, Places], count: int) -> Flags:
    allowed = np.full(count, True)
    for condition in variant.within:
        keys = [row.key for row in catalog().real.parts[condition.field]]
        allowed &= np.isin(before[condition.field], [keys.index(key) for key in condition.values])
    return allowed


def _values(
    variants: tuple[RealPlanRow, ...], field: str, rows: Places, uniform: Amounts
) -> Amounts:
    terms = [next(term for term in variant.terms if term.field == field) for variant in variants]
    low, high = (
        np.array(ends)[rows] for ends in zip(*((t.low, t.high) for t in terms), strict=True)
    )
    return np.asarray(np.round(low + (high - low) * uniform, 2))


def fitting(plans: DrawnPlans, known: Mapping[str, float], plan: str) -> Places:
    """The drawn plans that the person's may be, by what is ``known`` of it and where they started.

    What no plan has beside all the rest, or none near it, rules none out: people's plans are rarer
    than ours.
    """
    fit = _all(plans.values)
    for flags in (_of_example(plans, plan), *_as_known(plans, known)):
        if np.any(fit & flags):
            fit = fit & flags
    return np.flatnonzero(fit)


def _of_example(plans: DrawnPlans, plan: str) -> Flags:
    flags = _all(plans.values)
    for part, variants in catalog().real.parts.items():
        own = [place for place, variant in enumerate(variants) if variant.plan == plan]
        if own:
            flags &= np.isin(plans.rows[part], own)
    return flags


def _as_known(plans: DrawnPlans, known: Mapping[str, float]) -> Iterator[Flags]:
    """For each term that is known: the plans of the variants nearest to it."""
    for field, value in known.items():
        whole = WHOLE_SHARE_PERCENT if catalog().parameters[field].unit == "percent" else inf
        terms = catalog().real.terms_of(field)
        distances = np.array([term.distance(value, whole=whole) for term in terms])
        nearest = np.isclose(distances, distances.min())
        yield nearest[plans.rows[catalog().real.part_of[field]]]
    yield _can_be({**plans.values, **known}) & _all(plans.values)


def _can_be(values: Mapping[str, Amounts | float]) -> Flags:
    """Whether the deductible is no higher than the most that is paid in a plan year."""
    return np.asarray(values[DEDUCTIBLE] <= values[MAXIMUM])


def _all(values: Mapping[str, Amounts]) -> Flags:
    return np.full(len(next(iter(values.values()))), True)
