"""What the codes of an eligibility answer say, in plain words beside them."""

import pytest
from answers import FULL, answer

from carechoice.documents.benefit_told import in_plain_words
from carechoice.documents.eligibility import read_eligibility
from carechoice.documents.x12 import benefits_of_271


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
        ("EB*C*EMP*UC***7*90", "Deductible, code EMP, code UC, code 7: $90."),
    ],
)
def test_codes_are_told_in_words_and_those_without_words_as_they_are(segment, told):
    (benefit,) = benefits_of_271(answer(segment))
    assert in_plain_words(benefit.words) == told


def test_each_value_of_an_answer_can_be_told():
    paper = read_eligibility(benefits_of_271(answer(*FULL)))
    assert all(in_plain_words(each.words) for each in paper.read)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("level=IND services=MH", "One person, mental health care."),
        ("code=F level=IND", "Code F, one person."),
        ("note=1", ""),
        ("share=0.2", ""),
    ],
)
def test_what_has_no_code_or_one_without_words_is_told_all_the_same(words, told):
    assert in_plain_words(words) == told
