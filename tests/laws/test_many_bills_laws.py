"""The array form equals the loop, to the cent, for any terms it covers."""

from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from carechoice.insurance import Claim, Plan, adjudicate
from carechoice.many_bills import ManyTerms, patient_usd

NEW_YEAR = date(2027, 1, 1)
cents = st.integers(0, 300_000).map(lambda amount: amount / 100)
terms = st.fixed_dictionaries(
    {
        "deductible": cents,
        "deductible_met": cents,
        "oop_max": st.none() | cents,
        "oop_met": cents,
        "copay": cents.map(lambda amount: amount / 10),
        "coinsurance": st.integers(0, 1000).map(lambda share: share / 1000),
        "deductible_applies": st.booleans(),
    }
)
# Prices of the claims before and after January 1.
courses = st.tuples(
    st.lists(cents.map(lambda amount: amount / 3), max_size=20),
    st.lists(cents.map(lambda amount: amount / 3), max_size=20),
)
RULE = ("copay", "coinsurance", "deductible_applies")


def by_the_loop(terms, course):
    """What the patient pays for each claim, one scenario after the other."""
    rule = {name: terms[name] for name in RULE}
    network = {name: value for name, value in terms.items() if name not in RULE}
    plan = Plan.model_validate({"networks": {"in": {**network, "rules": {"*": rule}}}})
    before, after = course
    start = NEW_YEAR - timedelta(days=len(before))
    claims = [
        Claim("visit", price, date=start + timedelta(days=day))
        for day, price in enumerate([*before, *after])
    ]
    return [claim.patient for claim in adjudicate(plan, claims).claims]


def as_arrays(scenarios):
    """The same for all of them at once."""
    longest = max(len(before) + len(after) for _, (before, after) in scenarios)
    allowed = np.zeros((len(scenarios), longest))
    year = np.zeros((len(scenarios), longest), dtype=np.int64)
    for row, (_, (before, after)) in enumerate(scenarios):
        allowed[row, : len(before) + len(after)] = [*before, *after]
        # Without a claim before it, January 1 starts no second plan year.
        year[row, len(before) :] = bool(before)
    columns = {
        f"{name}_usd": np.array([terms[name] or 0.0 for terms, _ in scenarios])
        for name in ("deductible", "deductible_met", "oop_met", "copay")
    }
    oop_max = [np.inf if terms["oop_max"] is None else terms["oop_max"] for terms, _ in scenarios]
    many = ManyTerms(
        **columns,
        oop_max_usd=np.array(oop_max),
        coinsurance=np.array([terms["coinsurance"] for terms, _ in scenarios]),
        deductible_applies=np.array([terms["deductible_applies"] for terms, _ in scenarios]),
    )
    return patient_usd(many, allowed, year)


@given(st.lists(st.tuples(terms, courses), min_size=1, max_size=8))
def test_the_bills_of_many_scenarios_equal_those_of_the_loop_to_the_cent(scenarios):
    found = as_arrays(scenarios)
    for row, (terms, course) in enumerate(scenarios):
        expected = by_the_loop(terms, course)
        assert [round(paid, 2) for paid in found[row, : len(expected)]] == expected


def test_thousands_of_scenarios_with_the_same_claims_have_the_same_bills():
    """18 visits of $130 with $300 of deductible left: 2 in full, $40 + 20% of $90, then $26."""
    one = {
        "deductible": 1000.0,
        "deductible_met": 700.0,
        "oop_max": None,
        "oop_met": 0.0,
        "copay": 0.0,
        "coinsurance": 0.2,
        "deductible_applies": True,
    }
    many = 3_000
    found = as_arrays([(one, ([130.0] * 18, []))] * many)
    assert found.sum(axis=1).tolist() == [130 + 130 + 40 + 18 + 15 * 26] * many
