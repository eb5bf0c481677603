"""Care that a plan does not cover: what is asked, and what is not said of it."""

import pytest
from scenarios import ALL_KNOWN, TODAY, comparison, scenario

from carechoice.comparison.plan.main_assumption import main_assumption
from carechoice.comparison.plan.words import plan_share
from carechoice.topics.bill.bad_case.stopping_chart import stopping_chart
from carechoice.topics.bill.bad_case.words import stopping_caption
from carechoice.topics.unknown import questions
from carechoice.topics.unknown.words import range_basis

COVERED = "Does my plan cover therapy, and an intensive outpatient program (code S9480 or H0015)?"
APPROVAL = "Do I need approval before an intensive outpatient program (code S9480 or H0015) starts?"
NAME = "What is your name, and the number of this call?"
THERAPISTS_FEE = (
    "Ask the therapist and not your plan: what does a visit (code 90837) cost without insurance? "
    "Get a good faith estimate in writing."
)
PROGRAMS_FEE = (
    "Ask the program and not your plan: what does a day cost without insurance? "
    "Get a good faith estimate in writing."
)
NEITHER = {"therapy_not_covered": "yes", "iop_not_covered": "yes"}


def test_of_therapy_that_is_not_covered_no_limit_and_no_network_is_asked():
    assert questions.general(scenario(therapy_not_covered="yes")) == [
        COVERED,
        APPROVAL,
        "Is there a limit on program days in a year?",
        "Is this program in my network?",
        NAME,
        THERAPISTS_FEE,
    ]


def test_a_program_that_is_not_covered_needs_no_approval():
    assert questions.general(scenario(iop_not_covered="yes")) == [
        COVERED,
        "Is there a limit on therapy visits in a year?",
        "Is this therapist in my network?",
        NAME,
        PROGRAMS_FEE,
    ]


@pytest.mark.parametrize("network", ["in", "oon"])
def test_a_plan_that_covers_neither_is_asked_that_alone(network):
    refused = scenario(**NEITHER, network=network)
    assert questions.general(refused) == [COVERED, NAME, THERAPISTS_FEE, PROGRAMS_FEE]
    # What a day costs is not known, and moves the bill; it is not the plan's to tell.
    lead = "None of the numbers of your plan that we know of would change your bill."
    assert questions.lead(refused, []).startswith(lead)


def test_whether_care_is_covered_is_not_asked_again_once_the_plan_has_said_it():
    said = scenario(therapy_not_covered="yes").but(confirmed=(("therapy_not_covered", TODAY),))
    assert questions.general(said)[0] == (
        "Does my plan cover an intensive outpatient program (code S9480 or H0015)?"
    )
    both = scenario(**NEITHER).but(confirmed=tuple((field, TODAY) for field in NEITHER))
    assert questions.general(both) == [NAME, THERAPISTS_FEE, PROGRAMS_FEE]


def test_a_plan_that_covers_neither_gets_no_superbill():
    """Many plans pay nothing out of network. Nothing comes back from such a plan."""
    refused = scenario(**NEITHER, network="oon")
    assert main_assumption(refused) == "Main assumption: you pay the full fee yourself."
    assert "superbill" not in " ".join(plan_share(refused))
    therapist_out = scenario(therapy_network="oon", therapy_not_covered="yes")
    assert "superbill" not in " ".join([main_assumption(therapist_out), *plan_share(therapist_out)])
    assert "For these we used what real plans have." in [*range_basis(therapist_out)]
    covered = scenario(network="oon", therapy_not_covered="yes")
    assert "superbill" in " ".join([main_assumption(covered), *plan_share(covered)])


def test_what_is_not_covered_is_no_part_of_what_the_plan_may_leave_out():
    """The program alone is covered, in network: nothing is said of what is billed out of it."""
    told = stopping_chart(comparison(therapy_network="oon", therapy_not_covered="yes")).caption
    assert "you owe the price it allows. That counts toward no limit." in told
    assert "out of network" not in told


def test_care_that_no_plan_pays_for_has_no_terms_in_place_of_the_share():
    """Therapy has a copayment, and the program no terms at all."""
    unused = "The share your plan pays, among the first numbers here, is not used."
    assert plan_share(scenario(iop_not_covered="yes"))[-1] == unused
    assert plan_share(scenario(iop_network="self_pay"))[-1] == unused
    own = {"iop_own_share": "yes", "iop_pays_percent": 70}
    assert plan_share(scenario(**own))[-1].endswith("is not used: both have terms of their own.")


def test_of_a_way_whose_therapy_is_not_covered_the_days_alone_may_be_paid_for():
    """8 sessions at $130.23 are owed in any case. A day costs a fifth of $255, or all of it."""
    terms = ALL_KNOWN | {"deductible_usd": 0, "iop_weeks": 1}
    way = {"therapy_not_covered": "yes", "third_path": "step_down"}
    told = stopping_caption(comparison(**terms, **way))
    assert (
        "**IOP, then therapy**: if your plan covers only 1 visit of the 3 that it may pay for, you "
        "pay $1,603 in all. If it covers all of them, you pay $1,195."
    ) in told
    assert "**IOP**: if your plan covers only 1 visit of 3, you pay $561 in all." in told
    one_day = stopping_caption(comparison(**terms, **way, iop_hours_per_week=3))
    assert (
        "**IOP, then therapy**: if your plan does not cover the one visit that it may pay for, you "
        "pay $1,297. If it does, you pay $1,093."
    ) in one_day
    assert "**IOP**: if your plan does not cover the visit, you pay $255." in one_day


def test_a_plan_that_covers_none_of_them_covers_no_visit():
    used_up = {"therapy_visit_limit": 11, "therapy_visits_used": 13, "iop_not_covered": "yes"}
    told = stopping_caption(comparison(**ALL_KNOWN, **used_up, third_path="step_up"))
    assert (
        "**Therapy**: with the numbers on this page, your plan covers no visit of 18, and" in told
    )
    assert "your plan covers no visit of the 6 that it may pay for, and you pay" in told


def test_what_a_plan_would_leave_is_about_so_much_though_its_price_is_known():
    """18 x $100 are owed, as none is left of a limit. A copayment that nobody gave would be $27."""
    used_up = {"therapy_visit_limit": 11, "therapy_visits_used": 13, "therapy_price_usd": 100}
    told = stopping_caption(comparison(**used_up))
    assert "you pay $1,800 in all. If it covers all of them, you pay about $486." in told
    # Of MassHealth the price alone is open.
    told = stopping_caption(comparison(plan="masshealth", therapy_visit_limit=2))
    assert "you pay about $2,084 in all. If it covers all of them, you pay $0." in told
