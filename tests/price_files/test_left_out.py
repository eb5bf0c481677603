"""What is no rate is left out, and its reason is told."""

import pytest
from hospital_file import as_json, row, tall, wide

FORMS = pytest.mark.parametrize("form", [tall, wide, as_json])
ONE = ("Payer One", "PPO", "114.50")


@FORMS
@pytest.mark.parametrize(
    ("codes", "description", "reason"),
    [
        ("MS-DRG 905", "Miscellaneous diagnosis group", "other_kind_of_code"),
        ("APR-DRG 0906", "Miscellaneous diagnosis group", "other_kind_of_code"),
        ("CPT 906", "Anesthesia", "other_kind_of_code"),
        ("LOCAL 90837", "Psychotherapy", "other_kind_of_code"),
        ("CDM S9480", "IOP", "other_kind_of_code"),
        ("RC 0905, CPT 90853", "Group psychotherapy", "other_service"),
        ("RC 0905, HCPCS H0035", "Partial hospitalization", "other_service"),
        ("RC 0905, NDC 10135-0729-62", "Tablet", "other_service"),
        ("RC 0905, MS-DRG 885", "Psychoses", "other_service"),
        ("RC 0905, OTHER 90853", "Group", "other_service"),
        ("RC 0905, RC 0250", "Services", "other_service"),
        ("CPT 90834, CPT 90837", "Psychotherapy", "several_services"),
        ("CPT 90834|90837", "Psychotherapy", "several_services"),
        ("CPT 90837, CPT 99214", "Psychotherapy with a visit", "several_services"),
        ("CPT 90834, CPT 90853", "Psychotherapy", "several_services"),
        ("HCPCS S9480, CPT 90853", "IOP", "several_services"),
        ("CPT 90837, HCPCS H2036", "IOP", "several_services"),
        ("RC 0913, HCPCS H2036", "Program, per diem", "other_level"),
        ("HCPCS H2036", "Residential program, per diem", "other_level"),
        ("HCPCS H2036", "A/D TX PROGRAM, PER DIEM", "any_level"),
        ("HCPCS H2036", "Alcohol and/or other drug treatment program, per diem", "any_level"),
        ("HCPCS H2036", "Intensive treatment program", "any_level"),
        ("HCPCS H2036", "Outpatient program", "any_level"),
        ("HCPCS H2036", "Non-IOP program", "any_level"),
        ("RC 0944, HCPCS H2036-HF", "Program", "any_level"),
        ("HCPCS H2036", "SUD day treatment", "other_level"),
        ("HCPCS H2036", "IOP/PHP", "other_level"),
        ("RC 0906, HCPCS H2036", "Residential program", "other_level"),
        ("RC 0915, CPT 90853", "IOP group psychotherapy", "group_elsewhere"),
        ("RC 0912, HCPCS H0015", "Treatment program", "other_level"),
        ("RC 0913, HCPCS S9480", "Partial hospitalization program", "other_level"),
        ("RC 0126, HCPCS H0015", "Room and board, detoxification", "other_level"),
        ("HCPCS S9480", "Partial hosp per diem", "other_level"),
        ("HCPCS S9480", "PHP_ADULT", "other_level"),
        ("HCPCS H0015", "Residential SUD, per diem", "other_level"),
        ("HCPCS H0015", "In-patient detox", "other_level"),
        ("HCPCS H0015", "Withdrawal management", "other_level"),
        ("HCPCS S9480", "Resid tx", "other_level"),
        ("HCPCS H0015", "SUD services, ASAM level 3.5", "other_level"),
        ("HCPCS S9480", "Program, LOC 2.5", "other_level"),
        ("HCPCS S9480, HCPCS H0035", "Program", "other_level"),
        ("RC 0905", "Day hospital, psychiatric", "other_level"),
        ("RC 0905, CPT 90853", "PHP/IOP group", "other_level"),
        ("CPT 90837", "Group psychotherapy", "other_session"),
        ("CPT 90837", "PSYTX CRISIS 60 MIN", "other_session"),
        ("CPT 90837", "Individual psychotherapy, crisis, first 60 min", "other_session"),
        ("CPT 90832", "HC_GRP_THERAPY", "other_session"),
    ],
)
def test_a_line_of_another_service_is_no_rate(said, form, codes, description, reason):
    rates, (left_out,) = said(form([row(description, codes, ONE)]))
    assert (rates, left_out.reason) == ([], reason)


@FORMS
@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ({"negotiated_dollar": "1"}, "placeholder"),
        ({"negotiated_dollar": "1.00"}, "placeholder"),
        ({"negotiated_dollar": "0.01"}, "placeholder"),
        ({"negotiated_dollar": "0"}, "placeholder"),
        ({"negotiated_dollar": "999999999"}, "placeholder"),
        ({"negotiated_dollar": "9999.99"}, "placeholder"),
        ({"negotiated_dollar": "99999.00"}, "placeholder"),
        ({"negotiated_percentage": "61"}, "percent"),
        ({"negotiated_percentage": "61", "negotiated_algorithm": "of charges"}, "percent"),
        ({"negotiated_algorithm": "130% of the Medicare rate"}, "formula"),
        ({"negotiated_dollar": "see contract"}, "unreadable"),
        ({"negotiated_dollar": "98,10"}, "unreadable"),
        ({"negotiated_dollar": "1.098,10"}, "unreadable"),
        ({"negotiated_dollar": "-310"}, "unreadable"),
        ({"negotiated_dollar": "300-350"}, "unreadable"),
        ({"negotiated_dollar": "€310"}, "unreadable"),
        ({"negotiated_dollar": "$٣١٠"}, "unreadable"),
        ({"negotiated_dollar": "1" + "0" * 60}, "unreadable"),
        ({"negotiated_dollar": "65", "notes": "65% of billed charges"}, "percent"),
        ({"negotiated_dollar": "65", "notes": "paid at 65 percent"}, "percent"),
        ({"negotiated_dollar": "65", "negotiated_algorithm": "65% of charges"}, "percent"),
        ({"negotiated_dollar": "65", "negotiated_percentage": "65"}, "percent"),
        ({"negotiated_dollar": "N/A", "negotiated_percentage": "61"}, "percent"),
        ({"negotiated_dollar": "61", "methodology": "percent of total billed charges"}, "percent"),
        ({"methodology": "other"}, "no_amount"),
    ],
)
def test_what_is_no_amount_is_no_rate_and_nothing_is_worked_out(said, form, printed, reason):
    line = row("IOP", "HCPCS S9480", ("A", "PPO", printed), ("B", "HMO", "310"))
    (rate,), (left_out,) = said(form([line]))
    assert (rate.payer, left_out.reason) == ("B", reason)


@FORMS
@pytest.mark.parametrize(
    ("description", "printed"),
    [
        ("IOP weekly", {"methodology": "Case Rate"}),
        ("IOP, per diem", {"methodology": "case rate"}),
        ("IOP weekly", {}),
        ("IOP per week", {"methodology": "fee schedule"}),
        ("IOP", {"notes": "Paid per episode of care"}),
        ("IOP", {"notes": "$1,200/week"}),
        ("IOP", {"notes": "per admission"}),
        ("IOP", {"notes": "Rate is for the whole stay"}),
        ("IOP", {"notes": "all-inclusive monthly rate"}),
        ("IOP", {"notes": "bundled rate"}),
        ("IOP", {"notes": "1200 / wk"}),
        ("IOP", {"notes": "week rate, 3 days per week"}),
        ("IOP", {"notes": "For the entire course of care"}),
        ("IOP", {"methodology": "Per case"}),
    ],
)
def test_a_rate_for_a_case_a_week_or_a_stay_is_no_price_of_a_day(said, form, description, printed):
    payers = [
        ("A", "PPO", {"negotiated_dollar": "1200", **printed}),
        ("B", "HMO", {"negotiated_dollar": "310", "methodology": "per diem"}),
    ]
    rates, left_out = said(form([row(description, "HCPCS S9480", *payers)]))
    # A description is that of all payers; what stands beside an amount is of that payer alone.
    of_all = "week" in description
    assert [(each.payer, each.price_usd) for each in rates] == ([] if of_all else [("B", 310)])
    assert [each.reason for each in left_out] == ["whole_course"] * (2 if of_all else 1)


@FORMS
def test_how_many_days_a_week_a_program_has_is_not_what_it_is_paid_by(said, form):
    """So the description of H0015 has it, which files print as it is."""
    name = (
        "Intensive outpatient (operates at least 3 hours/day and at least 3 days/week),"
        " with assessment, counseling and crisis intervention"
    )
    (rate,), left_out = said(
        form(
            [
                row(
                    name,
                    "HCPCS H0015",
                    ("A", "PPO", {"negotiated_dollar": "310", "notes": "3 days per week"}),
                )
            ]
        )
    )
    assert (rate.unit, left_out) == ("not_stated", [])


@FORMS
def test_a_rate_for_partial_hospitalization_by_its_note_is_no_price_of_a_program(said, form):
    lines = [
        row(
            "Program",
            "HCPCS S9480",
            ("A", "PPO", {"negotiated_dollar": "500", "notes": "PHP rate"}),
        )
    ]
    rates, (left_out,) = said(form(lines))
    assert (rates, left_out.reason) == ([], "other_level")


@FORMS
def test_the_hospitals_own_price_is_no_payers_rate(said, form):
    rates, (left_out,) = said(form([row("IOP", "RC 905, HCPCS S9480", gross="1916")]))
    assert (rates, left_out.reason) == ([], "list_price")


def test_an_amount_without_a_payer_is_no_rate(said):
    rates, (left_out,) = said(tall([row("IOP", "HCPCS S9480", ("", "PPO", "310"))]))
    assert (rates, left_out.reason, left_out.place_in_file) == ([], "no_payer", "row 4")


@pytest.mark.parametrize(
    "name",
    [
        *("Self Pay", "SELF-PAY", "Cash Price", "Discounted_Cash", "N/A", "-", "Uninsured"),
        *("De-identified minimum", "Max Negotiated Rate", "Gross charge", "No payer", "Patient"),
        *("Median", "Cash pay", "Private pay", "Chargemaster"),
    ],
)
@pytest.mark.parametrize("form", [tall, as_json])
def test_the_name_of_a_price_is_no_payer(said, form, name):
    rates, (left_out,) = said(form([row("IOP", "HCPCS S9480", (name, "All", "310"))]))
    assert (rates, left_out.reason) == ([], "no_payer")


@FORMS
@pytest.mark.parametrize("name", ["Minnesota Blue", "Cashmere Health", "Independent", "Max Health"])
def test_a_payer_whose_name_begins_like_one_is_a_payer(said, form, name):
    assert len(said(form([row("IOP", "HCPCS S9480", (name, "PPO", "310"))]))[0]) == 1


def test_a_comma_in_an_amount_that_nobody_quoted_moves_the_cells_also_where_the_last_is_empty(said):
    """Read as it stands, the program would cost $2, and a payer would pay 310.50 %."""
    lines = [row("Tray", "CDM 7", ONE), row("IOP", "HCPCS S9480", ("A", "PPO", "2000"))]
    rates, (left_out,) = said(tall(lines).replace(",2000,", ",2,310.50,"))
    assert (rates, left_out.reason, left_out.place_in_file) == ([], "shifted", "row 5")


def test_a_row_with_more_cells_than_headings_is_not_trusted(said):
    """A comma that nobody quoted moves every amount one cell on."""
    text = tall([row("Psychotherapy", "CPT 90837", ONE)]).rstrip("\r\n") + ",314.76\r\n"
    rates, (left_out,) = said(text)
    assert (rates, left_out.reason) == ([], "shifted")
    assert len(said(text.replace(",314.76\r\n", ",,\r\n"))[0]) == 1


def test_a_payer_with_nothing_printed_in_a_wide_row_is_not_counted(said):
    lines = [
        row("Psychotherapy", "CPT 90837", ("A", "PPO", "130")),
        row("IOP", "HCPCS S9480", ("B", "HMO", "310")),
    ]
    rates, left_out = said(wide(lines))
    assert ([rate.payer for rate in rates], left_out) == (["A", "B"], [])
