"""An amount that nobody gave is told as assumed where it is held against one that somebody did.

Of a typical employer's plan 1,886 dollars of deductible and 4,000 of maximum are assumed, and so
are 130.23 dollars for a session and 255 for a program day.
"""

import pytest
from scenarios import TODAY, comparison, warnings

from carechoice.comparison.plan.words import plan_share

ASSUMED = [
    (
        {"deductible_usd": 5000},
        "Your deductible ($5,000) is above your out-of-pocket maximum ($4,000, assumed). "
        "Please check both.",
    ),
    (
        {"oop_max_usd": 1500},
        "Your deductible ($1,886, assumed) is above your out-of-pocket maximum ($1,500). "
        "Please check both.",
    ),
    (
        {"deductible_met_usd": 2500, "oop_met_usd": 2500},
        "You entered $2,500 as paid, more than the deductible itself ($1,886, assumed). "
        "We count it as fully met.",
    ),
    (
        {"oop_met_usd": 5000},
        "You entered $5,000 as paid out of pocket, more than your maximum ($4,000, assumed). "
        "We count it as reached.",
    ),
    (
        {"family_deductible_usd": 1500},
        "The family’s deductible ($1,500) is below your own ($1,886, assumed). Please check both.",
    ),
    (
        {"family_oop_max_usd": 3000},
        "The family’s maximum ($3,000) is below your own ($4,000, assumed). Please check both.",
    ),
    (
        {"therapy_copay_usd": 200},
        "The copayment ($200) is more than the price of a session ($130.23, assumed). "
        "We count the price.",
    ),
    (
        {"iop_copay_per_day_usd": 300},
        "The copayment ($300) is more than the price of a program day ($255, assumed). "
        "We count the price.",
    ),
    # The other network takes over the deductible that was typed, and that is assumed.
    (
        {"deductible_usd": 5000, "oop_max_usd": 6000, "therapy_network": "oon"}
        | {"therapy_deductible_applies": "yes", "other_net_oop_max_usd": 4500},
        "Your deductible ($5,000, assumed) is above your out-of-pocket maximum ($4,500). "
        "Please check both.",
    ),
]


@pytest.mark.parametrize(("inputs", "told"), ASSUMED)
def test_an_amount_that_nobody_gave_is_told_as_assumed(inputs, told):
    assert told in warnings(comparison(**inputs), TODAY)


def test_amounts_that_somebody_gave_are_told_as_they_are():
    given = {"deductible_usd": 5000, "oop_max_usd": 4000, "oop_met_usd": 4500}
    told = warnings(comparison(**given), TODAY)
    assert (
        "Your deductible ($5,000) is above your out-of-pocket maximum ($4,000). Please check both."
    ) in told
    assert not [sentence for sentence in told if "assumed" in sentence]


def test_the_part_b_deductible_is_set_by_law_and_not_assumed():
    told = warnings(comparison(plan="medicare", deductible_met_usd=300), TODAY)
    assert (
        "You entered $300 as paid, more than the deductible itself ($283). "
        "We count it as fully met."
    ) in told


def test_who_entered_nothing_as_paid_is_asked_to_and_not_told_of_nothing_entered():
    told = warnings(comparison(deductible_met_usd=500), TODAY)
    assert "The $500 paid toward your deductible also counts here. Please enter it." in told
    typed = warnings(comparison(deductible_met_usd=500, oop_met_usd=200), TODAY)
    assert (
        "The $500 paid toward your deductible also counts here. You entered $200. Please check it."
    ) in typed
    family = {"family_deductible_usd": 4000, "family_oop_max_usd": 9000}
    told = warnings(comparison(**family, deductible_met_usd=500, oop_met_usd=600), TODAY)
    assert (
        "The $500 you paid toward your own deductible count here as well. Please enter them."
        in told
    )
    assert (
        "The $600 you paid toward your own maximum count here as well. Please enter them." in told
    )


@pytest.mark.parametrize(
    ("inputs", "reached"),
    [
        ({"oop_met_usd": 4500}, "You have reached the out-of-pocket maximum that we assume."),
        (
            {"oop_met_usd": 4500, "oop_max_usd": 4000},
            "You have reached your out-of-pocket maximum.",
        ),
        # The family's maximum is given, and reached.
        (
            {"oop_met_usd": 4500, "family_oop_max_usd": 8000, "family_oop_met_usd": 8000},
            "You have reached your out-of-pocket maximum.",
        ),
        # That of the other network is assumed to be as high as the first one.
        (
            {"oop_max_usd": 4000, "therapy_network": "oon", "other_net_oop_met_usd": 4500},
            "You have reached the out-of-pocket maximum that we assume.",
        ),
    ],
)
def test_a_maximum_that_is_assumed_is_not_told_as_reached_for_sure(inputs, reached):
    told = plan_share(comparison(**inputs).scenario)[0]
    of = "the price it allows" if "therapy_network" in inputs else "the price"
    assert told.startswith(
        f"A therapy visit: your plan pays all of {of} for the rest of the plan year. {reached}"
    )
