"""The range holds what it says: of 100 true plans, 80 have a true cost within it.

The true plans are drawn here by code of this file's own, from the rows of real_plans.csv and of the
price lists, one plan at a time. A true cost is that of the whole model.
"""

from functools import cache
from itertools import pairwise
from random import Random
from statistics import mean

import numpy as np
import pytest
from by_night import IS_NIGHT
from scenarios import scenario

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import PATHWAYS, patient_usd_by_visit
from carechoice.comparison.draws.simulation import costs_in_draws, likely_usd, own_part

# So many by day that chance moves the share by 2 in 100; the bounds leave it 5.
TRUE_PLANS = 1000 if IS_NIGHT else 400
LEAST, MOST = 0.75, 0.85
OUTSIDE, TO_BE_HELD = 0.1, 0.8
# The fewer plans there are of a kind, the less even are the prices drawn beside them.
UNEVEN = 1.01
CENT = 0.01
# What a person learns, in the order of a call to the plan: one thing after the other.
ANSWERS = (
    (),
    ("deductible_usd",),
    ("therapy_deductible_applies", "therapy_copay_usd"),
    ("iop_deductible_applies", "iop_copay_per_day_usd"),
    ("plan_pays_percent",),
    ("oop_max_usd",),
    ("iop_price_per_day_usd",),
)


def plan_by(random):
    """One plan: of each part a row by its weight among those that fit, each value evenly."""
    while True:
        rows, values = {}, {}
        for row in catalog().real_plans.values():
            rows.setdefault(row.part, [])
            rows[row.part].append(row)
        chosen = {}
        for part, ways in rows.items():
            fitting = [
                way for way in ways if all(chosen[each.field] in each.values for each in way.within)
            ]
            (way,) = random.choices(fitting, [way.weight for way in fitting])
            chosen[part] = way.key
            for term in way.terms:
                values[term.field] = round(random.uniform(term.low, term.high), 2)
        if values["deductible_usd"] <= values["oop_max_usd"]:
            return values


def written(field, value):
    if catalog().parameters[field].kind == "yes_no":
        return "yes" if value else "no"
    return f"{value:g}" if value == int(value) else f"{value:.2f}"


@cache
def true_plans():
    """The inputs of each true plan with its prices, and what each option truly costs."""
    random, found = Random(17), []
    for _ in range(TRUE_PLANS):
        values = plan_by(random)
        for care, field in (("therapy", "therapy_price_usd"), ("iop", "iop_price_per_day_usd")):
            row = catalog().price("negotiated", care, 60)
            values[field] = round(random.triangular(row.low, row.high, row.typical), 2)
        inputs = {field: written(field, value) for field, value in values.items()}
        truth = scenario(**inputs)
        costs = {care: sum(patient_usd_by_visit(truth, care)) for care in PATHWAYS}
        found.append((inputs, costs))
    return found


@cache
def shown(known, care):
    """(held, width) of the range that is shown for each true plan; its cost is held from 0 to 1.

    Many plans can share a cost that is an end of the range. Of those the part is held that leaves
    ten in a hundred below and above, so that nothing hangs on which side of an end a cost lies.
    """
    found = []
    for inputs, costs in true_plans():
        asked = scenario(**{field: inputs[field] for field in known})
        low, _, high = likely_usd(asked, care)
        drawn = costs_in_draws(*own_part(asked, care))
        found.append((held(costs[care], low, high, drawn), high - low))
    return found


def held(cost, low, high, drawn):
    if high - low < CENT:
        return TO_BE_HELD if abs(cost - low) < CENT else 0
    if abs(cost - low) < CENT:
        return part_within(np.mean(drawn < low - CENT / 2), np.mean(drawn < low + CENT / 2))
    if abs(cost - high) < CENT:
        return part_within(np.mean(drawn > high + CENT / 2), np.mean(drawn > high - CENT / 2))
    return float(low < cost < high)


def part_within(beyond, with_end):
    """Which part of those at an end is within, if ten in a hundred are to be outside of it."""
    return (with_end - OUTSIDE) / (with_end - beyond) if with_end > beyond else 1


def known_after(answers):
    return tuple(field for answer in ANSWERS[: answers + 1] for field in answer)


@pytest.mark.parametrize("care", PATHWAYS)
@pytest.mark.parametrize("answers", range(len(ANSWERS)))
def test_the_true_cost_lies_in_the_range_for_eight_in_ten(answers, care):
    """Where all is known the range is the cost itself, which is held by every one."""
    share = mean(part for part, _ in shown(known_after(answers), care))
    assert LEAST <= share <= MOST


@pytest.mark.parametrize("care", PATHWAYS)
def test_each_answer_makes_the_range_narrower_on_average(care):
    widths = [
        mean(width for _, width in shown(known_after(answers), care))
        for answers in range(len(ANSWERS))
    ]
    assert all(later <= UNEVEN * before for before, later in pairwise(widths))
    assert widths[-1] < widths[0] / 10
