"""Which rates are found in a price file, by code and kind of code, and what each is for."""

import pytest
from hospital_file import as_json, row, tall, wide

from carechoice.price_files.rate import PublishedRate

FORMS = pytest.mark.parametrize("form", [tall, wide, as_json])
ONE = ("Payer One", "PPO", "114.50")


def test_a_rate_has_payer_plan_service_price_unit_setting_and_its_place(said):
    line = row(
        "Psychotherapy, 45 minutes",
        "RC 0914, CPT 90834",
        ONE,
        setting="Both",
        billing_class="Professional",
        modifiers="95",
    )
    (rate,), _ = said(tall([line]))
    assert rate == PublishedRate(
        payer="Payer One",
        plan="PPO",
        service="therapy_45",
        billed_as="RC 0914 + CPT 90834 (95)",
        price_usd=114.5,
        unit="session",
        setting="both",
        place_in_file="row 4",
        billing_class="professional",
    )


def test_a_wide_file_tells_the_column_of_the_payer_by_its_letters(said):
    line = row("Psychotherapy", "CPT 90837", ("A", "HMO", "130"), ("B", "PPO", "140"))
    rates, _ = said(wide([line]))
    # Four columns, four of codes and the gross charge come before: A's amount stands in J.
    assert [(rate.payer, rate.price_usd, rate.place_in_file) for rate in rates] == [
        ("A", 130, "row 4, column J"),
        ("B", 140, "row 4, column O"),
    ]


@FORMS
@pytest.mark.parametrize(
    ("codes", "service"),
    [
        ("CPT 90832", "therapy_30"),
        ("HCPCS 90834", "therapy_45"),
        ("CDM 7001, cpt 90837", "therapy_60"),
        ("HCPCS S9480", "program"),
        ("CPT S9480", "program"),
        ("RC 905, HCPCS S9480", "program"),
        ("RC 0914, HCPCS H0015", "program"),
        ("RC 0906, HCPCS H2036", "program"),
        ("HCPCS H0015, HCPCS H2036", "program"),
        ("RC 905", "program"),
        ("RC 0905", "program"),
        ("rc 0906", "program"),
        ("CDM 7001, RC 905", "program"),
        ("REV 0905", "program"),
        ("CPT/HCPCS S9480", "program"),
        ("CPT4 90834", "therapy_45"),
        ("RC 905, CPT 90837", "therapy_60"),
        ("RC 905.00", "program"),
        ("RC 0905|0906", "program"),
        ("RC 0905-0906", "program"),
        ("APC 5861, RC 0905", "program"),
        ("HCPCS S9480/H0015", "program"),
        ("CPT 90834, HCPCS 90834", "therapy_45"),
    ],
)
def test_a_service_is_known_by_its_code_and_the_kind_of_code(said, form, codes, service):
    (rate,), left_out = said(form([row("Service", codes, ONE)]))
    assert (rate.service, rate.price_usd, left_out) == (service, 114.5, [])


@FORMS
@pytest.mark.parametrize(
    "description",
    ["SUD IOP, per diem", "INTENSIVE OUTPATIENT A/D PROGRAM", "Intensive out-patient", "ASAM 2.1"],
)
def test_a_day_of_any_level_is_a_program_where_the_line_says_so(said, form, description):
    (rate,), left_out = said(form([row(description, "HCPCS H2036", ONE)]))
    assert (rate.service, rate.unit, left_out) == ("program", "day", [])


@FORMS
@pytest.mark.parametrize(
    ("codes", "description"),
    [
        ("CPT 99213", "Office visit"),
        ("RC 0912", "Partial hospitalization"),
        ("MS-DRG 885", "Psychoses"),
        ("CPT 90853", "Group psychotherapy"),
        ("CDM 90590", "Tray"),
    ],
)
def test_other_services_are_passed_over_without_a_word(said, form, codes, description):
    assert said(form([row(description, codes, ONE)])) == ([], [])


@FORMS
@pytest.mark.parametrize(
    "name", ["MH-IOP group", "Intensive outpatient group", "HC IOP-PSYTX GROUP"]
)
def test_a_group_session_under_0905_is_the_programs_where_its_name_says_so(said, form, name):
    (rate,), _ = said(form([row(name, "RC 0905, CPT 90853", ONE)]))
    assert (rate.service, rate.unit) == ("program_group", "session")


def test_a_code_can_stand_in_the_fourth_column_and_in_more(said):
    codes = "CDM 1, LOCAL 2, NDC 3, RC 0914, APC 5, CPT 90837"
    assert len(said(tall([row("Psychotherapy", codes, ONE)], code_columns=6))[0]) == 1


@FORMS
@pytest.mark.parametrize(
    ("description", "printed", "unit"),
    [
        ("Alcohol and/or drug services", {}, "not_stated"),
        ("Intensive outpatient, at least 3 hours/day and 3 days/week", {}, "not_stated"),
        ("IOP SUD PER DIEM", {}, "day"),
        ("IOP", {"methodology": "per diem"}, "day"),
        ("IOP per hour", {}, "hour"),
        ("IOP 15 min", {}, "quarter_hour"),
        ("IOP per hour", {"methodology": "Per Diem"}, "not_stated"),
        ("IOP", {"notes": "Paid per day of service"}, "day"),
        ("IOP", {"notes": "per diem, for each treatment day"}, "day"),
        ("IOP", {"notes": "$60/hr"}, "hour"),
        ("IOP 1 hour", {}, "hour"),
        ("IOP per 30 min", {}, "not_stated"),
        ("IOP, per diem, half day", {}, "not_stated"),
        ("IOP, per diem", {"notes": "per 5 days"}, "not_stated"),
        ("IOP, per diem", {"notes": "by the week"}, "not_stated"),
        ("IOP, per diem", {"notes": "12 week program"}, "not_stated"),
        ("IOP, per diem", {"notes": "as per contract; max 3 per week"}, "day"),
        ("ASAM 2.1, per diem", {}, "day"),
        ("IOP per diem, group of 60 minutes", {}, "not_stated"),
        ("IOP", {"notes": "per visit"}, "session"),
        ("IOP per diem", {"notes": "rate per encounter"}, "not_stated"),
    ],
)
def test_h0015_has_the_unit_that_the_file_states_and_no_other(
    said, form, description, printed, unit
):
    line = row(description, "HCPCS H0015", ("A", "PPO", {"negotiated_dollar": "60", **printed}))
    (rate,), _ = said(form([line]))
    assert rate.unit == unit


@pytest.mark.parametrize(
    ("codes", "unit"),
    [("HCPCS S9480", "day"), ("RC 906, HCPCS H2036", "day"), ("RC 0905", "not_stated")],
)
def test_per_diem_codes_are_for_a_day_and_a_revenue_code_alone_says_no_unit(said, codes, unit):
    (rate,), _ = said(tall([row("Program", codes, ONE)]))
    assert rate.unit == unit


@FORMS
@pytest.mark.parametrize(
    ("codes", "description", "notes", "unit"),
    [
        ("CPT 90837", "Psychotherapy, 1 hour", "", "session"),
        ("CPT 90834", "Psychotherapy, 1 hour", "", "not_stated"),
        ("CPT 90837", "Psychotherapy", "per 1 hour", "not_stated"),
        ("CPT 90837", "Psychotherapy, 60 min", "$60 per 30 min", "not_stated"),
        ("CPT 90834", "Psychotherapy", "per unit", "not_stated"),
        ("CPT 90834", "Psychotherapy, 45 minutes", "as per contract", "session"),
    ],
)
def test_a_session_is_paid_by_the_session_where_nothing_says_otherwise(
    said, form, codes, description, notes, unit
):
    payer = ("A", "PPO", {"negotiated_dollar": "60", "notes": notes})
    (rate,), _ = said(form([row(description, codes, payer)]))
    assert rate.unit == unit


@FORMS
@pytest.mark.parametrize(
    ("printed", "price_usd"),
    [("425", 425), ("$425.00", 425), ("1,425.50", 1425.5), ("108.698", 108.698), (" 98.10 ", 98.1)],
)
def test_an_amount_is_read_as_it_is_printed(said, form, printed, price_usd):
    (rate,), _ = said(form([row("IOP", "HCPCS S9480", ("A", "PPO", printed))]))
    assert rate.price_usd == price_usd


@FORMS
def test_an_amount_counts_though_it_was_worked_out_from_a_share(said, form):
    both = {"negotiated_dollar": "314.76", "negotiated_percentage": "61"}
    (rate,), left_out = said(form([row("Psychotherapy", "CPT 90837", ("A", "PPO", both))]))
    assert (rate.price_usd, left_out) == (314.76, [])


@FORMS
def test_tall_wide_and_json_say_the_same(said, form):
    """Each line as a biller would read it: payer, plan, service, price, unit."""
    lines = [
        row("Office visit", "CPT 99213", ("A", "PPO", "80"), ("B", "HMO", "70")),
        row("IOP mental health", "RC 905, HCPCS S9480", ("A", "PPO", "310"), ("B", "HMO", "1.00")),
        row("Psychotherapy", "CPT 90837", ("A", "PPO", {"negotiated_percentage": "61"})),
        row("Diagnosis group", "MS-DRG 905", ("A", "PPO", "9000")),
    ]

    rates, left_out = said(form(lines))
    assert [(rate.payer, rate.plan, rate.service, rate.price_usd, rate.unit) for rate in rates] == [
        ("A", "PPO", "program", 310, "day")
    ]
    assert {(each.reason, each.billed_as) for each in left_out} == {
        ("placeholder", "RC 905 + HCPCS S9480"),
        ("percent", "CPT 90837"),
        ("other_kind_of_code", "MS-DRG 905"),
    }


@pytest.mark.parametrize("setting", ["inpatient", "outpatient", "both"])
def test_the_setting_is_told_and_decides_nothing(said, setting):
    (rate,), _ = said(as_json([row("Psychotherapy", "CPT 90832", ONE, setting=setting)]))
    assert rate.setting == setting


@pytest.mark.parametrize("form", [tall, as_json])
@pytest.mark.parametrize("behind", ["-HF", "-HF-TG", ":95", "|GT", "/HE"])
def test_a_code_is_known_with_its_modifiers_behind_it_and_keeps_them(said, form, behind):
    (rate,), left_out = said(form([row("IOP", f"HCPCS S9480{behind}", ONE)]))
    assert (rate.service, rate.unit) == ("program", "day")
    assert rate.billed_as == f"HCPCS S9480{behind}"
    assert not left_out


@pytest.mark.parametrize("codes", ["CDM 9083795", "CPT 9083795", "HCPCS S94801", "HCPCS H0015A"])
def test_a_longer_code_is_another_one(said, codes):
    rates, left_out = said(tall([row("Other", codes, ONE)]))
    assert not rates
    assert not left_out


@pytest.mark.parametrize(
    ("dollars", "percentage"),
    [("114.50", ""), ("61", "45")],
)
def test_dollars_of_a_payer_who_pays_a_share_are_a_rate_where_they_cannot_be_the_share(
    said, dollars, percentage
):
    """Of more than 100 dollars, and where the share stands by itself, nobody mistakes one."""
    printed = {"negotiated_dollar": dollars, "negotiated_percentage": percentage}
    paid = printed | {"methodology": "percent of total billed charges"}
    (rate,), _ = said(tall([row("Psychotherapy", "CPT 90834", ("A", "PPO", paid))]))
    assert rate.price_usd == float(dollars)
