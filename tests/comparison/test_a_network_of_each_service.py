"""Therapy and the program paid in different ways: what is said, asked and entered."""

from datetime import date

import pytest
from scenarios import comparison, same_in_all, scenario
from two_networks import PLAIN, THERAPIST_OUT

from carechoice.comparison.compare import PATHWAYS
from carechoice.comparison.doubts.doubts import doubts
from carechoice.comparison.draws.not_known import unknown
from carechoice.comparison.plan import words as plan_words
from carechoice.comparison.plan.main_assumption import main_assumption
from carechoice.comparison.plan_year.first_day import later_start
from carechoice.files.numbers import record_note
from carechoice.inputs.changes import after_change
from carechoice.inputs.what_counts import has_input, is_in_use
from carechoice.topics.bill.steps import step_sentences
from carechoice.topics.unknown import questions
from carechoice.topics.unknown.confirmable import confirmable_values
from carechoice.topics.unknown.spreads import spreads
from carechoice.topics.unknown.swings import swings
from carechoice.topics.unknown.words import unknown_caption


def test_the_superbill_and_how_each_is_paid_are_told():
    out = scenario(**THERAPIST_OUT)
    told = " ".join(plan_words.plan_share(out))
    assert "A therapy visit: you pay the price your plan allows until" in told
    assert "For what is out of network you usually pay the whole bill first." in told
    assert main_assumption(out).startswith(
        "Main assumption: your plan pays by the numbers shown. We count $0 paid so far. Out of "
        "network"
    )
    assert "Therapy: Out of network. IOP: In network" in record_note.payer(out)
    alone = " ".join(plan_words.plan_share(scenario(**PLAIN, therapy_network="self_pay")))
    assert "A therapy visit: you pay the full price without insurance" in alone
    program = " ".join(plan_words.plan_share(scenario(**PLAIN, iop_network="self_pay")))
    assert "A program day: you pay the full price without insurance" in program
    billed = step_sentences(comparison(**PLAIN, therapy_network="self_pay"), "therapy")
    assert "You pay the full price, $100 each time." in " ".join(billed)


def test_questions_are_asked_of_the_network_that_each_is_in():
    asked = " ".join(questions.general(scenario(**THERAPIST_OUT)))
    assert "in my network?" in asked
    assert "superbill" in asked
    all_out = " ".join(questions.general(scenario(network="oon")))
    assert "in my network?" not in all_out


def test_the_legal_maximum_binds_what_is_owed_in_network():
    high = {"oop_max_applies": "yes", "oop_max_usd": 12500}
    above = "the most the law allows"

    def told(**inputs):
        result = comparison(**PLAIN | high | inputs)
        return " ".join(each.sentence for each in doubts(result, date(2026, 11, 23)))

    assert above in told(therapy_network="oon")
    # Nothing is owed in network.
    assert above not in told(therapy_network="oon", iop_network="oon")


def test_limits_of_the_other_network_are_inputs_only_where_something_is_in_it():
    field = "other_net_deductible_usd"
    assert not has_input(field, scenario())
    assert has_input(field, scenario(**THERAPIST_OUT))
    assert is_in_use(field, scenario(**THERAPIST_OUT))
    assert is_in_use("deductible_usd", scenario(**THERAPIST_OUT))
    both = scenario(**THERAPIST_OUT, iop_network="oon")
    assert not is_in_use("deductible_usd", both)


def test_another_way_of_paying_moves_the_listed_price_of_its_own_care_alone():
    start = scenario().to_values()
    after = after_change({**start, "therapy_network": "self_pay"}, "therapy_network")
    assert after["therapy_price_usd"] == 150
    assert after["iop_price_per_day_usd"] == start["iop_price_per_day_usd"]


@pytest.mark.parametrize("all_care", ["in", "oon"])
def test_both_paid_without_insurance_under_a_plan_is_no_insurance(all_care):
    """18 sessions at $150 and 24 days at $350, as without a plan; no term of a plan is an input."""
    both = {"therapy_network": "self_pay", "iop_network": "self_pay", "network": all_care}
    result = comparison(**both)
    costs = [result.options[care].patient_usd.likely for care in PATHWAYS]
    assert costs == [18 * 150, 24 * 350]
    there = [
        field
        for field in (
            "plan_pays_percent",
            "deductible_usd",
            "therapy_copay_usd",
            "iop_own_share",
            "other_net_deductible_usd",
            "plan_year_start",
        )
        if has_input(field, result.scenario)
    ]
    assert there == []
    # Each way can be chosen back.
    assert has_input("therapy_network", result.scenario)
    assert not is_in_use("network", result.scenario)
    assert not unknown(result.scenario).terms


def test_a_service_paid_without_insurance_has_no_terms_to_enter():
    alone = scenario(therapy_network="self_pay")
    assert not has_input("therapy_copay_usd", alone)
    assert not has_input("therapy_not_covered", alone)
    assert has_input("iop_copay_per_day_usd", alone)
    assert "therapy_copay_usd" not in unknown(alone).fields


def test_more_paid_in_the_other_network_than_its_limit_is_doubted_there():
    """$600 of a deductible of $500; $900 of a maximum of $800."""
    met = {
        "other_net_deductible_met_usd": 600,
        "other_net_oop_max_applies": "yes",
        "other_net_oop_max_usd": 800,
        "other_net_oop_met_usd": 900,
    }
    found = doubts(comparison(**THERAPIST_OUT | met), date(2026, 11, 23))
    at = {doubt.field: doubt.sentence for doubt in found}
    assert (
        "$600 as paid, more than the deductible itself ($500)" in at["other_net_deductible_met_usd"]
    )
    assert (
        "$900 as paid out of pocket, more than your maximum ($800)" in at["other_net_oop_met_usd"]
    )
    assert {"deductible_met_usd", "oop_met_usd"}.isdisjoint(at)


def test_what_was_paid_in_the_other_network_is_gone_with_its_plan_year():
    """From December $50 + $70, then $500 + $20; from January $500 + $100. Both and 10 x $50."""
    met = {"other_net_deductible_met_usd": 450, "start_date": "2026-12-07"}
    later = later_start(comparison(**THERAPIST_OUT | met))
    assert later.more_usd["therapy"] == same_in_all((500 + 100) - (50 + 70 + 500 + 20))


def test_that_limits_of_the_other_network_have_no_range_is_said():
    open_ = comparison(therapy_network="oon")
    left_out = "We take the limits of the other network to be those of the first"
    assert left_out in unknown_caption(open_, spreads(open_))
    known = {"other_net_deductible_usd": 0, "other_net_oop_max_applies": "no"}
    closed = comparison(therapy_network="oon", **known)
    assert left_out not in unknown_caption(closed, spreads(closed))
    assert left_out not in unknown_caption(comparison(), spreads(comparison()))


@pytest.mark.parametrize(
    "out",
    [
        {"iop_network": "oon"},
        {"therapy_network": "oon", "therapy_deductible_applies": "yes"},
        {"network": "oon", "iop_network": "in"},
    ],
)
def test_only_the_limits_of_the_other_network_that_nobody_said_are_told_as_taken(out):
    """Who says what a maximum is says that there is one, too."""
    taken = "Taken to be as in the first network"
    deductible = comparison(**out, other_net_deductible_usd=3000)
    told = unknown_caption(deductible, spreads(deductible))
    assert "We take the limits of the other network" not in told
    names = "“Out-of-pocket maximum in the other network”"
    assert f"{taken}; the ranges do not vary it separately: " in told
    assert names in told.partition(taken)[2]
    both = comparison(**out, other_net_deductible_usd=3000, other_net_oop_max_usd=9000)
    told = unknown_caption(both, spreads(both))
    assert taken not in told
    assert "We take the limits of the other network" not in told
    assert not unknown(both.scenario).taken_over


def test_a_maximum_that_was_said_is_not_asked_about_any_more():
    asked = scenario(oop_max_usd=3000, iop_network="oon", other_net_oop_max_usd=9000)
    fields = {swing.field for swing in swings(asked)}
    assert {"oop_max_applies", "other_net_oop_max_applies"}.isdisjoint(fields)
    assert "oop_max_applies" in {swing.field for swing in swings(scenario())}


@pytest.mark.parametrize(
    "field",
    [
        "other_net_deductible_usd",
        "other_net_deductible_met_usd",
        "other_net_oop_max_applies",
        "other_net_oop_max_usd",
        "other_net_oop_met_usd",
    ],
)
def test_the_plan_can_confirm_the_limits_of_the_other_network(field):
    confirmed = scenario(**THERAPIST_OUT).but(confirmed=((field, date(2026, 11, 23)),))
    (question,) = questions.questions(confirmed, [])
    assert "other network" in questions.question_text(question)


def test_the_limits_of_the_other_network_are_asked_though_no_count_gives_them_a_range():
    """Neither has a range, and both move the bill of a therapist out of network."""
    deductible = "What is my deductible in the other network?"
    maximum = "What is my out-of-pocket maximum in the other network?"
    out = {"therapy_network": "oon", "therapy_deductible_applies": "yes"}
    asked = questions.general(scenario(**out))
    assert {deductible, maximum} <= {*asked}
    # What a person knows is not asked, nor what no visit depends on.
    known = scenario(**out, other_net_deductible_usd=500, other_net_oop_max_applies="no")
    assert not {deductible, maximum} & {*questions.general(known)}
    assert not {deductible, maximum} & {*questions.general(scenario())}
    assert not {deductible, maximum} & {*questions.general(scenario(**out, plan="medicare"))}


def test_a_plan_is_asked_only_of_the_care_that_it_is_to_pay_for():
    """A program paid without insurance: its price is the program's to tell."""
    asked = scenario(iop_network="self_pay", deductible_usd=500)
    told = [each.field for each in questions.questions(asked, swings(asked))]
    assert "therapy_copay_usd" in told
    assert "iop_price_per_day_usd" not in told
    assert questions.general(asked) == [
        "Does my plan cover therapy (code 90837)?",
        "Is there a limit on therapy visits in a year?",
        "Is this therapist in my network?",
        "What is your name, and the number of this call?",
        "Ask the program and not your plan: what does a day cost without insurance? "
        "Get a good faith estimate in writing.",
    ]
    marked = confirmable_values(scenario(iop_network="self_pay", iop_price_per_day_usd=300), [])
    assert "iop_price_per_day_usd" not in marked


def test_a_plan_is_not_asked_for_the_price_of_care_that_it_does_not_cover():
    """That it does not cover a program it can still say; what a day costs, the program can."""
    refused = scenario(iop_not_covered="yes", iop_price_per_day_usd=300)
    told = [each.field for each in questions.questions(refused, swings(refused))]
    assert "therapy_copay_usd" in told
    assert "iop_price_per_day_usd" not in told
    assert questions.general(refused)[-1].startswith("Ask the program and not your plan: what does")
    marked = confirmable_values(refused, [])
    assert "iop_not_covered" in marked
    assert "iop_price_per_day_usd" not in marked


def test_of_care_paid_without_insurance_no_plan_year_is_told():
    late = {"start_date": "2026-12-07", "iop_network": "self_pay"}
    assert step_sentences(comparison(**PLAIN | late), "iop") == [
        "**Days 1 to 6, December 7, 2026 to December 17, 2026.** "
        "You pay the full price, $200 each time."
    ]


@pytest.mark.parametrize(
    ("plan", "paid", "told"),
    [
        ("own", "therapy", "Is this program in my network?"),
        ("medicare", "iop", "Does this therapist take Medicare?"),
        ("medicare", "therapy", "Does this program take Medicare?"),
        ("masshealth", "iop", "Does this therapist take MassHealth?"),
        ("masshealth", "therapy", "Does this program take MassHealth?"),
    ],
)
def test_the_provider_who_is_to_be_paid_by_the_plan_is_named(plan, paid, told):
    asked = questions.general(scenario(plan=plan, **{f"{paid}_network": "self_pay"}))
    assert told in asked
    assert any("without insurance" in each for each in asked)
    assert ("Do I need approval before" in " ".join(asked)) == (paid == "therapy")
    if paid == "therapy":
        # The codes are those of other plans than Medicare.
        codes = "" if plan == "medicare" else " (code S9480 or H0015)"
        assert f"Does my plan cover an intensive outpatient program{codes}?" in asked
