"""A copayment and a share on one visit, with figures worked by hand."""

import pytest
from costs_at_once import costs_usd
from scenarios import comparison, scenario

from carechoice.comparison.compare import PATHWAYS, patient_total_usd
from carechoice.comparison.plan import words as plan_words
from carechoice.inputs.what_counts import has_input
from carechoice.topics.bill.steps import step_sentences
from carechoice.topics.sources.method import steps

BOTH = {"therapy_share_too": "yes", "iop_share_too": "yes", "iop_copay_per_day_usd": 50}


def paid(care, **inputs):
    return comparison(**inputs).options[care].patient_usd.likely


def test_the_published_case_comes_out_as_published():
    """Case A05 of tests/published/cost_sharing.json: $25 and 10% of $100 are $35."""
    case = {
        "deductible_usd": 0,
        "therapy_copay_usd": 25,
        "therapy_share_too": "yes",
        "plan_pays_percent": 90,
        "therapy_price_usd": 100,
        "therapy_sessions": 1,
    }
    (entry,) = (e for e in comparison(**case).ledger if e.pathway == "therapy")
    assert (entry.copay_usd, entry.coinsurance_usd) == (25, 10)
    assert (entry.patient_usd, entry.plan_usd) == (35, 65)


def test_a_share_on_top_of_one_copayment_leaves_the_other_service_as_it_is():
    on_top = {"iop_copay_per_day_usd": 50, "therapy_share_too": "yes"}
    assert paid("iop", **on_top) == paid("iop", iop_copay_per_day_usd=50)
    # 18 sessions at $130 and 20%: $27 and $26 each.
    price = {"therapy_price_usd": 130, "plan_pays_percent": 80}
    assert paid("therapy", **on_top, **price) == 18 * (27 + 26)


def test_without_a_copayment_a_share_on_top_changes_nothing():
    none = {"therapy_copay_usd": 0}
    assert paid("therapy", **none, therapy_share_too="yes") == paid("therapy", **none)


def test_copayment_and_share_together_are_never_more_than_the_price():
    """$100 and half of $130 would be $165."""
    high = {"therapy_copay_usd": 100, "plan_pays_percent": 50, "therapy_price_usd": 130}
    assert paid("therapy", therapy_sessions=1, therapy_share_too="yes", **high) == 130


@pytest.mark.parametrize(
    "terms",
    [
        {"plan_pays_percent": 50},  # $100 and $65 of $130.
        {"plan_pays_percent": 0},  # All of it, and $100 more.
        {"plan_pays_percent": 0, "therapy_share_of_rest": "yes"},  # $100, and all of $30.
    ],
)
@pytest.mark.parametrize("sessions", [1, 2])
def test_where_copayment_and_share_come_to_the_price_it_is_what_is_paid(terms, sessions):
    """ "You pay a $100 copayment and 50% of the price" is $165 of a $130 session."""
    both = {"therapy_copay_usd": 100, "therapy_share_too": "yes", "therapy_price_usd": 130}
    result = comparison(**both, **terms, therapy_sessions=sessions)
    assert plan_words.plan_share(result.scenario)[0] == (
        "A therapy visit: you pay the full price. "
        "Your copayment and your share together come to as much or more."
    )
    (told,) = step_sentences(result, "therapy")
    each = "" if sessions == 1 else " each time"
    assert told.endswith(
        f"You pay the price, $130{each}. "
        "Your copayment and your share together come to as much or more."
    )


def test_one_cent_less_than_the_price_is_told_as_copayment_and_share():
    """$64.99 and half of $130."""
    both = {"iop_copay_per_day_usd": 64.99, "iop_share_too": "yes", "iop_price_per_day_usd": 130}
    result = comparison(**both, plan_pays_percent=50, iop_deductible_applies="no")
    assert "A program day: you pay a $64.99 copayment and 50% of the price." in " ".join(
        plan_words.plan_share(result.scenario)
    )
    assert (
        "You pay the copayment and your share, $129.99 each time."
        in step_sentences(result, "iop")[0]
    )
    dearer = comparison(**both | {"iop_copay_per_day_usd": 65}, plan_pays_percent=50)
    assert "A program day: you pay the full price. Your copayment" in " ".join(
        plan_words.plan_share(dearer.scenario)
    )


@pytest.mark.parametrize("care", PATHWAYS)
@pytest.mark.parametrize("met", [0, 800, 1900])
def test_the_bill_of_many_scenarios_at_once_is_the_same(care, met):
    inputs = BOTH | {"deductible_met_usd": min(met, 1886), "therapy_deductible_applies": "yes"}
    assert costs_usd([scenario(**inputs)], care) == [paid(care, **inputs)]


def test_the_terms_of_a_visit_say_both():
    told = " ".join(plan_words.plan_share(scenario(**BOTH, plan_pays_percent=80)))
    assert "A therapy visit: you pay a $27 copayment and 20% of the price." in told
    assert (
        "A program day: you pay the full price until your deductible is met. "
        "Then you pay a $50 copayment and 20% of the price." in told
    )
    assert "share is not used" not in told
    other = {"therapy_deductible_applies": "yes", "iop_deductible_applies": "no"}
    told = " ".join(plan_words.plan_share(scenario(**BOTH, **other, plan_pays_percent=80)))
    assert "Then you pay a $27 copayment and 20% of the price." in told
    assert "A program day: you pay a $50 copayment and 20% of the price." in told


def test_the_steps_of_a_bill_and_the_method_say_both():
    terms = BOTH | {"plan_pays_percent": 80, "therapy_price_usd": 130}
    told = " ".join(step_sentences(comparison(**terms), "therapy"))
    assert "You pay the copayment and your share, $53 each time." in told
    one = " ".join(step_sentences(comparison(**terms, therapy_sessions=1), "therapy"))
    assert "You pay the copayment and your share, $53." in one
    ordered = " ".join(steps(comparison(**terms)))
    assert "Where the plan asks for both, the copayment is on top of your share." in ordered
    assert "Of other visits you pay your share" not in ordered


def test_a_share_may_be_one_of_what_the_copayment_leaves():
    """$25 and a fifth of $75, where it is $25 and a fifth of $100 else; $50 and a fifth of $150."""
    some = {
        "therapy_price_usd": 100,
        "therapy_copay_usd": 25,
        "therapy_sessions": 1,
        "therapy_deductible_applies": "no",
        "plan_pays_percent": 80,
    }
    assert paid("therapy", **BOTH | some) == 45
    assert paid("therapy", **BOTH | some, therapy_share_of_rest="yes") == 40
    program = {"iop_price_per_day_usd": 200, "oop_max_applies": "no",
                "iop_deductible_applies": "no", "iop_weeks": 1,
               "iop_hours_per_week": 3, "iop_hours_per_day": 3}  # fmt: skip
    assert paid("iop", **BOTH | some | program, iop_share_of_rest="yes") == 50 + 30


def test_it_is_an_input_where_a_visit_has_both_and_is_told_beside_the_inputs():
    assert not has_input("therapy_share_of_rest", scenario(therapy_copay_usd=25))
    both = scenario(therapy_share_too="yes", therapy_share_of_rest="yes")
    assert has_input("therapy_share_of_rest", both)
    assert plan_words.plan_share(both)[0] == (
        "A therapy visit: you pay a $27 copayment and 20% of what that leaves of the price."
    )
    out = both.but(therapy_network="oon", therapy_charge_usd=200)
    assert (
        "a $27 copayment and 20% of what that leaves of the price your plan allows."
        in (plan_words.plan_share(out)[0])
    )


@pytest.mark.parametrize("care", PATHWAYS)
def test_the_bill_of_many_scenarios_at_once_has_such_a_share_too(care):
    some = [
        scenario(**BOTH, **{f"{care}_share_of_rest": asked}, **terms)
        for asked in ("no", "yes")
        for terms in (
            {},
            {"therapy_deductible_applies": "yes", "deductible_usd": 333},
            {"iop_penalty_per_day_usd": 40, "oop_max_usd": 900},
        )
    ]
    assert costs_usd(some, care) == [patient_total_usd(each, care) for each in some]
