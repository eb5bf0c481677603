"""A fee that a line names may come on top of what a visit costs: terms beside it are not sure."""

import pytest
from lines_read import asked, read_lines, sure, values

THERAPY = "Therapy: $30 copay, deductible waived"
IOP = "IOP: 10% after deductible"


@pytest.mark.parametrize(
    "fee",
    [
        "Facility fee: $100",
        "Facility fee: $100 per visit",
        "Outpatient facility charge 20%",
        "Facility: 20% after deductible",
        "Outpatient facility (hospital): 30%",
        "Professional fee: 10%",
        "Professional services: 10%",
        "Technology fee $15",
        "Hospital-based clinic: add $75 facility fee",
        "Facility fee may apply",
        "A facility fee is billed separately in a hospital clinic",
        "Provider-based surcharge: $40",
    ],
)
@pytest.mark.parametrize("is_above", [True, False])
def test_terms_beside_a_fee_are_most_likely_and_the_fee_is_asked(fee, is_above):
    text = "\n".join([fee, THERAPY, IOP] if is_above else [THERAPY, IOP, fee])
    read = values(text)
    assert (read["therapy_copay_usd"], read["iop_pays_percent"]) == (30, 90)
    assert not sure(text)
    assert {("fee", "therapy_copay_usd"), ("fee", "iop_copay_per_day_usd")} <= asked(text)


@pytest.mark.parametrize(
    "line",
    [
        "Facility fee: none",
        "Facility fee: $0",
        "No facility fee",
        "Facility fee: not applicable",
        "No-show fee: $75",
        "Late cancellation: $75",
        "Outpatient surgery facility fee: 20%",
        "Facility fee (e.g., ambulatory surgery center): 20% coinsurance",
        "Facility fee (e.g., hospital room): 20% coinsurance",
        "Emergency room facility fee: $250",
    ],
)
def test_what_is_no_fee_of_a_visit_changes_nothing(line):
    assert "therapy_copay_usd" in sure(f"{THERAPY}\n{line}")


def test_a_fee_below_a_heading_for_other_care_is_that_care_s():
    text = f"{THERAPY}\nOutpatient surgery\nFacility fee: 20% coinsurance"
    assert "therapy_copay_usd" in sure(text)


def test_a_limit_is_as_sure_beside_a_fee_as_without():
    text = f"{THERAPY}\nIndividual in-network deductible: $1,500\nFacility fee: $100"
    assert sure(text) == {"deductible_usd"}


def test_the_fee_is_told_in_its_own_words_and_at_its_place():
    (ask,) = (ask for ask in read_lines(f"{THERAPY}\nFacility fee: $100").ask if ask.why == "fee")
    assert (ask.words, ask.place) == ("Facility fee: $100", "line 2")
