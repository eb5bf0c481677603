"""What a form names as exempt from the deductible: other care, or care that may be therapy."""

import pytest

from carechoice.documents.summary.other_care import (
    has_other_deductibles_only,
    names_known_care_only,
    names_other_care_only,
)


@pytest.mark.parametrize(
    "text",
    [
        "No.",
        "No. There are none.",
        "No, there are no services covered before you meet your deductible.",
        "Yes. Preventive and primary care services are covered before you meet your deductible.",
        "Yes. Certain preventive care (e.g., mammograms).",
        "Yes. In-network preventive care from network providers",
        "Yes. Physical, occupational and speech therapy",
        "Yes. Well-child/well-baby care, immunizations",
        "Yes. Emergency room visits; generic and brand-name drugs",
        "Yes. Dental and vision",
        "premiums or balance-billed charges",
    ],
)
def test_care_on_the_closed_list_is_no_therapy(text):
    assert names_other_care_only(text, is_copay=True)


@pytest.mark.parametrize(
    "text",
    [
        "Yes.",
        "Yes. Preventive care and office visits",
        "Yes. Preventive care, etc.",
        "Yes. Preventive, primary and mental health care",
        "Yes. Specialist visits",
        "Yes. Outpatient services",
        "Yes. Therapy visits",
        "Yes. Preventive care; telehealth",
        "Yes. Most covered services",
        "Yes. All services except hospital stays",
        "Yes. Everything but preventive care",
        "Yes. Services such as preventive care",
        "Yes. Services in network",
        "No deductible for office visits",
        "",
    ],
)
def test_any_other_word_may_be_therapy(text):
    assert not names_other_care_only(text, is_copay=False)


@pytest.mark.parametrize(
    "text",
    [
        "services with a copay",
        "All in-network services with a copayment",
        "Most services that require a copayment",
        "services subject to a co-pay",
        "copayments",
        "Certain preventive care and all services with copayments are covered and paid by the plan",
    ],
)
def test_services_with_a_copayment_are_therapy_where_it_has_one(text):
    assert names_other_care_only(text, is_copay=False)
    assert not names_other_care_only(text, is_copay=True)


@pytest.mark.parametrize(
    ("exempt", "is_known"),
    [
        ("preventive care and office visits.", True),
        ("in-network office visits", True),
        ("services with a copay", True),
        ("primary care visits and specialist visits", True),
        ("in-network providers", False),
        ("in-network services", False),
        ("preventive care, in-network", False),
        ("network doctors", False),
        ("Tier 1 providers", False),
        ("certain services", False),
        ("care you get out-of-network", False),
    ],
)
def test_what_is_exempt_is_care_or_leaves_the_amount_itself_open(exempt, is_known):
    assert names_known_care_only(exempt) is is_known


@pytest.mark.parametrize(
    ("answer", "is_other"),
    [
        ("No.", True),
        ("No. There are no other specific deductibles.", True),
        ("No, you don’t have to meet deductibles for specific services.", True),
        ("Not applicable", True),
        ("No other deductibles.", True),
        ("Yes. Pediatric dental: $85 per child.", True),
        ("Yes. $100 for prescription drugs. There are no other specific deductibles.", True),
        ("Yes. $100 individual / $200 family for prescription drugs.", True),
        ("Yes. Pharmacy deductible: $100 individual, $200 family.", True),
        ("Yes. $50 for dental and $100 for drugs", True),
        ("Yes. $75/individual for pediatric dental.", True),
        ("Yes. $250 for mental health services.", False),
        ("Yes. $500 for behavioral health.", False),
        ("Yes, $300 deductible for outpatient services", False),
        ("Yes. Prescription drugs: $100. Mental health: $250.", False),
        ("Yes. $100 for drugs and $250 for behavioral health", False),
        ("Yes. $100 for prescription drugs, $250 individual", False),
        ("Yes. $250 individual / $500 family.", False),
        ("Yes. $500 per admission", False),
        ("No, except $250 for mental health", False),
        ("Yes.", False),
        ("", False),
    ],
)
def test_another_deductible_is_that_of_other_care_or_may_be_for_therapy(answer, is_other):
    assert has_other_deductibles_only(answer) is is_other
