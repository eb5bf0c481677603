"""A plan's own words that say too little, too much or two things at once are refused."""

import pytest

from carechoice.documents.terms.line import read_services
from carechoice.documents.terms.owed import NotUnderstoodError

# The text, and the part of it that is named as not understood.
REFUSED = [
    # Of a share or of nothing, "before the deductible" says no order.
    ("20% coinsurance before deductible", "20% coinsurance before deductible"),
    ("No charge before deductible", "No charge before deductible"),
    # Cells of the plan file that say nothing of the cost.
    ("", ""),
    (" \t\n", ""),
    ("Not Applicable", "Not Applicable"),
    ("Not Applicable; Not Applicable", "Not Applicable; Not Applicable"),
    ("Covered", "Covered"),
    ("Yes", "Yes"),
    ("No", "No"),
    ("1.0", "1.0"),
    ("Visit(s) per Year", "Visit(s) per Year"),
    ("Days per Admission", "Days per Admission"),
    ("Item(s) per 3 Years", "Item(s) per 3 Years"),
    # Conditions it does not know.
    ("20% coinsurance after deductible up to $50", "up to $50"),
    ("$35 copay; 20% coinsurance for labs", "for labs"),
    ("first 3 visits free", "first 3 visits free"),
    ("$35 copay/visit for the first 3 visits, then 20%", "for the first 3 visits"),
    ("$35 copay or 20% coinsurance", "or 20% coinsurance"),
    ("$35 copay with deductible", "with deductible"),
    ("20% coinsurance after copay", "after copay"),
    ("$35-$50 copay", "-$50 copay"),
    ("$35 copay, no auth required for 8 visits", "for 8 visits"),
    ("Ded: Yes", "Ded Yes"),
    ("Not covered unless approved", "unless approved"),
    # Numbers that are none.
    ("35", "35"),
    ("150%", "150%"),
    ("100.5%", "100.5%"),
    ("-$35", "-$35"),
    ("$35k", "k"),
    ("$1,2500", "2500"),
    ("$35.005", "$35.005"),
    ("$12345678", "$12345678"),
    ("$", "$"),
    # Words in an order that says something else, or nothing.
    ("copay", "copay"),
    ("after deductible", "after deductible"),
    ("Deductible, then", "Deductible, then"),
    ("$35 coinsurance", "$35 coinsurance"),
    ("20% copay", "20% copay"),
    ("20% coinsurance per visit", "20% coinsurance per visit"),
    ("$35 20%", "$35 20%"),
    ("plan pays $35", "plan pays $35"),
    ("plan pays 80% coinsurance", "plan pays 80% coinsurance"),
    ("Not covered after deductible", "Not covered after deductible"),
    ("$35 copay, then", "$35 copay, then"),
    ("then 20%", "then 20%"),
    ("$35,,20%", "$35,,20%"),
    # Labels that say more than which service it is.
    ("After deductible: $35", "After deductible"),
    ("First three visits: $35", "First three visits"),
    ("Each additional visit: $35", "Each additional visit"),
    ("Tier 1: $35", "Tier 1"),
    ("If not preauthorized: 50% coinsurance", "If not preauthorized"),
    ("Out-of-network: 50% coinsurance", "Out-of-network"),
    ("Telehealth: $0 copay", "Telehealth"),
    ("Inpatient: 20%", "Inpatient"),
    ("Without referral: 50% coinsurance", "Without referral"),
    ("Non-preferred provider: 40% coinsurance", "Non-preferred provider"),
    ("Group therapy: $15", "Group therapy"),
    ("Partial hospitalization: 20%", "Partial hospitalization"),
    ("Emergency room: $250", "Emergency room"),
    ("Outpatient surgery: 20%", "Outpatient surgery"),
    (": $35", ""),
]

CONTRADICTIONS = [
    "$35 copay; $50 copay",
    "$35 copay per day; $35 copay per stay",
    "20% coinsurance; 30% coinsurance",
    "plan pays 80%, you pay 30%",
    "20% after deductible, deductible does not apply",
    "Deductible, then 20%, deductible does not apply",
    "$35 copay after deductible, $35 copay, deductible does not apply",
    "$35 copay; 20% coinsurance after deductible",
    "Ded: No, 20% after deductible",
    "$35 copay, then 20% coinsurance, deductible does not apply",
    "$35 copay, deductible does not apply; 20% coinsurance after deductible",
    "No charge; No charge after deductible",
    "No charge; $35 copay",
    "No Charge; 20% Coinsurance after deductible",
    "Not covered; 20% coinsurance",
    "$35; 20%; 30%",
]

# In network and out of network, as a row of a summary is copied. Which cell counts is not said.
CELLS = [
    "$0 copay/visit\t40% coinsurance",
    "$35.00\t20.00%",
    "20% coinsurance\t40% coinsurance",
    "Office visits: $35 copay/visit\t50% coinsurance",
    "No charge\tNot covered",
    "$0 copay/visit; 40% coinsurance",
    "$0 / 40% coinsurance",
    "$35/20%",
    "$35 copay/visit / 40% coinsurance",
    "$25 copay | 50% coinsurance",
    "$30 copay - 40% coinsurance",
    "20% coinsurance | Not covered",
]


@pytest.mark.parametrize(("text", "rest"), REFUSED)
def test_what_is_not_understood_is_named_and_nothing_is_guessed(text, rest):
    with pytest.raises(NotUnderstoodError) as refusal:
        read_services(text)
    assert refusal.value.rest == rest


def test_a_label_and_a_line_about_two_services_are_refused():
    with pytest.raises(NotUnderstoodError):
        read_services("Other outpatient services: $30/office visit")


@pytest.mark.parametrize("text", CELLS)
def test_two_cells_that_differ_are_asked_about(text):
    with pytest.raises(NotUnderstoodError) as refusal:
        read_services(text)
    assert refusal.value.reason == "cells"


# Of 80% alone each side is printed as "the coinsurance" somewhere; 20/80 has the shares in an order
# that nobody uses.
@pytest.mark.parametrize(
    "text",
    [
        *(
            "100% after deductible",
            "60% AD",
            "80%",
            "50%",
            "Deductible, then 90%",
            "20/80",
            "80/10",
        ),
        *("coinsurance 80%", "70% coinsurance after deductible", "Coins: 100%", "coins 51%"),
    ],
)
def test_a_large_share_that_does_not_say_whose_it_is_is_asked_about(text):
    with pytest.raises(NotUnderstoodError) as refusal:
        read_services(text)
    assert refusal.value.reason == "who_pays"


@pytest.mark.parametrize("text", CONTRADICTIONS)
def test_a_line_that_contradicts_itself_has_no_terms(text):
    with pytest.raises(NotUnderstoodError):
        read_services(text)


def test_parts_that_differ_on_the_deductible_are_named_as_a_whole():
    text = "Office visit: $35 copay; 20% coinsurance after deductible"
    with pytest.raises(NotUnderstoodError) as refusal:
        read_services(text)
    assert refusal.value.rest == text
