"""Lines copied from a summary: what they say of the deductible elsewhere leaves it open."""

import pytest
from papers_read import read_pasted

VISIT = "Office visits: $30 copay/visit"


def applies(*lines):
    paper = read_pasted("\n".join([*lines, VISIT]), is_from_form=True)
    found = {each.field: each.value for each in paper.read}
    assert found["therapy_copay_usd"] == 30
    return found.get("therapy_deductible_applies")


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["Overall deductible: $500 individual"],
        ["What is the overall deductible? $500 individual / $1,000 family"],
        ["What is the overall deductible?", "$500 individual / $1,000 family"],
        ["Are there services covered before you meet your deductible? Yes. Preventive care."],
        ["Are there services covered before you meet your deductible?", "Yes. Preventive care."],
        ["Are there other deductibles for specific services? No."],
        ["Are there other deductibles for specific services?", "Yes. $100 for drugs."],
        ["Deductible: $500 individual. Does not apply to preventive care."],
        [
            "All copayment and coinsurance costs shown in this chart are after your deductible has"
            " been met, if a deductible applies."
        ],
        ["Other outpatient services: 20% coinsurance after deductible"],
        ["Out-of-network: 40% coinsurance after deductible"],
        ["Inpatient services: 20% after the deductible"],
    ],
)
def test_what_a_line_leaves_unsaid_is_after_the_deductible_as_the_form_says(lines):
    assert applies(*lines) is True


@pytest.mark.parametrize(
    "lines",
    [
        ["Deductible: $500 individual. Does not apply to office visits."],
        ["What is the overall deductible? $500 individual. Doesn’t apply to copays."],
        ["Deductible does not apply to office visits."],
        ["Ded waived for mental health"],
        ["Are there services covered before you meet your deductible? Yes. Office visits."],
        ["Are there services covered before you meet your deductible?", "Yes. Office visits."],
        ["Yes. Office visits are covered before you meet your deductible."],
        ["Are there other deductibles for specific services? Yes. $250 for mental health."],
        ["Are there other deductibles for specific services?", "Yes. $250 for mental health."],
        ["There is a separate deductible for behavioral health."],
    ],
)
def test_a_line_that_may_make_therapy_come_before_the_deductible_leaves_it_to_be_asked(lines):
    assert applies(*lines) is None
