"""The engine equals the brute force to the cent, whatever the plan and the claims."""

from datetime import date, timedelta

from brute_force import bill
from engine_as_dicts import by_the_engine
from hypothesis import given, settings
from hypothesis import strategies as st

FIRST_DAY, LAST_DAY = date(2026, 1, 1), date(2028, 12, 31)


# Random plans and claims. Prices and limits are of one size, so that limits bind often.

prices = st.sampled_from([0.01, 40, 99.99, 150]) | st.integers(0, 30_000).map(lambda c: c / 100)
limits = st.sampled_from([0, 80, 250]) | st.integers(5_000, 60_000).map(lambda c: c / 100)
small = st.sampled_from([0, 10, 25]) | st.integers(1, 6_000).map(lambda c: c / 100)
shares = st.sampled_from([0, 0.2, 0.335, 0.5, 1]) | st.integers(1, 99).map(lambda s: s / 100)


def terms(required=None, **fields):
    """Terms with all of the fields, or with some, so that defaults are tried as well."""
    required = required or {}
    return st.fixed_dictionaries({**required, **fields}) | st.fixed_dictionaries(
        required, optional=fields
    )


PLAIN = {
    "copay": small,
    "copay_per": st.sampled_from(["visit", "day", "unit"]),
    "coinsurance": shares,
    "deductible_applies": st.sampled_from([True, True, False]),
    "coinsurance_base": st.sampled_from(["remainder", "after_deductible", "allowed"]),
    "order": st.sampled_from(["deductible_first", "copay_first", "copay_in_deductible"]),
}
WITH_LIMIT = {
    **PLAIN,
    "visit_limit": st.none() | st.integers(1, 4),
    "limit_counts": st.sampled_from(["covered", "paid"]),
}
FIRST = {"first_visits": st.integers(1, 3), "first_terms": terms(**PLAIN)}
rules = terms(**PLAIN) | terms(**WITH_LIMIT) | terms(FIRST, **WITH_LIMIT)


def networks(other):
    """A network that may credit the other one."""
    return terms(
        {"rules": st.fixed_dictionaries({"*": rules}, optional={"therapy": rules, "iop": rules})},
        deductible=limits,
        deductible_met=small,
        oop_max=st.none() | limits,
        oop_met=small,
        coinsurance_cap=st.none() | small,
        carry_over_months=st.sampled_from([0, 1, 3, 14]),
        deductible_met_late=small,
        credits=st.sampled_from([[], [], [other]]),
    )


families = terms(
    deductible=st.none() | limits,
    deductible_met=small,
    oop_max=st.none() | limits,
    oop_met=small,
)
plans = terms(
    {"networks": st.fixed_dictionaries({"in": networks("oon"), "oon": networks("in")})},
    family=st.none() | families,
    plan_year_start=st.sampled_from(["01-01", "04-01", "07-01", "10-15"]),
    met_on=st.none() | st.dates(FIRST_DAY - timedelta(days=100), FIRST_DAY + timedelta(days=500)),
)
one_claim = terms(
    {"service": st.sampled_from(["therapy", "iop"]), "allowed": prices},
    network=st.sampled_from(["in", "in", "oon"]),
    billed=st.none() | prices,
    covered=st.sampled_from([True] * 5 + [False]),
    member=st.sampled_from(["1", "1", "2"]),
    units=st.integers(1, 3),
    penalty=small,
)


def days_of(plan):
    """Any day of three years; the days on which something ends are as likely as all others."""
    month, day = map(int, plan.get("plan_year_start", "01-01").split("-"))
    turn = st.sampled_from([date(2027, month, day), date(2028, month, day)])
    apart = st.sampled_from([-93, -92, -32, -31, -2, -1, 0, 1])
    near = st.builds(lambda start, days: start + timedelta(days=days), turn, apart)
    return near | st.dates(FIRST_DAY, LAST_DAY)


def claims_over_years(plan):
    dated = st.builds(lambda claim, day: {**claim, "date": day}, one_claim, days_of(plan))
    claims = st.lists(dated, min_size=6, max_size=16)
    return claims.map(lambda found: sorted(found, key=lambda claim: claim["date"]))


def as_course(claims, dated):
    """The claims as one person's, for one service, in one plan year: limits are reached."""
    days = [
        {"date": FIRST_DAY + timedelta(days=day)} if dated else {} for day in range(len(claims))
    ]
    own = {"service": "therapy", "member": "1"}
    return [{**claim, **own, **day} for claim, day in zip(claims, days, strict=True)]


over_years = plans.flatmap(lambda plan: st.tuples(st.just(plan), claims_over_years(plan)))
courses = st.builds(as_course, st.lists(one_claim, min_size=6, max_size=12), st.booleans())


@given(over_years)
@settings(max_examples=90)
def test_any_claims_of_a_family_cost_what_the_brute_force_says(plan_and_claims):
    assert by_the_engine(*plan_and_claims) == bill(*plan_and_claims)


@given(plans, courses)
@settings(max_examples=60)
def test_any_course_of_one_person_costs_what_the_brute_force_says(plan, claims):
    assert by_the_engine(plan, claims) == bill(plan, claims)


@given(plans, courses)
@settings(max_examples=10)
def test_any_course_without_insurance_costs_what_the_brute_force_says(plan, claims):
    without_insurance = {**plan, "self_pay": True}
    assert by_the_engine(without_insurance, claims) == bill(without_insurance, claims)
