"""Terms that a plan has for therapy and for the program apart, with figures worked by hand."""

from functools import partial

import pytest
from costs_at_once import costs_usd
from scenarios import TEN_SESSIONS_SIX_DAYS, comparison, paid_usd, scenario

from carechoice.comparison.compare import PATHWAYS
from carechoice.comparison.plan import words as plan_words
from carechoice.comparison.plan.main_assumption import main_assumption
from carechoice.inputs.what_counts import has_input, is_in_use
from carechoice.topics.bill.steps import step_sentences
from carechoice.topics.sources.method import steps
from carechoice.topics.unknown import questions
from carechoice.topics.unknown.swings import swings

# 10 sessions at $100 and 6 days (2 weeks of 9 hours, 3 hours a day) at $200, without limits.
PLAIN = TEN_SESSIONS_SIX_DAYS | {"deductible_usd": 0}
paid = partial(paid_usd, **PLAIN)
THERAPY_NOT_COVERED = {**PLAIN, "therapy_not_covered": "yes"}


def told(**inputs):
    return " ".join(plan_words.plan_share(scenario(**PLAIN | inputs)))


# A share of its own.


def test_one_share_counts_for_both_until_one_has_its_own():
    """A fifth of $1,000 and of $1,200; then a tenth of the first, or half of the second."""
    assert paid() == (200, 240)
    assert paid(therapy_own_share="yes", therapy_pays_percent=90) == (100, 240)
    assert paid(iop_own_share="yes", iop_pays_percent=50) == (200, 600)
    # A share that is not switched on is none.
    assert paid(iop_pays_percent=50) == (200, 240)


def test_no_charge_is_a_share_of_its_own_of_all_without_a_deductible():
    """Therapy is free from the first visit, and the program after the first $500."""
    no_charge = {"therapy_own_share": "yes", "therapy_pays_percent": 100}
    limits = {"deductible_usd": 500, "therapy_deductible_applies": "no"}
    # $500, and a fifth of $700.
    assert paid(**no_charge, **limits) == (0, 640)


def test_a_share_of_its_own_is_on_top_of_a_copayment_where_both_are_asked():
    """$25 and a tenth of $100 are $35, ten times."""
    both = {"therapy_copay_usd": 25, "therapy_share_too": "yes"}
    assert paid(**both, therapy_own_share="yes", therapy_pays_percent=90) == (350, 240)


def test_what_a_visit_costs_is_told_with_its_own_share():
    own = {"therapy_own_share": "yes", "therapy_pays_percent": 90}
    assert "A therapy visit: your plan pays 90% of the price and you pay 10%." in told(**own)
    assert "A program day: your plan pays 80% of the price and you pay 20%." in told(**own)
    both = own | {"iop_own_share": "yes", "iop_pays_percent": 100}
    assert "A program day: your plan pays all of the price." in told(**both)
    assert told(**both).endswith("is not used: both have terms of their own.")


def test_the_main_share_is_in_use_while_one_service_has_none_of_its_own():
    own = {"therapy_own_share": "yes"}
    assert is_in_use("plan_pays_percent", scenario(**PLAIN | own))
    assert not is_in_use("plan_pays_percent", scenario(**PLAIN | own, iop_own_share="yes"))
    assert is_in_use("therapy_pays_percent", scenario(**PLAIN | own))


def test_an_input_is_there_only_where_it_has_an_effect():
    """A share on top only beside a copayment, and a share of its own once there is one."""
    assert not has_input("iop_share_too", scenario())
    assert has_input("iop_share_too", scenario(iop_copay_per_day_usd=50))
    assert not has_input("iop_pays_percent", scenario())
    assert has_input("iop_pays_percent", scenario(iop_own_share="yes"))
    not_covered = scenario(iop_not_covered="yes", iop_own_share="yes", iop_copay_per_day_usd=50)
    hidden = ("iop_copay_per_day_usd", "iop_share_too", "iop_own_share", "iop_deductible_applies")
    assert not any(has_input(field, not_covered) for field in hidden)


# Not covered.


def test_care_that_is_not_covered_is_owed_in_full_and_counts_toward_no_limit():
    """10 x $100, whatever the maximum; out of network it is the charge of $150 each time."""
    limits = {"deductible_usd": 300, "oop_max_applies": "yes", "oop_max_usd": 400}
    assert paid(therapy_not_covered="yes", **limits) == (1000, 400)
    charged = {"network": "oon", "therapy_charge_usd": 150, "iop_charge_per_day_usd": 200}
    assert paid(therapy_not_covered="yes", **charged)[0] == 1500
    down = {"third_path": "step_down", "step_down_sessions": 4, "iop_not_covered": "yes"}
    # First 6 days in full, then 4 sessions that meet the deductible of $300 by three of them.
    result = comparison(**PLAIN | limits | down | {"therapy_deductible_applies": "yes"})
    assert result.options["step_down"].patient_usd.likely == 6 * 200 + 300 + 20


def test_that_care_is_not_covered_is_said_wherever_its_bill_is():
    result = comparison(**THERAPY_NOT_COVERED)
    assert "A therapy visit: your plan does not cover it. You pay the full price" in told(
        therapy_not_covered="yes"
    )
    assert "Your plan does not pay for it, and it counts toward no limit." in " ".join(
        step_sentences(result, "therapy")
    )
    one = comparison(**THERAPY_NOT_COVERED | {"therapy_sessions": 1})
    assert "You pay the full price, $100. Your plan does not pay for it" in " ".join(
        step_sentences(one, "therapy")
    )
    assert "$1,000 for care the plan does not pay" in " ".join(steps(result))
    own = main_assumption(scenario(plan="own", filled_by="own", therapy_not_covered="yes"))
    assert own.startswith("Main assumption: your plan pays by the numbers shown.")
    no_program = told(iop_not_covered="yes")
    assert "A program day: your plan does not cover it." in no_program


def test_of_an_option_of_which_the_plan_pays_nothing_no_rest_is_told():
    """10 x $100 not covered; 10 x $100 below a deductible of $5,000; else 80% of it."""
    below = {**PLAIN, "deductible_usd": 5000, "therapy_deductible_applies": "yes"}
    for inputs in (THERAPY_NOT_COVERED, below):
        (told,) = (line for line in steps(comparison(**inputs)) if "Therapy, your" in line)
        assert told.startswith("**Therapy, your part.** **$1,000** = ")
        assert told.endswith(". Your plan pays nothing.")
    assert any("Your plan pays the rest, $800." in line for line in steps(comparison(**PLAIN)))


def test_any_plan_is_asked_whether_it_covers_both():
    asked = " ".join(questions.general(scenario()))
    assert "Does my plan cover therapy, and an intensive outpatient program" in asked


@pytest.mark.parametrize(
    "field",
    [
        f"{care}_{term}"
        for care in PATHWAYS
        for term in ("own_share", "pays_percent", "not_covered")
    ],
)
def test_what_few_plans_have_is_no_range_and_can_be_confirmed(field):
    terms = scenario(**PLAIN, iop_own_share="yes", therapy_own_share="yes")
    assert field not in {swing.field for swing in swings(scenario(**PLAIN))}
    confirmed = terms.but(confirmed=((field, terms.start_date),))
    (question,) = questions.questions(confirmed, [])
    assert questions.question_text(question).startswith("**")


# The bill of many scenarios at once.


@pytest.mark.parametrize("care", PATHWAYS)
def test_the_bill_of_many_scenarios_at_once_is_the_same(care):
    terms = [
        {},
        {"therapy_own_share": "yes", "therapy_pays_percent": 90, "deductible_usd": 333},
        {"iop_own_share": "yes", "iop_pays_percent": 50, "oop_max_applies": "yes"},
        {"therapy_not_covered": "yes", "iop_not_covered": "yes"},
    ]
    alone = [comparison(**PLAIN | each).options[care].patient_usd.likely for each in terms]
    assert costs_usd([scenario(**PLAIN | each) for each in terms], care) == alone
