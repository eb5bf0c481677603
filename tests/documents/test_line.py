"""A plan's own words for what a visit costs are read in full, or not at all."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_service import read_line

from carechoice.documents.terms.line import read_services
from carechoice.documents.terms.owed import LineTerms, NotUnderstoodError


def terms(
    copay=None, per=None, percent=None, deductible=None, *, covered=True, service=None, first=False
):
    return LineTerms(covered, copay, per, percent, deductible, service, copay_first=first)


OFFICE, OTHER = "office_visit", "other_outpatient"
NO_CHARGE = terms(0, None, 0)
NO_CHARGE_AFTER = terms(0, None, 0, True)
NOT_COVERED = terms(covered=False)

# Every form of the copay, coinsurance and coverage columns of the CMS benefits file, as it stands
# there. Cells that say nothing of the cost, and shares that do not say whose they are, are refused.
PLAN_FILE = [
    ("No Charge", NO_CHARGE),
    ("No Charge after deductible", NO_CHARGE_AFTER),
    ("$60", terms(60)),
    ("$105", terms(105)),
    ("$0", terms(0)),
    ("$250 Copay after deductible", terms(250, deductible=True)),
    ("$150 Copay after deductible", terms(150, deductible=True)),
    ("$0 Copay per Day", terms(0, "day")),
    ("$200 Copay per Day", terms(200, "day")),
    ("$500 Copay per Stay", terms(500, "stay")),
    ("$0 Copay per Stay", terms(0, "stay")),
    ("$300 Copay per Stay after deductible", terms(300, "stay", deductible=True)),
    ("$250 Copay per Stay after deductible", terms(250, "stay", deductible=True)),
    ("$1000 Copay per Stay after deductible", terms(1000, "stay", deductible=True)),
    ("$250 Copay before deductible", terms(250, deductible=True, first=True)),
    ("$1500 Copay per Stay before deductible", terms(1500, "stay", deductible=True, first=True)),
    ("$700 Copay per Day before deductible", terms(700, "day", deductible=True, first=True)),
    ("10% Coinsurance after deductible", terms(percent=10, deductible=True)),
    ("35% Coinsurance after deductible", terms(percent=35, deductible=True)),
    ("40% Coinsurance after deductible", terms(percent=40, deductible=True)),
    ("0%", terms(percent=0)),
    ("50.00% Coinsurance after deductible", terms(percent=50, deductible=True)),
    ("Not Covered", NOT_COVERED),
    ("Not covered", NOT_COVERED),
]

SUMMARIES = [
    ("$35 copay/visit", terms(35, "visit")),
    ("$35 copay / visit", terms(35, "visit")),
    ("$35 copay", terms(35)),
    ("$35 co-payment", terms(35)),
    ("$35/visit", terms(35, "visit")),
    ("$250 Copay per Day", terms(250, "day")),
    ("$1,250.50 copay", terms(1250.5)),
    ("$35 copayment per visit, deductible does not apply", terms(35, "visit", deductible=False)),
    ("$35 copay/visit. Deductible does not apply.", terms(35, "visit", deductible=False)),
    ("$35 copay (deductible doesn't apply)", terms(35, deductible=False)),
    ("$35 copay; deductible waived", terms(35, deductible=False)),
    ("$35 copay, not subject to the deductible", terms(35, deductible=False)),
    ("20% coinsurance", terms(percent=20)),
    ("20% co-insurance", terms(percent=20)),
    ("12.5 % coinsurance", terms(percent=12.5)),
    ("20% coinsurance after deductible", terms(percent=20, deductible=True)),
    ("20% after deductible", terms(percent=20, deductible=True)),
    ("20% coinsurance after your deductible is met", terms(percent=20, deductible=True)),
    ("20% coinsurance, subject to deductible", terms(percent=20, deductible=True)),
    ("20% coinsurance, deductible does not apply", terms(percent=20, deductible=False)),
    ("Deductible, then 20%", terms(percent=20, deductible=True)),
    ("Deductible then $35 copay", terms(35, deductible=True)),
    ("Deductible, then no charge", NO_CHARGE_AFTER),
    ("plan pays 80%", terms(percent=20)),
    ("The plan pays 87.5% after deductible", terms(percent=12.5, deductible=True)),
    ("Plan pays 99.9%", terms(percent=0.1)),
    ("you pay 20%", terms(percent=20)),
    ("You pay $35 copay per visit", terms(35, "visit")),
    ("No charge, deductible does not apply", terms(0, None, 0, False)),
    (
        "$30/office visit; deductible does not apply",
        terms(30, "visit", None, False, service=OFFICE),
    ),
    ("$30 /office visit", terms(30, "visit", service=OFFICE)),
    ("$35 copay per session", terms(35, "visit")),
    ("$35/session, ded. waived", terms(35, "visit", deductible=False)),
    ("20% co-ins", terms(percent=20)),
    ("20% coins after ded.", terms(percent=20, deductible=True)),
    ("Deductible + 40%", terms(percent=40, deductible=True)),
    ("Deductible + 40% Coinsurance", terms(percent=40, deductible=True)),
    ("Ded. then $35 copay", terms(35, deductible=True)),
    ("$35 copay, no deductible", terms(35, deductible=False)),
    ("20% (no deductible)", terms(percent=20, deductible=False)),
    ("20% coinsurance for other outpatient services", terms(percent=20, service=OTHER)),
    (
        "20% coinsurance for other outpatient services after deductible",
        terms(percent=20, deductible=True, service=OTHER),
    ),
    ("$35 copay for office visits", terms(35, service=OFFICE)),
    ("50% coinsurance", terms(percent=50)),
    ("you pay 80% coinsurance", terms(percent=80)),
    ("you pay 60%", terms(percent=60)),
    ("plan pays 100%", terms(percent=0)),
]

TWO_PARTS = [
    ("$35 copay, then 20% coinsurance", terms(35, None, 20)),
    ("$35.00,20.00%", terms(35, None, 20)),
    ("$35; 20%", terms(35, None, 20)),
    ("$35 and 20%", terms(35, None, 20)),
    ("$35 copay plus 20% coinsurance", terms(35, None, 20)),
    ("20% coinsurance and $35 copay", terms(35, None, 20)),
    ("you pay $35, plan pays 80%", terms(35, None, 20)),
    ("you pay 20%, plan pays 80%", terms(percent=20)),
    (
        "$35.00 Copay after deductible; 20.00% Coinsurance after deductible",
        terms(35, None, 20, True),
    ),
    (
        "$35 copay per day, deductible does not apply, 20%, deductible does not apply",
        terms(35, "day", 20, False),
    ),
    ("Not Applicable; 20.00% Coinsurance after deductible", terms(percent=20, deductible=True)),
    ("$0 copay, then 40% coinsurance", terms(0, None, 40)),
    ("$35; Not Applicable", terms(35)),
    ("N/A / No Charge", NO_CHARGE),
    ("No Charge\tNo Charge", NO_CHARGE),
    ("No Charge after deductible, No Charge after deductible", NO_CHARGE_AFTER),
    ("Not covered; Not covered", NOT_COVERED),
]

# As portals and staff who call a plan write them.
IN_OTHER_WORDS = [
    ("coinsurance of 20% after deductible", terms(percent=20, deductible=True)),
    ("copay of $25", terms(25)),
    ("subject to deductible, then 10%", terms(percent=10, deductible=True)),
    ("Ded: No, Copay: $20", terms(20, deductible=False)),
    ("Copay: $20, Ded: No", terms(20, deductible=False)),
    ("Ded: N/A, Copay: $15", terms(15, deductible=False)),
    ("Ded: waived; 20%", terms(percent=20, deductible=False)),
    ("Ded: Yes, Coins: 20%, Copay: N/A", terms(percent=20, deductible=True)),
    ("After deductible, $20 copay", terms(20, deductible=True)),
    ("$30 copay, ded waived, no auth required", terms(30, deductible=False)),
    ("15% AD, no visit limit", terms(percent=15, deductible=True)),
    ("$25 copay, unlimited visits, prior auth not required", terms(25)),
]

UNDERSTOOD = IN_OTHER_WORDS + PLAN_FILE + SUMMARIES + TWO_PARTS


@pytest.mark.parametrize(("text", "said"), PLAN_FILE)
def test_each_form_of_the_public_plan_file_is_read(text, said):
    assert read_line(text) == said


@pytest.mark.parametrize(("text", "said"), SUMMARIES)
def test_the_usual_wording_of_a_summary_of_benefits_is_read(text, said):
    assert read_line(text) == said


@pytest.mark.parametrize(("text", "said"), TWO_PARTS)
def test_a_copay_and_a_coinsurance_side_by_side_are_one(text, said):
    assert read_line(text) == said


@pytest.mark.parametrize(("text", "said"), UNDERSTOOD)
def test_capitals_spaces_full_stop_and_a_label_do_not_matter(text, said):
    assert read_line(text.upper()) == said
    assert read_line(text.lower()) == said
    assert read_line(f" \N{NO-BREAK SPACE}{text.removesuffix('.')}. \n") == said
    assert read_line(text.replace(" ", " \N{NO-BREAK SPACE} ")) == said
    assert read_line(f"Outpatient mental health: {text}") == said
    assert read_line(f"Outpatient mental health : {text}") == said


LABELS = [
    ("Outpatient services", None),
    ("Mental/behavioral health outpatient services", None),
    ("Office visit", OFFICE),
    ("Mental health office visits", OFFICE),
    ("Individual therapy", OFFICE),
    ("Psychotherapy sessions", OFFICE),
    ("MH/SA OP visit", None),
    ("Other outpatient services", OTHER),
    ("Intensive outpatient program (IOP)", OTHER),
    ("IOP days", OTHER),
    ("Partial hospitalization/Intensive outpatient", OTHER),
    ("IOP and partial hospitalization (PHP)", OTHER),
    ("IOP (H0015)", OTHER),
    ("Outpatient counseling", OFFICE),
    ("Individual psychotherapy (90834/90837)", OFFICE),
]


@pytest.mark.parametrize(("label", "service"), LABELS)
def test_a_label_names_the_service_and_no_condition(label, service):
    assert read_line(f"{label}: 20% coinsurance") == terms(percent=20, service=service)


@pytest.mark.parametrize("label", ["In-network", "In network", "In-network provider"])
def test_a_label_may_say_that_the_line_is_for_care_in_network(label):
    found = read_line(f"{label}: 20% coinsurance")
    assert found.in_network_only
    assert found.coinsurance_percent == 20
    assert not read_line("20% coinsurance").in_network_only


def test_a_line_may_say_what_each_of_two_services_costs():
    said = read_services(
        "Office visits: $35 copay/visit; Other outpatient services: 20% coinsurance"
    )
    assert said == (
        terms(35, "visit", service="office_visit"),
        terms(percent=20, service="other_outpatient"),
    )


def test_two_codes_of_one_service_may_say_the_same_each():
    assert read_line("90834: $25 copay. 90837: $25 copay.") == terms(25, service=OFFICE)
    with pytest.raises(NotUnderstoodError):
        read_services("90834: $25 copay. 90837: $40 copay.")


@pytest.mark.parametrize("text", ["$35 copay/visit\t$35 copay/visit", "No Charge\tNo charge"])
def test_two_cells_that_say_the_same_are_one(text):
    assert read_line(text) == read_line(text.split("\t")[0])


def test_a_plain_copay_does_not_say_whether_the_deductible_applies():
    assert read_line("$35 copay").deductible_applies is None


WORDS = [
    "$35", "$1,250.50", "$0", "20%", "100%", "999%", "copay", "coinsurance", "per visit", "/day",
    "after deductible", "before deductible", "deductible does not apply", "deductible, then",
    "plan pays", "you pay", "no charge", "not covered", "not applicable", "and", "then", ",", ";",
    "/", ".", "\t", ":", "first", "visits", "35",
]  # fmt: skip
PUT_TOGETHER = st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join)


@given(st.text() | PUT_TOGETHER | st.text("$%0123456789.,;:/ copayn"))
def test_any_text_is_refused_or_gives_amounts_within_bounds(text):
    try:
        services = read_services(text)
    except NotUnderstoodError:
        return
    for said in services:
        share = said.coinsurance_percent
        assert said.copay_usd is None or (said.copay_usd >= 0 and math.isfinite(said.copay_usd))
        assert share is None or 0 <= share <= 100
        assert said.copay_per is None or said.copay_usd is not None
        assert said == NOT_COVERED or said.copay_usd is not None or share is not None


@given(st.sampled_from([text for text, _ in UNDERSTOOD]), st.data())
def test_no_unknown_word_is_passed_over(text, data):
    words = text.split(" ")
    words.insert(data.draw(st.integers(0, len(words))), "sometimes")
    with pytest.raises(NotUnderstoodError):
        read_line(" ".join(words))


@given(
    st.integers(0, 99_999_999).map(lambda cents: cents / 100),
    st.integers(0, 5_000).map(lambda hundredths: hundredths / 100),
    st.sampled_from(["visit", "day", "stay"]),
    st.sampled_from([("", None), (" after deductible", True), (", deductible waived", False)]),
)
def test_every_amount_is_read_as_it_is_written(copay, percent, per, deductible):
    words, applies = deductible
    text = f"${copay:,.2f} copay per {per}{words}, then {percent:.2f}% coinsurance{words}"
    assert read_line(text) == terms(copay, per, percent, applies)
