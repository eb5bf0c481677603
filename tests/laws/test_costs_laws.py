"""The array form of an option's cost is the bill the model works out, to the cent."""

from datetime import date
from functools import cache

import numpy as np
import pytest
from costs_at_once import costs_usd
from hypothesis import given, settings
from hypothesis import strategies as st

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import PATHWAYS, compare, patient_usd_by_visit
from carechoice.comparison.draws.costs import billed_usd, visits_by_phase
from carechoice.comparison.draws.simulation import fields_needed
from carechoice.inputs.scenario import Scenario

TODAY = date(2026, 11, 23)


# How all care is paid, and therapy and the program where it is another way for them.
WAYS = (
    ("in", "as_plan", "as_plan"),
    ("oon", "as_plan", "as_plan"),
    ("self_pay", "as_plan", "as_plan"),
    ("in", "oon", "as_plan"),
    ("oon", "as_plan", "in"),
    ("in", "self_pay", "oon"),
)
# How the person came by a value, which no bill depends on, and what a plan fills in by itself.
NOT_DRAWN = {"confirmed", "said", "plan", "network", "therapy_network", "iop_network"}
DRAWN = sorted(catalog().parameters.keys() - NOT_DRAWN)


@cache
def values(field):
    """Texts of values an input may have, made once: they are drawn from thousands of times."""
    row = catalog().parameters[field]
    if row.kind == "yes_no":
        return st.sampled_from(["yes", "no"])
    if row.kind == "date":
        return st.dates(date(2026, 11, 23), date(2027, 12, 31)).map(str)
    if row.kind == "week":
        return st.sampled_from([week.fixed_hours for week in catalog().weeks.values()])
    if row.kind == "topics":
        return st.lists(st.sampled_from(sorted(catalog().topics)), max_size=3, unique=True).map(
            "|".join
        )
    if not row.is_number:
        return st.sampled_from(sorted(catalog().options(row.key)))
    minimum, maximum = row.bounds
    steps = round((maximum - minimum) / row.step)
    return st.integers(0, steps).map(lambda step: f"{minimum + step * row.step:g}")


@st.composite
def scenarios(draw, ways, begun_with=None):
    """Any scenario: every input is drawn, also those that this file has never heard of.

    ``begun_with``: the plan that each of several began with.
    """
    query = {field: draw(values(field)) for field in DRAWN}
    query |= {"filled_by": begun_with} if begun_with else {}
    of_each = dict(zip(("network", "therapy_network", "iop_network"), ways, strict=True))
    asked = {**query, "plan": "own", **of_each}
    reading = Scenario.from_query(asked, today=TODAY)
    assert reading.problems == ()
    return reading.scenario


@pytest.mark.parametrize("ways", WAYS)
@given(data=st.data())
@settings(max_examples=40)
def test_many_costs_at_once_are_each_scenarios_own_bill(ways, data):
    plan = data.draw(values("filled_by"))
    some = data.draw(st.lists(scenarios(ways, begun_with=plan), min_size=1, max_size=4))
    for care in PATHWAYS:
        alone = [round(sum(patient_usd_by_visit(each, care)), 2) for each in some]
        assert costs_usd(some, care) == alone


@pytest.mark.parametrize("ways", WAYS)
@given(data=st.data())
@settings(max_examples=20)
def test_what_is_billed_is_what_patient_and_plan_pay_together(ways, data):
    one = data.draw(scenarios(ways))
    for care in PATHWAYS:
        billed = billed_usd(
            lambda field: np.array([one.value(field)]), one, visits_by_phase(one, care)
        )
        assert round(float(billed.item()), 2) == compare(one).options[care].total_price_usd


@pytest.mark.parametrize("ways", WAYS)
@given(data=st.data())
@settings(max_examples=40)
def test_a_bill_depends_on_the_inputs_it_needs_and_on_no_other(ways, data):
    """What simulation() remembers by: what it leaves out moves no range, whatever input it is."""
    one, other = data.draw(scenarios(ways)), data.draw(scenarios(ways))
    for care in PATHWAYS:
        needed = {field: one.value(field) for field in fields_needed(care)}
        mixed = Scenario.holding({**other.to_values(), **needed})
        assert patient_usd_by_visit(mixed, care) == patient_usd_by_visit(one, care)
