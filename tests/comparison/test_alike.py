"""Both options under the same terms, beside our starting terms. Worked by hand.

18 sessions at $130.23 and 24 days at $255, a deductible of $1,886 and a share of 20%.
"""

import pytest
from scenarios import comparison

from carechoice.comparison.alike import alike, told

START = "2027-01-04"


def costs(result):
    return {care: option.patient_usd.likely for care, option in result.both.items()}


def test_the_deductible_comes_first_for_both():
    """Fourteen sessions in full are $1,823.22. The 15th has $62.78 of deductible and $13.49 of the
    other $67.45, three more cost $26.05 each. The IOP is as it was."""
    assert costs(alike(comparison())["deductible"]) == {"therapy": 1977.64, "iop": 2732.80}


def test_a_copayment_is_asked_for_both():
    """18 and 24 times $27, with no deductible before it."""
    assert costs(alike(comparison())["copay"]) == {"therapy": 486, "iop": 648}


def test_both_pairs_are_told_of_the_opening():
    assert told(comparison()) == (
        "Your plan may have the same terms for both. "
        "With the deductible first for both, therapy costs you about $1,978 and the IOP about "
        "$2,733. With a copayment of $27 for both, therapy costs you $486 and the IOP $648."
    )


@pytest.mark.parametrize(
    "inputs",
    [
        {"therapy_copay_usd": 40},
        {"iop_deductible_applies": "no"},
        {"confirmed": "therapy_copay_usd:2026-11-20"},
        # The same terms for both already, by the example or by law, or no terms at all.
        {"plan": "high_deductible"},
        {"plan": "medicare"},
        {"plan": "masshealth"},
        {"plan": "none"},
        {"deductible_usd": 0},
    ],
)
def test_nothing_is_told_where_the_terms_of_one_are_known_or_both_have_the_same(inputs):
    assert told(comparison(start_date=START, **inputs)) == ""
