"""A family's deductible and maximum beside the person's own, with figures worked by hand."""

from datetime import date

import pytest
from bills_at_once import at_once, each_alone
from scenarios import comparison, same_in_all, scenario, warnings

from carechoice.comparison.ledger import restarts
from carechoice.comparison.plan_year.first_day import later_start
from carechoice.inputs.what_counts import has_input, is_in_use
from carechoice.topics.bill.facts import milestones
from carechoice.topics.unknown.questions import questions
from carechoice.topics.unknown.swings import swings

TODAY = date(2026, 11, 23)
# 6 days at $200; $800 of deductible come first, then the plan pays 80 percent.
PLAIN = {
    "iop_weeks": 2,
    "iop_hours_per_day": 3,
    "iop_price_per_day_usd": 200,
    "plan_pays_percent": 80,
    "deductible_usd": 800,
    "oop_max_usd": 3000,
}
FAMILIES = [
    {"family_deductible_usd": 2000, "family_deductible_met_usd": 1900},
    {"family_deductible_usd": 500, "family_oop_max_usd": 700, "oop_max_applies": "no"},
    {"family_deductible_usd": 2000, "family_deductible_met_usd": 2500, "deductible_met_usd": 700},
    {"family_oop_max_usd": 4000, "family_oop_met_usd": 3500, "oop_met_usd": 400},
    {"family_oop_max_usd": 4000, "family_oop_met_usd": 4100, "network": "oon"},
    {"family_deductible_usd": 900, "family_oop_max_usd": 950, "iop_network": "oon"},
]


def paid(**inputs):
    return comparison(**PLAIN | inputs).options["iop"].patient_usd.likely


def test_the_limit_with_less_left_counts():
    """$800 and a fifth of $400; with $100 left for the family that and a fifth of $1,100."""
    family = {"family_deductible_usd": 2000}
    assert paid() == paid(**family) == 800 + 80
    assert paid(**family, family_deductible_met_usd=1900) == 100 + 220
    assert paid(**family, family_deductible_met_usd=2000) == 240
    # $50 are left of the person's own.
    own = {"deductible_met_usd": 750, "family_deductible_met_usd": 1900}
    assert paid(**family, **own) == 50 + 230


def test_a_familys_maximum_stops_the_bill():
    """$500 of $4,000 are left for all, also where the person has no maximum of their own."""
    family = {"family_oop_max_usd": 4000, "family_oop_met_usd": 3500}
    assert paid(**family) == 500
    assert paid(**family, oop_max_applies="no") == 500
    assert paid(**family, oop_met_usd=2900) == 100


def test_in_a_new_plan_year_ones_own_limits_count_again():
    """3 days in December at a fifth; from January on $600 of the own $800."""
    family = {"family_deductible_usd": 2000, "family_deductible_met_usd": 2000}
    late = {"start_date": "2026-12-28", "iop_copay_per_day_usd": 0, "iop_deductible_applies": "yes"}
    assert paid(**family, **late) == 3 * 40 + 600
    result = comparison(**PLAIN | family | late)
    (restart,) = restarts(result, "iop")
    assert (restart.day, restart.deductible) == (date(2027, 1, 1), True)
    assert later_start(result).more_usd["iop"] == same_in_all(880 - 720)


def test_the_day_a_deductible_is_met_is_that_of_the_family():
    """$300 are left for all: the second day of $200."""
    family = {"family_deductible_usd": 2000, "family_deductible_met_usd": 1700}
    met = milestones(comparison(**PLAIN | family), "iop").deductible_met
    assert met == date(2027, 1, 5)


def test_care_in_the_other_network_has_no_part_in_a_familys_limits():
    family = {"family_deductible_usd": 2000, "family_deductible_met_usd": 2000}
    out = {"iop_network": "oon", "other_net_deductible_usd": 800, "iop_charge_per_day_usd": 200}
    assert paid(**family, **out) == 880
    assert not is_in_use("family_oop_max_usd", scenario(**PLAIN, **out, therapy_network="oon"))


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("days", [{}, {"start_date": "2026-12-28"}])
def test_the_bill_of_many_scenarios_at_once_is_the_same(family, days):
    one = scenario(**PLAIN | family | days)
    assert at_once([one]) == each_alone([one])


def test_what_a_family_paid_is_an_input_where_it_has_a_limit():
    assert has_input("family_deductible_usd", scenario())
    assert not has_input("family_deductible_met_usd", scenario())
    assert has_input("family_oop_met_usd", scenario(family_oop_max_usd=9000))
    assert not is_in_use("family_deductible_usd", scenario())
    assert not has_input("family_deductible_usd", scenario(network="self_pay"))


def test_what_a_person_paid_is_a_part_of_what_their_family_paid():
    family = {"family_deductible_usd": 2000, "deductible_met_usd": 500, "oop_met_usd": 500}
    told = " ".join(warnings(comparison(**PLAIN | family), TODAY))
    assert "The $500 you paid toward your own deductible count here as well." in told
    maximum = {"family_oop_max_usd": 9000, "oop_met_usd": 500}
    told = " ".join(warnings(comparison(**PLAIN | maximum), TODAY))
    assert "The $500 you paid toward your own maximum count here as well." in told


def test_what_the_family_paid_is_asked_with_what_depends_on_it():
    """All or nothing of the family's deductible may be paid: $240 or $880."""
    therapy = {"therapy_price_usd": 130.23, "therapy_copay_usd": 27}
    at_once = {"therapy_deductible_applies": "no", "iop_copay_per_day_usd": 0}
    known = {"iop_deductible_applies": "yes", **therapy, **at_once}
    asked = scenario(**PLAIN, **known, family_deductible_usd=2000)
    stakes = {each.field: each.stake_usd.high_usd for each in questions(asked, swings(asked))}
    assert stakes["family_deductible_met_usd"] == 640


@pytest.mark.parametrize("limit", ["family_deductible", "family_oop"])
def test_a_plan_can_confirm_a_familys_limits(limit):
    fields = [f"{limit}_met_usd", {"family_oop": "family_oop_max_usd"}.get(limit, f"{limit}_usd")]
    confirmed = scenario(**PLAIN).but(confirmed=tuple((field, TODAY) for field in fields))
    found = {each.field: each.text for each in questions(confirmed, [])}
    assert found.keys() == {*fields}
    assert all("family" in text for text in found.values())


@pytest.mark.parametrize(
    ("family", "said"),
    [
        (
            {"family_deductible_usd": 500},
            "The family’s deductible ($500) is below your own ($800). Please check both.",
        ),
        (
            {"family_oop_max_usd": 2500},
            "The family’s maximum ($2,500) is below your own ($3,000). Please check both.",
        ),
        (
            {"family_deductible_usd": 2000, "family_deductible_met_usd": 2100},
            "You entered $2,100 as paid by the family, more than its deductible ($2,000). "
            "We count it as met.",
        ),
        (
            {"family_oop_max_usd": 6000, "family_oop_met_usd": 6001},
            "You entered $6,001 as paid by the family, more than its maximum ($6,000). "
            "We count it as reached.",
        ),
        # None of the family, as much as one's own, and no maximum of one's own to compare with.
        ({}, ""),
        ({"family_deductible_usd": 800, "family_oop_max_usd": 3000}, ""),
        ({"family_deductible_usd": 2000, "family_deductible_met_usd": 2000}, ""),
        ({"family_oop_max_usd": 2500, "oop_max_applies": "no"}, ""),
    ],
)
def test_limits_of_a_family_that_do_not_fit_its_own_members_are_doubted(family, said):
    in_its_plan_year = date(2027, 1, 4)
    assert warnings(comparison(**PLAIN | family), in_its_plan_year) == ([said] if said else [])
