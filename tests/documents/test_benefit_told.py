"""What the codes of an eligibility answer say, in plain words beside them."""

import pytest
from answers import FULL, answer
from scenarios import TODAY

from carechoice.documents.eligibility.read import read_eligibility
from carechoice.documents.eligibility.told import in_plain_words
from carechoice.documents.eligibility.x12 import benefits_of_271


@pytest.mark.parametrize(
    ("segment", "told"),
    [
        (
            "EB*C*IND*30***29*350*****Y",
            "Deductible, one person, the whole plan, in network, still to pay: $350.",
        ),
        (
            "EB*G*IND*30***24*750.25*****Y",
            "Out-of-pocket maximum, one person, the whole plan, in network, paid to date: $750.25.",
        ),
        (
            "EB*C*FAM*30***23*3000*****N",
            "Deductible, a family, the whole plan, out of network, a calendar year: $3,000.",
        ),
        (
            "EB*B*IND*MH^98***27*30*****W",
            "Copayment, one person, mental health care, an office visit, in network or out of it,"
            " each visit: $30.",
        ),
        (
            "EB*A*IND*A6***25**.07****Y",
            "Your share, one person, psychotherapy, in network, for the contract: you pay 7%.",
        ),
        ("EB*I*IND*A8", "Not covered, one person, outpatient psychiatric care."),
        ("EB*C**A4***22*90", "Deductible, psychiatric care, a service year: $90."),
        ("EB*C**CF***21*90", "Deductible, outpatient mental health care, a year: $90."),
        (
            "EB*B*****27*25*****Y*HC:90837",
            "Copayment, billed as 90837, in network, each visit: $25.",
        ),
        ("EB*C*EMP*UC***6*90", "Deductible, code EMP, code UC, code 6: $90."),
        (
            "EB*C*IND*30*MA**23*1736*****Y",
            "Deductible, one person, the whole plan, Medicare Part A, in network, a calendar year:"
            " $1,736.",
        ),
        (
            "EB*B*IND****27*0**VS*5**Y*HC:90837:95",
            "Copayment, billed as 90837, with modifier 95, one person, in network, each visit,"
            " number of visits: 5: $0.",
        ),
        ("EB*1**30", "Active coverage, the whole plan."),
        ("EB*F**98******DY*20", "Limit, an office visit, number of days: 20."),
        ("EB*R", "Another payer."),
        ("EB*U**30", "Another company to ask, the whole plan."),
        ("EB*6**BB", "Coverage not active, partial hospitalization."),
        ("EB*J**MH", "Code J, mental health care."),
        ("EB*5**1", "Coverage under review, medical care."),
        ("EB*E**35", "Exclusion, dental care."),
        ("EB*MC**AI", "Managed by another company, substance use care."),
        ("EB*Y**BC*MC", "Your own part before Medicaid pays, psychiatric day care, Medicaid."),
        (
            "EB*1**CH*C1",
            "Active coverage, outpatient care at a mental health facility, a commercial plan.",
        ),
        (
            "EB*1**CJ*HM",
            "Active coverage, outpatient care at a substance use facility, an HMO.",
        ),
        ("EB*1**MH*PR", "Active coverage, mental health care, a PPO."),
        (
            "EB*B**98*MB**7*20",
            "Copayment, an office visit, Medicare Part B, each day: $20.",
        ),
    ],
)
def test_codes_are_told_in_words_and_those_without_words_as_they_are(segment, told):
    (benefit,) = benefits_of_271(answer(segment))
    assert in_plain_words(benefit.words) == told


@pytest.mark.parametrize(
    ("beside", "told"),
    [
        ("III*ZZ*21", "in a hospital overnight"),
        ("III*ZZ*02", "by video"),
        ("III*ZZ*11", "in an office"),
        ("III*ZZ*22", "in a hospital by day"),
        ("III*ZZ*53", "code 53"),
        ("HSD*VS*10***23*1", "number of visits: 10"),
        ("HSD****27*3", ""),
        ("DTP*292*RD8*20250101-20251231", "from January 1, 2025 to December 31, 2025"),
        ("DTP*348*D8*20270101", "dated January 1, 2027"),
        ("DTP*348*D8*20271399", "code 20271399"),
        ("DTP*348*D8*NEXT YEAR", ""),
    ],
)
def test_what_stands_beside_a_benefit_is_told_behind_it(beside, told):
    (benefit,) = benefits_of_271(answer("EB*B**MH***27*30", beside))
    words = in_plain_words(benefit.words)
    assert words in (
        f"Copayment, mental health care, {told}, each visit: $30.",
        f"Copayment, mental health care, each visit{', ' if told else ''}{told}: $30.",
    )


def test_each_value_of_an_answer_can_be_told():
    paper = read_eligibility(benefits_of_271(answer(*FULL)), today=TODAY)
    assert all(in_plain_words(each.words) for each in paper.read)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("level=IND services=MH", "One person, mental health care."),
        ("code=K level=IND", "Code K, one person."),
        ("note=1", ""),
        ("share=0.2", ""),
    ],
)
def test_what_has_no_code_or_one_without_words_is_told_all_the_same(words, told):
    assert in_plain_words(words) == told
