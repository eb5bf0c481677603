"""What papers say of any plan, that nothing is promised, takes nothing back; a condition does."""

import pytest
from lines_read import sure, values

TERMS = "Therapy: $30 copay\nIOP: 20% after deductible\nIndividual in-network deductible: $500"


@pytest.mark.parametrize(
    "line",
    [
        "This is not a guarantee of payment.",
        "Not a guarantee of payment",
        "Benefits are not a guarantee of payment.",
        "Verification of benefits is not a guarantee of coverage or payment.",
        "Disclaimer: quoted benefits are not a guarantee of payment",
        "*Please note that this information is not a guarantee of benefits.",
        "All benefits are subject to the terms, conditions and limitations of the plan.",
        "Benefits subject to eligibility at the time of service",
        "Payment is subject to medical necessity and plan provisions.",
        "See your plan documents for details.",
        "Please refer to the certificate of coverage for complete details",
        "© 2026 Blue Plan. All rights reserved.",
    ],
)
@pytest.mark.parametrize("is_above", [True, False])
def test_a_disclaimer_leaves_the_terms_as_sure_as_they_are(line, is_above):
    text = f"{line}\n{TERMS}" if is_above else f"{TERMS}\n{line}"
    assert sure(text) == set(values(TERMS)) == set(values(text))


@pytest.mark.parametrize(
    "ending",
    [
        ". Not a guarantee of payment.",
        " - this is not a guarantee of payment",
        ". See your plan documents for details.",
        ", 800-555-0100",
        ". Ph: (800) 555-0100",
    ],
)
def test_a_disclaimer_or_a_number_to_call_at_the_end_of_a_line_is_no_term_of_it(ending):
    line = "Therapy: $30 copay, deductible waived"
    assert sure(f"{line}{ending}") == set(values(line))


def test_a_day_and_a_disclaimer_and_who_was_spoken_with_leave_all_as_sure_as_it_is():
    text = f"Verified 11/20/2026. Benefits are not a guarantee of payment.\nSpoke w/ Ann\n{TERMS}"
    assert sure(text) == set(values(TERMS))


@pytest.mark.parametrize(
    "line",
    [
        "Spoke with Ann about out-of-network benefits",
        "Out-of-network benefits are not a guarantee of payment",
        "Benefits subject to the deductible and coinsurance",
        "All benefits are subject to the terms of the student plan for dependents",
        "This is only an estimate.",
        "Benefits are not a guarantee of payment after 10 visits",
    ],
)
def test_what_names_others_or_a_condition_does_not(line):
    assert "deductible_usd" not in sure(f"{TERMS}\n{line}")
