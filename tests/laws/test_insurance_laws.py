"""What must hold for any plan and any claims, in cents."""

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given
from hypothesis import strategies as st

from carechoice.insurance.engine import Claim, Plan, adjudicate

cents = st.integers(0, 300_000).map(lambda amount: amount / 100)
shares = st.integers(0, 100).map(lambda share: share / 100)
prices = st.lists(st.integers(1, 80_000).map(lambda amount: amount / 100), min_size=1, max_size=40)
terms = st.fixed_dictionaries(
    {
        "deductible": cents,
        "deductible_met": cents,
        "oop_max": st.none() | cents,
        "oop_met": cents,
        "copay": st.integers(0, 200),
        "coinsurance": shares,
        "deductible_applies": st.booleans(),
    }
)
RULE = ("copay", "coinsurance", "deductible_applies")


def plan(terms):
    rule = {name: terms[name] for name in RULE}
    network = {name: value for name, value in terms.items() if name not in RULE}
    return Plan.model_validate({"networks": {"in": {**network, "rules": {"*": rule}}}})


def bill(terms, prices):
    return adjudicate(plan(terms), [Claim("visit", price) for price in prices])


def brute_force(terms, prices):
    """The patient's cost in Decimal, written from the rules and not from the engine."""
    amounts = ("deductible", "deductible_met", "oop_max", "oop_met", "copay", "coinsurance")
    money = {name: Decimal(str(terms[name])) for name in amounts if terms[name] is not None}
    deductible_left = max(Decimal(0), money["deductible"] - money["deductible_met"])
    oop_left = (
        Decimal("Infinity")
        if terms["oop_max"] is None
        else max(Decimal(0), money["oop_max"] - money["oop_met"])
    )
    total = Decimal(0)
    for price in prices:
        rest = Decimal(str(price))
        first = min(rest, deductible_left) if terms["deductible_applies"] else Decimal(0)
        rest -= first
        copay = min(money["copay"], rest)
        rest -= copay
        share = (rest * money["coinsurance"]).quantize(Decimal("0.01"), ROUND_HALF_UP)
        paid = min(first + copay + share, oop_left)
        deductible_left -= min(first, paid)
        oop_left -= paid
        total += paid
    return float(total)


@given(terms, prices)
def test_the_engine_equals_an_independent_brute_force_to_the_cent(terms, prices):
    assert round(bill(terms, prices).totals["patient"], 2) == round(brute_force(terms, prices), 2)


@given(terms, prices)
def test_patient_and_plan_pay_the_allowed_amount_and_neither_pays_less_than_nothing(terms, prices):
    for claim in bill(terms, prices).claims:
        assert 0 <= claim.cost_share <= claim.allowed
        assert round(claim.cost_share + claim.plan_paid, 2) == claim.allowed
        assert round(claim.deductible + claim.copay + claim.coinsurance, 2) == claim.cost_share


@given(terms, prices)
def test_the_sum_stays_within_what_is_left_of_the_maximum(terms, prices):
    if terms["oop_max"] is not None:
        left = max(0, round(terms["oop_max"] - terms["oop_met"], 2))
        assert bill(terms, prices).totals["cost_share"] <= left + 1e-9


@given(terms, prices, st.sampled_from(["deductible", "oop_max", "coinsurance", "copay"]))
def test_worse_terms_never_lower_the_bill(terms, prices, worse):
    """To one cent a claim, which is what rounding can move."""
    if terms[worse] is None:
        return
    more = {
        **terms,
        worse: min(1, terms[worse] + 0.1) if worse == "coinsurance" else terms[worse] + 50,
    }
    higher, lower = bill(more, prices).patient, bill(terms, prices).patient
    assert higher >= lower - 0.01 * len(prices) - 1e-9


@given(terms, prices)
def test_one_more_visit_never_lowers_the_bill(terms, prices):
    assert bill(terms, prices).patient >= bill(terms, prices[:-1]).patient - 1e-9


@given(terms, prices)
def test_a_maximum_of_zero_gives_zero(terms, prices):
    assert bill({**terms, "oop_max": 0}, prices).patient == 0


@given(terms, prices)
def test_an_endless_deductible_gives_the_whole_price_up_to_the_maximum(terms, prices):
    endless = {**terms, "deductible": 10**9, "deductible_met": 0, "deductible_applies": True}
    left = float("inf") if terms["oop_max"] is None else max(0, terms["oop_max"] - terms["oop_met"])
    assert round(bill(endless, prices).patient, 2) == round(min(sum(prices), left), 2)


@given(terms, prices)
def test_all_amounts_times_three_give_three_times_the_bill_up_to_rounding(terms, prices):
    scaled = {
        name: value * 3
        if name not in ("coinsurance", "deductible_applies") and value is not None
        else value
        for name, value in terms.items()
    }
    difference = (
        bill(scaled, [price * 3 for price in prices]).patient - 3 * bill(terms, prices).patient
    )
    assert abs(difference) <= 0.02 * len(prices) + 1e-6


@given(terms, prices)
def test_without_insurance_nothing_accumulates(terms, prices):
    claims = [Claim("visit", price, network="self_pay") for price in prices]
    totals = adjudicate(Plan(self_pay=True), claims).totals
    assert totals["patient"] == round(sum(prices), 2)
    assert totals["cost_share"] == 0
