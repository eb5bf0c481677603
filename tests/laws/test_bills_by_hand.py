"""Bills worked by hand: the engine and the brute force both give their figures."""

from datetime import date

import pytest
from brute_force import bill
from engine_as_dicts import by_the_engine

# Worked by hand. Both must give the figures.


def owed(plan, claims, part="patient"):
    """A part of each claim, the same from the engine and from the brute force."""
    expected = bill(plan, claims)
    assert by_the_engine(plan, claims) == expected
    return [float(each[part]) for each in expected]


def in_network(rule, **terms):
    return {"networks": {"in": {"rules": {"*": rule}, **terms}}}


def visit(allowed, **fields):
    return {"service": "therapy", "allowed": allowed, **fields}


@pytest.mark.parametrize("per", ["unit", "day"])
def test_a_copay_per_unit_or_day_is_asked_for_each_of_them(per):
    plan = in_network({"copay": 15, "copay_per": per})
    # 3 x 15; 1 x 15; 3 x 15 is more than the price of 40.
    assert owed(plan, [visit(200, units=3), visit(200), visit(40, units=3)]) == [45, 15, 40]


def test_a_copay_per_visit_is_asked_once_whatever_the_units():
    assert owed(in_network({"copay": 15}), [visit(200, units=3)]) == [15]


FIRST_TWO_FREE = {
    "copay": 30,
    "deductible_applies": False,
    "first_visits": 2,
    "first_terms": {"deductible_applies": False},
}


def test_the_first_visits_of_each_plan_year_have_terms_of_their_own():
    days = [date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16), date(2027, 1, 4)]
    claims = [visit(130, date=day) for day in days]
    # Two visits are free, the third costs the copay; in the new year it is the first again.
    assert owed(in_network(FIRST_TWO_FREE), claims) == [0, 0, 30, 0]


def test_a_denied_visit_and_another_service_use_up_none_of_the_first_visits():
    claims = [visit(130, covered=False), {"service": "iop", "allowed": 255}, visit(130), visit(130)]
    # The denied visit is owed in full; both services still have two free visits.
    assert owed(in_network(FIRST_TWO_FREE), claims) == [130, 0, 0, 0]


def test_first_visits_stay_within_the_visit_limit():
    # The limit of one is reached before the free visits are used up.
    plan = in_network({**FIRST_TWO_FREE, "visit_limit": 1})
    assert owed(plan, [visit(130), visit(130)]) == [0, 130]


@pytest.mark.parametrize(
    ("counts", "patient"),
    [
        # Visits 1 and 2 go to the deductible of 200 and count: 3 to 5 are owed in full.
        ("covered", [100, 100, 100, 100, 100]),
        # They do not count: the plan pays for 3 and 4, at 20 % each; 5 is owed in full.
        ("paid", [100, 100, 20, 20, 100]),
    ],
)
def test_visits_that_went_to_the_deductible_count_only_where_covered_visits_do(counts, patient):
    rule = {"coinsurance": 0.2, "visit_limit": 2, "limit_counts": counts}
    assert owed(in_network(rule, deductible=200), [visit(100)] * 5) == patient


def test_what_went_to_the_deductible_in_the_last_months_counts_next_year_as_well():
    plan = in_network({}, deductible=500, deductible_met=100, carry_over_months=3)
    claims = [
        visit(120, date=date(2026, 9, 30)),  # one day before the last three months
        visit(150, date=date(2026, 10, 1)),
        visit(900, date=date(2027, 1, 4)),
        visit(900, date=date(2028, 1, 4)),
    ]
    # 120 and 150 of the 400 left; next year 500 - 150, not less the 100 met; then 500 again,
    # because nothing was paid in the last three months of 2027.
    assert owed(plan, claims, "deductible") == [120, 150, 350, 500]


def test_what_was_carried_over_is_not_carried_over_again():
    plan = in_network({}, deductible=500, carry_over_months=3)
    days = [date(2026, 12, 1), date(2027, 12, 1), date(2028, 1, 3)]
    # 400; 500 - 400 = 100; 500 - the 100 paid in 2027.
    assert owed(plan, [visit(400, date=days[0]), *(visit(900, date=day) for day in days[1:])]) == [
        400,
        100,
        400,
    ]


def test_what_was_met_in_the_last_months_counts_next_year_as_well():
    plan = in_network(
        {}, deductible=500, deductible_met=300, deductible_met_late=120, carry_over_months=3
    )
    met_on = {**plan, "met_on": date(2026, 11, 2)}
    # 200 left in 2026, of which 50 are paid in November; then 500 - 120 - 50.
    days = [visit(50, date=date(2026, 11, 3)), visit(900, date=date(2027, 1, 4))]
    assert owed(met_on, days, "deductible") == [50, 330]
    # Also where the first visit comes in the new year, and not in the year after that.
    assert owed(met_on, [visit(900, date=date(2027, 1, 4))], "deductible") == [380]
    assert owed(met_on, [visit(900, date=date(2028, 1, 4))], "deductible") == [500]


def test_the_last_three_months_of_a_plan_year_begin_on_the_same_day_of_a_month():
    plan = {**in_network({}, deductible=500, carry_over_months=3), "plan_year_start": "05-31"}
    # From February 28, as February has no 31st.
    for day, left in ((date(2027, 2, 27), 500), (date(2027, 2, 28), 400)):
        claims = [visit(100, date=day), visit(900, date=date(2027, 6, 1))]
        assert owed(plan, claims, "deductible") == [100, left]


def two_networks(in_credits, oon_credits):
    rules = {"*": {"coinsurance": 0.5}}
    return {
        "networks": {
            "in": {"deductible": 500, "oop_max": 1200, "credits": in_credits, "rules": rules},
            "oon": {"deductible": 1000, "oop_max": 1500, "credits": oon_credits, "rules": rules},
        }
    }


IN_OUT_IN = [visit(300), visit(1700, network="oon"), visit(600)]


def test_networks_are_apart_without_credits():
    # 300 to 500; 1000 and half of 700; the 200 left and half of 400.
    assert owed(two_networks([], []), IN_OUT_IN) == [300, 1350, 400]


def test_a_one_way_credit_lowers_the_other_networks_limits_only():
    found = owed(two_networks(["oon"], []), IN_OUT_IN, "deductible")
    # Out of network 1000 - 300 are left; in network still 500 - 300.
    assert found == [300, 700, 200]
    # 700 and half of 1000 is the 1500 less 300 left of the maximum; then 200 and half of 400.
    assert owed(two_networks(["oon"], []), IN_OUT_IN) == [300, 1200, 400]


def test_a_two_way_credit_lowers_both_and_never_below_zero():
    both_ways = two_networks(["oon"], ["in"])
    # As above; then 300 + 700 is more than the 500, and 300 + 1200 more than the 1200 in network.
    assert owed(both_ways, IN_OUT_IN, "deductible") == [300, 700, 0]
    assert owed(both_ways, IN_OUT_IN) == [300, 1200, 0]


def test_a_members_own_deductible_is_embedded_in_the_familys():
    plan = {**in_network({}, deductible=500), "family": {"deductible": 800}}
    claims = [visit(700, member="1"), visit(400, member="2"), visit(100, member="3")]
    # 500, the member's own; 800 - 500; nothing is left.
    assert owed(plan, claims) == [500, 300, 0]


def test_the_familys_deductible_counts_all_networks_and_what_was_met():
    rules = {"*": {}}
    plan = {
        "networks": {
            "in": {"deductible": 500, "rules": rules},
            "oon": {"deductible": 900, "rules": rules},
        },
        "family": {"deductible": 800, "deductible_met": 100},
    }
    claims = [
        visit(600, date=date(2026, 12, 1)),
        visit(600, date=date(2026, 12, 2), network="oon"),
        visit(600, date=date(2027, 1, 4), network="oon"),
        visit(600, date=date(2027, 1, 5)),
    ]
    # 500; 800 - 100 - 500; in the new year, nothing met, 600 and 800 - 600.
    assert owed(plan, claims) == [500, 200, 600, 200]


def test_a_penalty_stands_outside_the_out_of_pocket_maximum():
    plan = in_network({"coinsurance": 0.5}, oop_max=300)
    claims = [visit(400, penalty=50), visit(400), visit(400, penalty=50)]
    # 200 and 50; the penalty did not fill the maximum: 100 are left; 0 and 50.
    assert owed(plan, claims) == [250, 100, 50]
    assert owed(plan, claims, "cost_share") == [200, 100, 0]
    assert owed(plan, claims, "plan_paid") == [150, 300, 350]


def test_a_penalty_is_never_more_than_the_plan_would_pay():
    plan = in_network({}, deductible=80)
    # 80 go to the deductible and the plan would pay 20; on care not covered it would pay nothing.
    claims = [visit(100, penalty=50), visit(100, penalty=50, covered=False)]
    assert owed(plan, claims, "penalty") == [20, 0]
    assert owed(plan, claims) == [100, 100]


def test_coinsurance_paid_in_one_network_counts_toward_the_cap_of_the_one_credited():
    rules = {"*": {"coinsurance": 0.5}}
    plan = {
        "networks": {
            "in": {"coinsurance_cap": 100, "rules": rules},
            "oon": {"credits": ["in"], "rules": rules},
        }
    }
    # Half of 160 out of network; of the cap of 100 in network 20 are left.
    assert owed(plan, [visit(160, network="oon"), visit(160)]) == [80, 20]


def test_a_visit_for_which_the_penalty_took_all_the_plan_would_pay_was_not_paid():
    plan = in_network({"copay": 80, "visit_limit": 1, "limit_counts": "paid"})
    # 80 and a penalty of 20: the plan paid nothing, and the next visit is within the limit.
    assert owed(plan, [visit(100, penalty=20), visit(100)]) == [100, 80]


def test_without_insurance_the_charge_is_owed_whatever_the_network():
    assert owed({"self_pay": True}, [visit(100, billed=150)]) == [150]


def test_claims_without_a_date_carry_nothing_over():
    assert owed(in_network({}, deductible=100, carry_over_months=1), [visit(60)] * 2) == [60, 40]
