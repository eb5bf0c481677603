"""What stands above lines and beside them says whose they are; what it leaves open is asked."""

import pytest
from lines_read import asked, read_lines, sure, values


@pytest.mark.parametrize(
    "heading",
    ["Out-of-network coinsurance", "Out-of-network benefits (deductible applies)",
     "Covered services out of network", "OON copays", "Inpatient deductible", "Pharmacy deductible",
     "Rehabilitation services", "Physical therapy", "Video visits", "Group sessions", "Exclusions",
     "Rx", "Diagnostic tests", "Last year", "Husband", "Son", "COBRA plan (ended)", "Part A",
     "Workers' compensation", "In-network claims", "Out of network\nMental health"],
)  # fmt: skip
def test_a_heading_for_others_is_one_whatever_terms_it_names_beside_them(heading):
    text = f"{heading}\nTherapy: 40% after deductible\nIndividual deductible in network: $500"
    assert values(text) == {}
    assert {("service", "therapy_copay_usd"), ("heading", "deductible_usd")} <= asked(text)


@pytest.mark.parametrize(
    "heading",
    ["Fiscal year 2026", "Effective on hire, 07/15/2026", "Plan B", "Tommy", "Wound care"],
)
def test_below_words_that_are_not_known_nothing_is_sure_until_a_known_heading(heading):
    text = f"{heading}\nTherapy: $30 copay\nIn-network individual deductible: $500"
    assert values(text)["deductible_usd"] == 500
    assert sure(text) == set()
    assert {("heading", "therapy_copay_usd"), ("heading", "deductible_usd")} <= asked(text)
    assert "therapy_copay_usd" in sure(f"{heading}\nMental health, in network\nTherapy: $30 copay")


def test_below_another_year_nothing_is_sure_until_a_line_names_this_one():
    text = "2025\nMental health, in network\nTherapy: $30 copay"
    assert sure(text) == set()
    assert ("heading", "therapy_copay_usd") in asked(text)
    this_year = "2026 benefits\nMental health\nTherapy: $40 copay"
    assert "therapy_copay_usd" in sure(f"2025\nMental health\nOffice hours\n{this_year}")


def test_what_another_person_has_paid_is_not_sure_below_a_name_between_lines():
    """Terms of therapy are the same for both; what is met of a deductible is not."""
    text = "Jane\nIn-network\nIndividual deductible: $500\nJohn\nIn-network\n{}"
    met = text.format("Individual deductible: $500, met $500")
    assert "deductible_usd" in sure(met)
    assert "deductible_met_usd" not in sure(met)
    assert "therapy_copay_usd" in sure(text.format("Therapy: $30 copay"))


def test_of_a_second_person_the_heading_is_shown_without_the_name():
    text = "Member: Jane\nTherapy: $30 copay\nMember: John\nMental health\nIOP: 20% AD"
    paper = read_lines(text)
    assert ("heading", "Member") in {(ask.why, ask.words) for ask in paper.ask}
    assert "J" not in "".join(ask.words for ask in paper.ask)


PORTAL = """Home | Benefits | Claims | Find care
Welcome, PERSONNAME!
Blue Choice PPO Gold
Member: PERSONNAME
Your benefits at a glance
In-network
Individual deductible
$1,500.00
$900.00 spent
$600.00 remaining
View claims
Mental health
Office visit: $30 copay, deductible waived
"""


def test_menus_greetings_names_and_buttons_of_a_portal_leave_nothing_in_doubt():
    found = {"deductible_usd": 1500, "deductible_met_usd": 900, "therapy_copay_usd": 30}
    assert found.items() <= values(PORTAL).items()
    assert sure(PORTAL) == set(values(PORTAL))
    assert {why for why, _ in asked(PORTAL)} == {"missing"}
    assert "PERSONNAME" not in repr(read_lines(PORTAL))


def test_an_office_visit_is_one_of_therapy_where_mental_health_is_named_and_else_asked_about():
    card = "Office visit $30\nSpecialist $50\nBH Magellan"
    assert values(card)["therapy_copay_usd"] == 30
    assert sure(card) == set()
    assert {("general", "therapy_copay_usd"), ("carve_out", None)} <= asked(card)
    assert "therapy_copay_usd" in sure("Mental health\nOffice visit: $30 copay")


@pytest.mark.parametrize(
    "line", ["Explanation of benefits", "This is not a bill", "Claim number 123", "You owe $30.00"]
)
def test_amounts_of_a_claim_are_none_of_the_plan(line):
    text = f"In-network\nIndividual deductible: $75.00\nTherapy: $30.00 copay\n{line}"
    assert values(text) == {}
    assert {("service", "therapy_copay_usd"), ("heading", "deductible_usd")} <= asked(text)


@pytest.mark.parametrize(
    "said",
    ["$1,500 is met", "$1,500 (met)", "$1,500 - met", "$1,500, met", "$1,500 satisfied"],
)
def test_where_an_amount_is_met_it_is_asked_if_that_is_all_of_the_limit(said):
    """Of a deductible of $1,500 all is met, or of a higher one so much so far: $1,500 in both."""
    text = f"In-network individual deductible: {said}"
    assert values(text) == {"deductible_met_usd": 1500}
    assert ("missing", "deductible_usd") in asked(text)


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("Visit limit: 30 per year, 12 used", "limit"),
        ("Visits used: 12 of 30", "limit"),
        ("Authorized days: 12", "approval"),
        ("Auth required for IOP after day 10", "approval"),
        ("Family is aggregate", "note"),
        ("Accumulators combined in and out of network", "note"),
        ("Carry-over: yes, last quarter", "note"),
        ("No out-of-network benefits", "note"),
        ("Policy year begins on the 1st of September", "plan_year"),
        ("Deducible 500", "spanish"),
        ("Copago 30", "spanish"),
    ],
)
def test_what_is_said_beside_the_terms_is_asked_about_and_takes_none_of_them_back(line, question):
    text = f"{line}\nTherapy: $30 copay"
    assert question in {why for why, _ in asked(text)}
    assert "therapy_copay_usd" in sure(text)


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("MH carved out to Optum", "carve_out"),
        ("Behavioral health administered by Magellan", "carve_out"),
        ("Spend down: 250 per month", "spend_down"),
        ("Behavioral health is excluded from this plan", "excluded"),
    ],
)
def test_where_another_pays_for_such_care_or_nobody_does_its_terms_are_not_sure(line, question):
    for text in (f"{line}\nTherapy: $30 copay", f"Therapy: $30 copay\n\n{line}\n\nThank you"):
        assert question in {why for why, _ in asked(text)} or not values(text)
        assert not sure(text)


def test_a_deductible_of_mental_health_alone_makes_that_of_the_plan_unsure():
    text = "Individual in-network deductible: $1,500, met $400\nMental health deductible: $250"
    assert values(text) == {"deductible_usd": 1500, "deductible_met_usd": 400}
    assert not sure(text)
    assert ("separate", None) in asked(text)


def test_terms_without_a_sign_are_read():
    text = "INN ded ind 1500, met 900\n90837 copay 30, ded waived\nS9480 20% coins after ded"
    assert values(text) == {
        "therapy_copay_usd": 30,
        "therapy_share_too": False,
        "therapy_deductible_applies": False,
        "iop_copay_per_day_usd": 0,
        "iop_deductible_applies": True,
        "deductible_usd": 1500,
        "deductible_met_usd": 900,
        "iop_pays_percent": 80,
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Deductible\t$500\nDeductible met\t$200",
         {"deductible_usd": 500, "deductible_met_usd": 200}),
        ("Deductible\nIndividual in-network\n$500\n$120 remaining",
         {"deductible_usd": 500, "deductible_met_usd": 380}),
        ("In-network\nInd ded: $500\nMet: $200\nRemaining: $300",
         {"deductible_usd": 500, "deductible_met_usd": 200}),
        ("Deductible Ind: 1500 Met: 900 Rem: 600",
         {"deductible_usd": 1500, "deductible_met_usd": 900}),
        ("Deductible: $1,500 total / $900 met / $600 remaining",
         {"deductible_usd": 1500, "deductible_met_usd": 900}),
        ("Deductible: $1,500 total / $900 met / $500 remaining", {}),
        ("Deductible $1,200 per person. IOP: 20%. Out-of-pocket limit $5,500.",
         {"deductible_usd": 1200, "iop_copay_per_day_usd": 0, "iop_pays_percent": 80,
          "oop_max_usd": 5500}),
        ("Therapy\t\t40%", {}),
    ],
)  # fmt: skip
def test_columns_broken_lines_and_sentences_are_read_as_lines(text, found):
    assert values(text) == found
