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
        ("RC 0913, HCPCS H2036", "Program, per diem", "other_level"),
        ("HCPCS H2036", "Residential program, per diem", "other_level"),
        ("RC 0915, CPT 90853", "IOP group psychotherapy", "group_elsewhere"),
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
        ({"negotiated_dollar": "N/A", "negotiated_percentage": "61"}, "percent"),
        ({"methodology": "other"}, "no_amount"),
    ],
)
def test_what_is_no_amount_is_no_rate_and_nothing_is_worked_out(said, form, printed, reason):
    line = row("IOP", "HCPCS S9480", ("A", "PPO", printed), ("B", "HMO", "310"))
    (rate,), (left_out,) = said(form([line]))
    assert (rate.payer, left_out.reason) == ("B", reason)


@FORMS
def test_the_hospitals_own_price_is_no_payers_rate(said, form):
    rates, (left_out,) = said(form([row("IOP", "RC 905, HCPCS S9480", gross="1916")]))
    assert (rates, left_out.reason) == ([], "list_price")


def test_an_amount_without_a_payer_is_no_rate(said):
    rates, (left_out,) = said(tall([row("IOP", "HCPCS S9480", ("", "PPO", "310"))]))
    assert (rates, left_out.reason, left_out.place_in_file) == ([], "no_payer", "row 4")


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
