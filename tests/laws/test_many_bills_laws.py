"""The array form equals the loop, to the cent, for any runs of claims it covers."""

from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from carechoice.insurance.arrays import Limits, PaidLimit, Run, Service, patient_total_usd
from carechoice.insurance.engine import Claim, Plan, adjudicate

FIRST_YEAR = 2027
cents = st.integers(0, 300_000).map(lambda amount: amount / 100)
limits = st.fixed_dictionaries(
    {
        "deductible": cents,
        "deductible_met": cents,
        "oop_max": st.none() | cents,
        "oop_met": cents,
        "deductible_met_late": cents,
        "carry_over_months": st.sampled_from([0, 0, 3]),
    }
)
rules = st.fixed_dictionaries(
    {
        "copay": st.just(0.0) | cents.map(lambda amount: amount / 10),
        "coinsurance": st.integers(0, 1000).map(lambda share: share / 1000),
        "deductible_applies": st.booleans(),
        "coinsurance_base": st.sampled_from(["after_deductible", "remainder"]),
        "visit_limit": st.none() | st.integers(0, 6),
        "limit_counts": st.just("paid"),
    }
)
penalties = st.just(0.0) | cents.map(lambda amount: amount / 20)
prices = st.just(0.0) | cents.map(lambda amount: amount / 3) | cents.map(lambda amount: amount / 30)


@st.composite
def many_scenarios(draw):
    """Scenarios as (limits, runs by plan year); a run is (claims, price, rule, penalty).

    All have as many runs in a plan year, of which the last is in its last three months. The first
    plan year, in which amounts were met, can be without claims.
    """
    runs_by_year = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
    count = draw(st.integers(1, 6))
    return [(draw(limits), _plan_years(draw, runs_by_year)) for _ in range(count)]


def _plan_years(draw, runs_by_year):
    return [
        [
            (draw(st.integers(0, 12)), draw(prices), draw(rules), draw(penalties))
            for _ in range(runs)
        ]
        for runs in runs_by_year
    ]


def by_the_loop(limits, years):
    """What the patient of one scenario pays, claim by claim."""
    rules, claims = {}, []
    for year, runs in enumerate(years):
        day = date(FIRST_YEAR + year, 1, 1)
        for number, (count, price, rule, penalty) in enumerate(runs):
            if number == len(runs) - 1:
                day = date(FIRST_YEAR + year, 10, 1)
            service = f"run {number} of year {year}"
            rules[service] = rule
            claims += [
                Claim(service, price, date=day + timedelta(each), penalty=penalty)
                for each in range(count)
            ]
            day += timedelta(count)
    plan = Plan.model_validate(
        {"networks": {"in": {**limits, "rules": rules}}, "met_on": date(FIRST_YEAR, 1, 1)}
    )
    return adjudicate(plan, claims).patient


def as_arrays(scenarios):
    """What the patients of all scenarios pay, at once."""
    amounts = {
        f"{name}_usd": np.array([each[name] or 0.0 for each, _ in scenarios])
        for name in ("deductible", "deductible_met", "oop_met", "deductible_met_late")
    }
    oop_max = [np.inf if each["oop_max"] is None else each["oop_max"] for each, _ in scenarios]
    # The same year of all scenarios, and in it the same run of all.
    same_years = zip(*(years for _, years in scenarios), strict=True)
    plan_years = [
        [run_of(same, number, is_late=same is runs[-1]) for number, same in enumerate(runs)]
        for runs in (list(zip(*year, strict=True)) for year in same_years)
    ]
    carries_over = np.array([each["carry_over_months"] > 0 for each, _ in scenarios])
    limits = Limits(**amounts, oop_max_usd=np.array(oop_max), carries_over=carries_over)
    return patient_total_usd(limits, plan_years)


def run_of(same_run, number, *, is_late):
    """One run of all scenarios as arrays."""
    claims, prices, rules, penalties = zip(*same_run, strict=True)
    service = Service(
        allowed_usd=np.array(prices),
        copay_usd=np.array([rule["copay"] for rule in rules]),
        coinsurance=np.array([rule["coinsurance"] for rule in rules]),
        share_of_rest=np.array([rule["coinsurance_base"] == "remainder" for rule in rules]),
        deductible_applies=np.array([rule["deductible_applies"] for rule in rules]),
        penalty_usd=np.array(penalties),
    )
    most = [np.inf if rule["visit_limit"] is None else rule["visit_limit"] for rule in rules]
    # Runs are of different services, so none shares its limit.
    limit = PaidLimit(f"run {number}", np.array(most))
    return Run(np.array(claims), service, is_late, limit)


@given(many_scenarios())
def test_the_bills_of_many_scenarios_equal_those_of_the_loop_to_the_cent(scenarios):
    found = [round(float(paid), 2) for paid in as_arrays(scenarios)]
    assert found == [by_the_loop(*scenario) for scenario in scenarios]


def test_thousands_of_scenarios_with_the_same_claims_have_the_same_bills():
    """18 visits of $130 with $300 of deductible left: 2 in full, $40 + 20% of $90, then $26. In the
    next plan year the $1,000 are due again: 7 in full, $90 + 20% of $40, then $26."""
    limits = {"deductible": 1000.0, "deductible_met": 700.0, "oop_max": None, "oop_met": 0.0,
              "deductible_met_late": 0.0, "carry_over_months": 0}  # fmt: skip
    rule = {"copay": 0.0, "coinsurance": 0.2, "coinsurance_base": "after_deductible",
            "deductible_applies": True, "visit_limit": None}  # fmt: skip
    one = (limits, [[(18, 130.0, rule, 0.0)], [(10, 130.0, rule, 0.0)]])
    many = 3_000
    in_all = 2 * 130 + 40 + 18 + 15 * 26 + 7 * 130 + 90 + 8 + 2 * 26
    assert as_arrays([one] * many).tolist() == [in_all] * many
