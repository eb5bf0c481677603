"""Of a paper with answers that differ nothing is used that only some of those answers say."""

from lines_read import asked, read_lines, values

SHARE_OF_ONE = "Therapy: $20 copay\nTherapy: 30% coinsurance"
TWO_NETWORKS = (
    "Office visit: $20 copay; other outpatient services: 10% coinsurance\n"
    "Office visit: 30% coinsurance; other outpatient services: 30% after deductible"
)


def differing(text):
    return {field for why, field in asked(text) if why == "differing"}


def contradicted(text):
    return {each[0].field for each in read_lines(text).contradictory}


def test_the_share_of_one_answer_is_not_put_beside_the_copayment_of_the_other():
    assert values(SHARE_OF_ONE) == {}
    assert contradicted(SHARE_OF_ONE) == {"therapy_copay_usd"}
    assert differing(SHARE_OF_ONE) == {"therapy_share_too", "therapy_pays_percent"}


def test_a_row_of_each_network_gives_neither():
    assert values(TWO_NETWORKS) == {"iop_copay_per_day_usd": 0}
    assert contradicted(TWO_NETWORKS) == {"therapy_copay_usd", "iop_pays_percent"}


def test_what_all_answers_that_differ_say_alike_holds():
    both = "Therapy: $30 copay, deductible waived\nTherapy: $40 copay, deductible waived"
    assert values(both) == {"therapy_deductible_applies": False, "therapy_share_too": False}
    assert contradicted(both) == {"therapy_copay_usd"}


def test_what_is_said_of_other_care_and_of_limits_holds():
    text = f"{SHARE_OF_ONE}\nIOP: 20% after deductible\nIndividual in-network deductible: $1,500"
    assert values(text) == {
        "iop_copay_per_day_usd": 0,
        "iop_pays_percent": 80,
        "iop_deductible_applies": True,
        "deductible_usd": 1500,
    }


def test_what_is_met_of_one_deductible_is_not_met_of_another():
    ded = "Individual in-network deductible"
    text = f"{ded}: $1,500\n{ded}: $3,000, met $200"
    assert (values(text), contradicted(text)) == ({}, {"deductible_usd"})
    assert differing(text) == {"deductible_met_usd"}
    of_one = f"{ded}: $1,500, met $100\n{ded}: $1,500, met $200"
    assert (values(of_one), contradicted(of_one)) == (
        {"deductible_usd": 1500},
        {"deductible_met_usd"},
    )


def test_care_with_terms_is_not_said_to_be_not_covered():
    text = "IOP: not covered\nIOP: 20% after deductible"
    assert values(text) == {}
    assert differing(text) == {
        "iop_not_covered",
        "iop_copay_per_day_usd",
        "iop_pays_percent",
        "iop_deductible_applies",
    }
