"""When the costs would be the same, whatever is not known of plan and prices.

Worked by hand: a therapy copayment of $30 and 24 program days at $250, $6,000 in all, of which a
plan leaves a share and no deductible. Of 20% the person pays $1,200, which is 40 sessions; of 25%
$1,500 and 50 sessions; of 40% $2,400 and 80; of 50% $3,000 and 100. Half of all plans leave 20%,
and three in ten leave 50%, so 80 of 100 tries lie from 40 to 100.
"""

import pytest
from scenarios import comparison, scenario

from carechoice.comparison.compare import compare
from carechoice.comparison.draws.not_known import unknown
from carechoice.comparison.draws.simulation import draw, with_values
from carechoice.topics.bill.break_even import break_even_chart
from carechoice.topics.bill.break_even_range import Between, most_sessions, sessions_in_draws
from carechoice.topics.bill.captions import break_even_caption
from carechoice.topics.bill.facts import break_even

SHARE_NOT_KNOWN = {
    "therapy_copay_usd": 30,
    "therapy_deductible_applies": "no",
    "therapy_price_usd": 150,
    "iop_copay_per_day_usd": 0,
    "iop_deductible_applies": "yes",
    "iop_price_per_day_usd": 250,
    "deductible_usd": 0,
    "oop_max_usd": 30000,
}

TRIED = "In at least 80 of 100 tries of what is not known,"


def caption(**inputs):
    result = comparison(**inputs)
    return break_even_caption(result, break_even(result))


def zone(result):
    return next(
        (part for part in break_even_chart(result).figure["data"] if part.get("fill")), None
    )


def test_while_the_share_is_not_known_the_number_lies_in_a_band():
    result = comparison(**SHARE_NOT_KNOWN)
    assert break_even(result).in_tries == Between(40, 100)
    assert caption(**SHARE_NOT_KNOWN).startswith(
        f"{TRIED} it takes 40 to 100 sessions to cost "
        "as much as this IOP. We count $0 paid so far.\n\n"
        "With the numbers on this page: From 40 sessions on,"
    )
    assert zone(result)["x"] == [40, 40, 100, 100]


def test_once_the_plan_is_known_it_is_one_number():
    known = {**SHARE_NOT_KNOWN, "plan_pays_percent": 75}
    assert break_even(comparison(**known)).in_tries is None
    assert caption(**known).startswith("From 50 sessions on, therapy costs you as much")
    assert zone(comparison(**known)) is None


def test_where_each_plan_leaves_the_same_share_of_both_it_is_one_number_for_all_plans():
    """$6,000 is 40 times $150, whatever the share."""
    same = {**SHARE_NOT_KNOWN, "therapy_copay_usd": 0, "therapy_deductible_applies": "yes"}
    assert break_even(comparison(**same)).in_tries is None
    assert caption(**same).startswith("With") is False
    assert break_even(comparison(**same)).sessions == 40


def test_an_example_that_costs_nothing_is_not_told_as_what_it_costs_under_any_plan():
    """The plan pays all and has no deductible. A copayment for a day may still be asked."""
    open_ = {"plan_pays_percent": 100, "deductible_usd": 0}
    free = "The IOP costs you nothing, so no number of sessions costs less."
    assert caption(**open_).startswith(f"With the numbers on this page: {free}")
    known = {**open_, "iop_copay_per_day_usd": 0, "iop_deductible_applies": "yes"}
    assert caption(**known).startswith(free)


def test_a_band_without_an_end_says_that_even_the_most_sessions_can_cost_less():
    """Of 50% of $500 a day, $6,000, more than 104 sessions would have to be paid: 200."""
    dear = {**SHARE_NOT_KNOWN, "iop_price_per_day_usd": 500}
    assert break_even(comparison(**dear)).in_tries == Between(80, None)
    assert caption(**dear).startswith(
        f"{TRIED} it takes 80 sessions or more to cost "
        "as much as this IOP. In some of them even 104 sessions cost you less."
    )
    assert zone(comparison(**dear))["x"][-1] > 104


def test_where_therapy_costs_less_under_nearly_all_plans_that_is_said_and_nothing_is_drawn():
    """The least share, 20% of $1,000 on 24 days, is $4,800: 160 sessions."""
    dearest = {**SHARE_NOT_KNOWN, "iop_price_per_day_usd": 1000}
    assert break_even(comparison(**dearest)).in_tries == Between(None, None)
    assert caption(**dearest).startswith(
        f"{TRIED} even 104 sessions of therapy cost you less than this IOP."
    )
    assert zone(comparison(**dearest)) is None


def test_out_of_network_it_is_said_that_the_plans_are_those_in_network():
    """We know of no terms out of network."""
    told = "The plans we tried have terms in network. Out of network many plans pay nothing."
    assert told in caption(**SHARE_NOT_KNOWN, network="oon")
    assert told not in caption(**SHARE_NOT_KNOWN)


def test_without_insurance_prices_alone_are_not_known():
    """24 days at $340 are $8,160. A session of $100 to $250, likeliest $150, is below $127.39 in 10
    of 100 draws, which is 100 + the root of 0.1 x 150 x 50, and above $211.27 in 10 of 100, which
    is 250 less the root of 0.1 x 150 x 100: 65 sessions and 39."""
    inputs = {"plan": "none", "iop_price_per_day_usd": 340}
    assert break_even(comparison(**inputs)).in_tries == Between(39, 65)
    assert f"{TRIED} it takes 39 to 65 sessions" in caption(**inputs)
    # $8,160 at $150.
    assert "From 55 sessions on" in caption(**inputs)


def test_with_a_plan_its_terms_and_prices_are_tried_together():
    """A price the person gave is no longer tried, so the band is no wider than before."""
    widest = break_even(comparison()).in_tries
    narrower = break_even(comparison(therapy_price_usd=130.23, iop_price_per_day_usd=255)).in_tries
    assert widest.low <= narrower.low
    assert widest.low < narrower.low or widest.high is None


def test_where_prices_and_plan_are_known_or_nothing_is_owed_there_is_no_band():
    prices = {"therapy_price_usd": 150, "iop_price_per_day_usd": 350}
    for plan in ("none", "masshealth", "medicare"):
        assert break_even(comparison(plan=plan, **prices)).in_tries is None


@pytest.mark.parametrize(
    "inputs",
    [
        {},
        {"start_date": "2026-12-07"},
        {"start_date": "2027-01-30", "plan_year_start": "02-01", "oop_met_usd": 900},
        {"network": "oon", "therapy_charge_usd": 180, "iop_charge_per_day_usd": 400},
        {"iop_weeks": 2, "therapy_hours_per_week": 0.5, "therapy_not_covered": "yes"},
        {"plan": "high_deductible", "closed_on_holidays": "yes"},
        {"therapy_visit_limit": 20, "therapy_visits_used": 5, "iop_stops_after": 10},
        {"therapy_first_visits": 6, "therapy_first_copay_usd": 5, "iop_day_limit": 15},
        {"family_deductible_usd": 900, "family_oop_max_usd": 2500, "oop_max_usd": 4000},
        {"therapy_network": "oon", "therapy_charge_usd": 180, "other_net_deductible_usd": 700},
        {"iop_network": "self_pay", "start_date": "2026-12-07"},
    ],
)
def test_the_number_under_each_plan_is_that_of_the_bill_with_its_terms(inputs):
    here = scenario(**inputs)
    draws = draw(here, unknown(here), 40)
    found = sessions_in_draws(draws)
    for place in range(draws.count):
        plan = {field: values[place] for field, values in draws.drawn.items()}
        told = break_even(compare(with_values(here, plan))).sessions
        assert found[place] == (told or most_sessions() + 1), plan
