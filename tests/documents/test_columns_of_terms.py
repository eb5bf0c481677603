"""Columns of terms, forms in two columns, and answers below their questions; others are asked."""

import pytest
from lines_read import asked, sure, values

THERAPY_30 = {"therapy_copay_usd": 30, "therapy_share_too": False}
IOP_75 = {"iop_copay_per_day_usd": 75, "iop_share_too": False}
IOP_20 = {"iop_copay_per_day_usd": 0, "iop_pays_percent": 80}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Benefit\tCopay\tCoinsurance\tDeductible applies\nTherapy\t$30\t0%\tNo\n"
         "IOP\tNone\t20%\tYes",
         {**THERAPY_30, "therapy_pays_percent": 100, "therapy_deductible_applies": False,
          **IOP_20, "iop_deductible_applies": True}),
        ("Service\tCopay\tDeductible\nTherapy\t$30\tWaived\nIOP\t$75\tApplies",
         {**THERAPY_30, "therapy_deductible_applies": False,
          **IOP_75, "iop_deductible_applies": True}),
        ("Service\tYou pay\nTherapy\t$30\nIOP\t$75 per day", {**THERAPY_30, **IOP_75}),
        ("Service | What you pay\nTherapy | No charge\nIOP | 20% after deductible",
         {"therapy_copay_usd": 0, "therapy_pays_percent": 100,
          **IOP_20, "iop_deductible_applies": True}),
        ("Service\tPlan pays\nIOP\t80%", IOP_20),
        ("Service\tCopay\tCoinsurance\nTherapy\t$30\t—", THERAPY_30),
        ("Service\tCopay\nSpecialist\t$50\nTherapy\t$30\nX-ray\t$90\nIOP\t$75",
         {**THERAPY_30, **IOP_75}),
        ("In-network\tCopay\nTherapy\t$30", THERAPY_30),
        ("Benefit\tNetwork Provider (You will pay the least)\tOut-of-Network Provider (You will pay"
         " the most)\nTherapy\t$30 copay\t40% coinsurance", THERAPY_30),
        ("Type\tYou pay in-network\tYou pay out-of-network\nTherapy\t$30 copay\t40%", THERAPY_30),
    ],
)  # fmt: skip
def test_the_heading_of_a_column_says_which_term_it_is(text, found):
    assert values(text) == found
    assert sure(text) == {*found}


@pytest.mark.parametrize(
    "text",
    [
        "Service\tDeductible\tCopay\nTherapy\t$500\t$30",
        "Service\tAllowed\tCopay\nTherapy\t$120\t$30",
        "Service\tPlan pays\nTherapy\t$80",
        "Service\tCopay\tCopay\nTherapy\t$30\t$50",
        "Service\tCoinsurance\nTherapy\t80%",
        "Service\tCopay\tCoinsurance\nTherapy (telehealth)\t$30\t0%",
        "Service\tCopay\tVisit limit\nTherapy\t$30\t20",
        "Out-of-network\nService\tCopay\tDeductible\nTherapy\t$30\tNo",
        "Out-of-network\tCopay\nTherapy\t$60",
        "Service\tCopay\nSpecialist\t$50\nService\tPaid\nTherapy\t$30",
    ],
)
def test_columns_of_something_else_are_asked(text):
    assert not sure(text)
    assert {why for why, _ in asked(text)} - {"missing"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Individual Deductible\t$1,500\tDeductible Met\t$400",
         {"deductible_usd": 1500, "deductible_met_usd": 400}),
        ("Individual Deductible:\t$1,500\tMet:\t$400\tRemaining:\t$1,100",
         {"deductible_usd": 1500, "deductible_met_usd": 400}),
        ("Individual deductible:\t$1,500\tRemaining:\t$1,100\tIndividual OOP Max:\t$6,000\t"
         "Remaining:\t$5,100",
         {"deductible_usd": 1500, "deductible_met_usd": 400,
          "oop_max_usd": 6000, "oop_met_usd": 900}),
        ("Individual Deductible:\t$1,500\tIndividual OOP Max:\t$6,000",
         {"deductible_usd": 1500, "oop_max_usd": 6000}),
        ("Therapy:\t$30 copay\tIOP:\t20% after deductible",
         {**THERAPY_30, **IOP_20, "iop_deductible_applies": True}),
        ("Therapy copay:\t$30\tIOP copay:\t$75", {**THERAPY_30, **IOP_75}),
        ("Therapy:\t$30 copay\tIOP:\t", THERAPY_30),
        ("Therapy\nCopay:\t$30\tDeductible applies:\tNo",
         {**THERAPY_30, "therapy_deductible_applies": False}),
        ("Therapy\nCopay\t$30\nCoinsurance\t0%\nDeductible\tNo",
         {**THERAPY_30, "therapy_pays_percent": 100, "therapy_deductible_applies": False}),
        ("Plan:\tPPO\tGroup:\t12345\nTherapy:\t$30 copay", THERAPY_30),
    ],
)  # fmt: skip
def test_a_form_in_two_columns_has_a_label_before_each_value(text, found):
    text = f"In-network\n{text}"
    assert values(text) == found
    assert sure(text) == {*found}


@pytest.mark.parametrize(
    "text",
    [
        "Therapy:\t$30 copay\tTherapy:\t$60 copay",
        "Therapy\t$30 copay\tSpecialist\t$50 copay",
        "Individual deductible\t$1,500\tIndividual deductible\t$3,000",
        "Individual deductible\t$1,500\t$400\t$1,100",
        "Therapy\nDeductible\t$500",
        "Individual deductible\t$1,500\tFamily met\t$400",
        "Therapy:\t$30 copay\tOut-of-network:\t40%\tIOP:\t$75",
    ],
)
def test_a_row_that_can_be_something_else_is_asked(text):
    assert not sure(f"In-network\n{text}")
    assert {why for why, _ in asked(f"In-network\n{text}")} - {"missing"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("What is the copay for therapy?\n$30", THERAPY_30),
        ("What’s my copay for outpatient therapy?\n$30 per visit", THERAPY_30),
        ("Copay for therapy?\n$30 copay", THERAPY_30),
        ("Therapy copay?\n$30", THERAPY_30),
        ("Therapy copay:\n$30", THERAPY_30),
        ("Copay for IOP?\n$75 per day", IOP_75),
        ("What is the coinsurance for IOP?\n20%", IOP_20),
        ("What is the copay for therapy?\n$30\nWhat is the copay for IOP?\n$75",
         {**THERAPY_30, **IOP_75}),
        ("Copay for therapy?\nNo charge", {"therapy_copay_usd": 0, "therapy_pays_percent": 100}),
        ("What is the individual in-network deductible?\n$1,500", {"deductible_usd": 1500}),
        ("Individual in-network deductible? $1,500", {"deductible_usd": 1500}),
        ("What is my in-network individual out-of-pocket maximum?\n$6,000",
         {"oop_max_usd": 6000}),
        ("How much of the individual in-network deductible has been met?\n$400",
         {"deductible_met_usd": 400}),
    ],
)  # fmt: skip
def test_the_answer_below_a_question_is_its_answer(text, found):
    assert values(text) == found
    assert sure(text) == {*found}


@pytest.mark.parametrize(
    "text",
    [
        "What is the copay for therapy?\nWhat is the copay for IOP?\n$30\n$75",
        "What is the copay for therapy?\nDoes the deductible apply?\n$30\nNo",
        "What is the copay for therapy?\nCall us\n$30",
        "What is the copay for therapy?\n$30\n$60",
        "What is the copay for group therapy?\n$15",
        "What is the copay for telehealth?\n$0",
        "What is the copay for therapy out of network?\n$60",
        "What is the coinsurance for therapy?\n80%",
        "Out-of-network\nWhat is the copay for therapy?\n$60",
        "$30\nWhat is the copay for therapy?",
        "$30\nTherapy copay:\n$75\nIOP copay:",
        "Therapy copay:\nIOP copay:\n$30\n$75",
        "Is the provider in network?\nNo\nCopay for therapy?\n$60",
    ],
)
def test_an_answer_that_may_be_another_question_s_is_asked(text):
    assert not sure(text)
    assert {why for why, _ in asked(text)} - {"missing"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Copay - therapy: $30", THERAPY_30),
        ("Your copay for therapy is $30. Your copay for IOP is $75.", {**THERAPY_30, **IOP_75}),
        ("Copay (therapy): $30", THERAPY_30),
        ("Outpatient therapy copay - $30", THERAPY_30),
        ("Coinsurance - IOP: 20%", IOP_20),
        ("IOP (mental health): 20%", IOP_20),
        ("IOP: plan 80%", IOP_20),
    ],
)
def test_other_words_for_the_same(text, found):
    assert values(text) == found
    assert sure(text) == {*found}


@pytest.mark.parametrize(
    "text", ["Terapia: copago de $30", "Deducible individual: $500", "Salud mental: $30 por visita"]
)
def test_what_is_in_spanish_is_asked_with_what_to_do(text):
    assert values(text) == {}
    assert "spanish" in {why for why, _ in asked(text)}
