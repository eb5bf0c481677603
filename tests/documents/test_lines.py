"""Lines of a portal or a verification of benefits give what they say; the rest is asked."""

import pytest
from lines_read import asked, read_lines, sure, values

from carechoice.documents.paper import RefusedError

SCREEN = """Member: PERSONNAME
Therapy: $30 copay, ded waived
IOP: 70/30 after ded
"""
READ = {
    "therapy_copay_usd": 30,
    "therapy_share_too": False,
    "therapy_deductible_applies": False,
    "iop_copay_per_day_usd": 0,
    "iop_pays_percent": 70,
    "iop_deductible_applies": True,
}


def test_each_line_fills_the_service_that_it_names():
    assert values(SCREEN) == READ
    assert sure(SCREEN) == set(READ)
    assert read_lines(SCREEN).ask == ()


def test_a_line_without_an_amount_is_passed_over_unread():
    assert "PERSONNAME" not in repr(read_lines(SCREEN))


def test_a_cell_of_a_summary_fills_therapy_and_most_likely_the_program():
    cell = (
        "$30/office visit; deductible does not apply; 20% coinsurance for other outpatient services"
    )
    assert values(cell) == {
        "therapy_copay_usd": 30,
        "therapy_share_too": False,
        "therapy_deductible_applies": False,
        "iop_copay_per_day_usd": 0,
        "iop_pays_percent": 80,
    }
    assert "iop_pays_percent" not in sure(cell)
    assert {("service", "iop_copay_per_day_usd"), ("missing", "iop_deductible_applies")} <= asked(
        cell
    )


def test_a_single_line_without_a_service_is_most_likely_therapy_and_never_the_program():
    assert values("30% AD") == {
        "therapy_copay_usd": 0,
        "therapy_pays_percent": 70,
        "therapy_deductible_applies": True,
    }
    assert sure("30% AD") == set()
    assert ("missing", "iop_pays_percent") in asked("30% AD")


@pytest.mark.parametrize("heading", ["Out-of-network", "OON benefits", "Inpatient", "In / OON"])
def test_below_a_heading_for_other_care_nothing_is_read(heading):
    assert values(f"{heading}\nOffice visit: 50% coinsurance") == {}
    back = f"{heading}\nOffice visit: 50% coinsurance\nIn-network\nOffice visit: 20% coinsurance"
    assert values(back) == {"therapy_copay_usd": 0, "therapy_pays_percent": 80}


def test_of_several_lines_one_that_names_no_service_is_asked_about():
    assert values("20% coinsurance\n40% coinsurance") == {}
    assert ("service", "therapy_copay_usd") in asked("20% coinsurance\n$30")


def test_two_lines_that_differ_are_set_against_each_other():
    paper = read_lines("Office visit: $30 copay AD\nTherapy: $40 copay AD")
    assert [found.value for found in paper.contradictory[0]] == [30, 40]
    assert "therapy_copay_usd" not in {found.field for found in paper.read}


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("Deductible: $1,500 then 20%", ("not_understood", None)),
        ("Deductible waived $20 copay", ("not_understood", None)),
        ("Office visit: $30\t50% coinsurance", ("cells", None)),
        ("Office visit: 100% AD", ("who_pays", None)),
        ("Therapy: $30 before deductible", ("copay_first", "therapy_copay_usd")),
        ("IOP: $500 per stay", ("stay", "iop_copay_per_day_usd")),
        ("IOP: $0", ("zero_copay", "iop_pays_percent")),
        ("Therapy: $30", ("missing", "therapy_deductible_applies")),
        ("Therapy: $30 then 20%", ("missing", "therapy_share_of_rest")),
        ("IOP: $50/day and 20%", ("missing", "iop_share_of_rest")),
        ("IOP: not covered", ("carve_out", "iop_not_covered")),
        ("Office visit: $30 " + "and " * 60, ("not_understood", None)),
    ],
)
def test_what_is_not_said_for_sure_is_asked(line, question):
    assert question in asked(line)


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("Limit: 20 visits per calendar year", "limit"),
        ("IOP: max 30 days per plan year", "limit"),
        ("No more than 12 sessions a year", "limit"),
        ("Prior auth required for IOP", "approval"),
        ("Precertification: yes", "approval"),
        ("IOP needs approval", "approval"),
        ("Referral needed", "referral"),
    ],
)
def test_a_limit_an_approval_and_a_referral_on_a_line_of_its_own_are_asked_about(line, question):
    assert {why for why, _ in asked(f"{line}\n{SCREEN}")} == {question}
    assert asked(f"Out of network\n{line}") == asked("Out of network")


@pytest.mark.parametrize(
    "line",
    ["Prior authorization: not required", "Visit limit: none", "Chiropractic: 12 visits per year"],
)
def test_a_line_that_says_there_is_none_or_is_for_other_care_asks_nothing(line):
    assert asked(f"{line}\n{SCREEN}") == set()


def test_an_approval_that_is_not_needed_unless_there_is_more_is_asked_about():
    line = "Prior authorization not required unless more than 20 visits"
    assert {("approval", None), ("limit", None)} <= asked(line)


def test_terms_beside_an_approval_that_is_not_needed_are_not_passed_over():
    line = "Therapy: $30 copay, deductible does not apply, prior authorization not required"
    assert values(line)["therapy_copay_usd"] == 30
    assert ("not_understood", None) in asked(f"{line} for the first 20 visits")


@pytest.mark.parametrize(
    ("line", "starts"),
    [
        ("Plan year: July 1", "07-01"),
        ("Plan year begins 9/20", "09-20"),
        ("Benefit period 10/01/2026 - 09/30/2027", "10-01"),
        ("Deductible resets each January 1st", "01-01"),
        ("Plan year: calendar year", "01-01"),
        ("Plan year: calendar year, resets 01/01", "01-01"),
        ("Plan year type: Calendar", "01-01"),
        ("Benefit year runs July 1 through June 30", "07-01"),
        ("Plan year is 7/1-6/30", "07-01"),
        ("Plan year 2026-07-01 to 2027-06-30", "07-01"),
        ("Plan year: July - June", "07-01"),
        ("Deductible resets every January", "01-01"),
        ("Your deductible resets on July 1", "07-01"),
        ("Plan renews 07/01", "07-01"),
        ("Accumulators run from April 1 to March 31", "04-01"),
    ],
)
def test_when_a_plan_year_starts_is_read_and_asked_about(line, starts):
    """The deductible may start again on another day, such as January 1."""
    text = f"{line}\n{SCREEN}"
    assert values(text) == READ | {"plan_year_start": starts}
    assert "plan_year_start" not in sure(text)
    assert asked(text) == {("plan_year", "plan_year_start")}
    assert values(f"Secondary insurance\n{line}") == {}


@pytest.mark.parametrize(
    "line",
    [
        "Plan year: 31/12",
        "Plan year: Foo 1",
        "Plan year: 2/29",
        "Plan year: calendar year, resets 07/01",
        "Plan year: July 1 for teachers, else September 1",
        "Plan year starts on the day of hire, 07/15/2026",
        "Coverage period: 03/15/2026 - 12/31/2026",
        "Deductible resets in the month of hire (August)",
    ],
)
def test_a_plan_year_that_starts_on_no_day_of_every_year_is_asked_about(line):
    assert values(line) == {}
    assert ("plan_year", "plan_year_start") in asked(line)


LIMITS = """In-network
Deductible $1,500 individual / $3,000 family
Individual deductible met: $400
OOP max (individual): $4,000
"""


def test_a_deductible_and_a_maximum_of_one_person_in_network_are_read():
    assert values(LIMITS) == {
        "deductible_usd": 1500,
        "deductible_met_usd": 400,
        "oop_max_usd": 4000,
    }
    assert sure(LIMITS) == set(values(LIMITS))


@pytest.mark.parametrize(
    ("line", "field", "value", "question"),
    [
        ("OOP max 4000", "oop_max_usd", 4000, "whose"),
        ("Deductible: $1,500", "deductible_usd", 1500, "whose"),
        ("Individual deductible: $1,500", "deductible_usd", 1500, "network"),
        ("$400 of $1,500 individual deductible met", "deductible_met_usd", 400, "network"),
    ],
)
def test_a_limit_that_leaves_something_unsaid_is_most_likely_meant(line, field, value, question):
    assert values(line)[field] == value
    assert field not in sure(line)
    assert (question, "oop_max_usd" if "oop" in field else "deductible_usd") in asked(line)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("In-network family deductible: $3,000", ("family", "deductible_usd")),
        ("Out-of-network deductible: $3,000", ("out_of_network", "deductible_usd")),
        ("Out-of-network\nIndividual deductible: $3,000", ("heading", "deductible_usd")),
        ("Family\nOOP max: $9,000", ("heading", "oop_max_usd")),
        ("Deductible: $1,500 | $3,000", ("whose", "deductible_usd")),
        ("Deductible: $400 Met $1,500", ("not_understood", "deductible_usd")),
        ("Individual deductible remaining: $600", ("remaining", "deductible_met_usd")),
        ("Deductible $1,500 in year 1", ("not_understood", "deductible_usd")),
        ("OOP max: unlimited", ("unlimited", "oop_max_usd")),
    ],
)
def test_a_limit_that_may_be_another_is_asked_about(text, question):
    assert question in asked(text)
    assert values(text) == {}


@pytest.mark.parametrize("line", ["Deductible: none", "Deductible: $0"])
def test_a_deductible_of_nothing_that_stands_alone_holds_in_every_network_and_for_all_care(line):
    """Out of network it is never less than in network. Beside other lines it may be of a visit."""
    assert values(line) == {"deductible_usd": 0}
    assert sure(line) == {"deductible_usd"}
    beside = f"Individual therapy\nCopay: $30\n{line}"
    assert "deductible_usd" not in sure(beside)
    assert ("network", "deductible_usd") in asked(beside)


def test_a_deductible_of_nothing_below_a_heading_in_network_may_be_that_of_one_service():
    """So a card has them, block by block. One that is said to be for one person is the plan's."""
    card = "Mental health\nIn-network\nIndividual therapy: $25 copay\nDeductible: $0"
    assert ("service", "deductible_usd") in asked(card)
    assert "deductible_usd" not in sure(card)
    assert "deductible_usd" in sure(card.replace("Deductible", "Individual deductible"))


def test_two_deductibles_that_differ_are_set_against_each_other():
    paper = read_lines("Individual deductible: $500\nIndividual deductible: $750")
    assert [found.value for found in paper.contradictory[0]] == [500, 750]


def test_more_lines_than_a_person_can_look_over_are_not_used():
    line = "Individual therapy: $30 copay\n"
    assert read_lines(line * 500).read
    with pytest.raises(RefusedError, match="many_lines"):
        read_lines(line * 501)


def test_a_text_of_more_lines_than_any_screen_has_is_not_looked_through():
    line = "Individual therapy: $30 copay\n"
    assert read_lines("Notes\n" * 4_999 + line).read
    with pytest.raises(RefusedError, match="much_text"):
        read_lines("Notes\n" * 5_000 + line)


def test_of_answers_that_say_the_same_the_first_stands_for_all():
    same = "Individual deductible: $500\n"
    (values,) = read_lines(f"{same}{same}Individual deductible: $750\n{same}").contradictory
    assert [(each.value, each.place) for each in values] == [(500, "line 1"), (750, "line 3")]


@pytest.mark.parametrize(
    "heading",
    ["Secondary insurance", "Spouse", "Telehealth", "Virtual visits", "EAP", "PCP", "Specialist",
     "Non-INN", "Non-contracted providers", "Without authorization", "After 20 visits", "Under 19",
     "If the deductible is not met", "Once out-of-pocket maximum is met", "Prior plan year"],
)  # fmt: skip
def test_below_a_heading_for_other_care_another_person_or_a_condition_nothing_is_read(heading):
    text = f"{heading}\nIndividual therapy: $25 copay\nDeductible in network: $500 individual"
    assert values(text) == {}
    assert {("service", "therapy_copay_usd"), ("heading", "deductible_usd")} <= asked(text)
    back = f"{text}\nMental health in network\nIndividual therapy: $40 copay"
    assert values(back)["therapy_copay_usd"] == 40


def test_a_line_that_was_broken_within_its_cell_is_read_as_one():
    broken = "Mental health office visit: $25\ncopay per visit after\ndeductible\nIOP: 20% AD"
    assert values(broken) == values(
        "Mental health office visit: $25 copay per visit after deductible\nIOP: 20% AD"
    )


@pytest.mark.parametrize(
    "rest", ["after 3rd visit; deductible applies", "only at preferred facilities", "(tier 1)"]
)
def test_a_condition_on_the_next_line_of_a_cell_is_not_dropped(rest):
    assert values(f"Individual therapy: $25 copay\n{rest}") == {}


def test_lines_written_small_throughout_are_lines_of_their_own():
    small = "individual therapy: $25 copay\niop: 20% after deductible"
    assert values(small) == values(small.replace("individual", "Individual"))
    assert values(small)["iop_pays_percent"] == 80


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("IOP: 20% after ded, auth required", "approval"),
        ("IOP: 20% after ded, precert needed", "approval"),
        ("Therapy: $30 copay, referral required", "referral"),
    ],
)
def test_an_approval_behind_terms_is_asked_about_beside_them(line, why):
    assert sure(line)
    assert (why, None) in asked(line)
    assert not {("approval", None), ("referral", None)} & asked("IOP: 20% AD, no auth required")
