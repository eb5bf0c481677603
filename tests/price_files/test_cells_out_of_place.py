"""Cells that stand where the form has none of theirs: read where it is plain, else left out."""

import json

import pytest
from hospital_file import ABOUT, TITLE, as_json, row, tall, wide

HEADS = [
    *("description", "code|1", "code|1|type", "setting", "standard_charge|gross"),
    "standard_charge|Payer One|PPO|negotiated_dollar",
    "standard_charge|Payer Two|HMO|negotiated_dollar",
]
ONE = ("Payer One", "PPO", "350.00")
IOP = row("IOP day", "HCPCS S9480", ONE)
CSV = pytest.mark.parametrize("form", [tall, wide])
FORMS = pytest.mark.parametrize("form", [tall, wide, as_json])


def file_of(*rows, heads=HEADS, delimiter=","):
    return "\n".join(delimiter.join(cells) for cells in (TITLE, ABOUT, heads, *rows))


def program(*charges):
    return ["IOP day", "S9480", "HCPCS", "outpatient", *charges]


def prices(said):
    return [(each.payer, each.price_usd) for each in said[0]]


def reasons(said):
    return [each.reason for each in said[1]]


@pytest.mark.parametrize(
    "charges",
    [
        ("1", "600.00", "350.00"),
        ("600", "2", "350.00"),
        ("$1", "600", "350"),
        ("1", "600.00", "1", "350.00"),
        ("12", "200.00", "350.00"),
        ("$12", "250.50", "350.00"),
        ("600", "12", "200.00"),
    ],
)
def test_a_comma_of_thousands_that_makes_two_cells_of_an_amount_takes_the_row_with_it(
    said, charges
):
    """Of "1,600.00" for the charge and no amount of the second payer, $600.00 is no rate."""
    assert (prices(found := said(file_of(program(*charges)))), reasons(found)) == ([], ["shifted"])


def test_amounts_below_a_thousand_beside_each_other_are_no_amount_with_a_comma(said):
    found = said(file_of(program("600", "350.00", "410.00")))
    assert prices(found) == [("Payer One", 350), ("Payer Two", 410)]
    assert prices(said(file_of(program("1.00", "350.00", "")))) == [("Payer One", 350)]
    assert prices(said(file_of(program("600.00", "90", "350")))) == [
        ("Payer One", 90),
        ("Payer Two", 350),
    ]


@pytest.mark.parametrize("charges", [("12,", "200", "350"), ("12", ",200", "350")])
def test_a_comma_that_is_left_at_the_edge_of_a_cell_parts_an_amount_of_thousands(said, charges):
    content = file_of(program(*charges), delimiter="\t")
    assert (prices(found := said(content)), reasons(found)) == ([], ["shifted"])


def test_a_percentage_before_an_amount_is_no_part_of_it(said):
    heads = [*HEADS[:5], "standard_charge|Payer One|PPO|negotiated_percentage", HEADS[6]]
    found = said(file_of(program("600.00", "65", "350.00"), heads=heads))
    assert prices(found) == [("Payer Two", 350)]


@pytest.mark.parametrize("amount", ["1.350", "$2.125"])
def test_a_point_before_three_digits_can_be_one_of_thousands(said, amount):
    content = file_of(program("600", amount, ""), delimiter=";")
    assert (prices(found := said(content)), reasons(found)) == ([], ["unreadable"])


def test_a_row_with_our_code_in_the_wrong_column_is_named(said):
    content = file_of(["IOP", *program("600", "350.00", "410.00")])
    assert (prices(found := said(content)), reasons(found)) == ([], ["shifted"])


@pytest.mark.parametrize(
    "heading",
    [
        "standard_charge|Payer One|PPO|negotiated_dollar|",
        "|standard_charge|Payer One|PPO|negotiated_dollar",
        "standard_charge|Payer One||PPO|negotiated_dollar",
    ],
)
def test_a_bar_too_many_in_a_heading_does_not_count(said, heading):
    heads = [*HEADS[:5], heading, HEADS[6]]
    rates, left_out = said(file_of(program("600", "350.00", "410.00"), heads=heads))
    assert [(each.payer, each.plan, each.price_usd) for each in rates] == [
        ("Payer One", "PPO", 350),
        ("Payer Two", "HMO", 410),
    ]
    assert left_out == []


def test_headings_that_differ_by_a_bar_at_the_end_are_the_same_heading(said):
    heads = [*HEADS[:6], f"{HEADS[5]}|"]
    content = file_of(program("600", "350.00", "410.00"), heads=heads)
    assert (prices(found := said(content)), reasons(found)) == ([], ["same_heading"])


@FORMS
@pytest.mark.parametrize("codes", ["S9480 HCPCS", "0905 RC", "S9480 HCPCS, 0905 RC"])
def test_a_code_and_its_kind_in_each_others_column_are_put_right(said, form, codes):
    assert prices(said(form([row("IOP day", codes, ONE)]))) == [("Payer One", 350)]


@FORMS
def test_a_kind_of_code_that_we_do_not_know_is_not_put_right(said, form):
    assert prices(said(form([row("IOP day", "S9480 LOCAL", ONE)]))) == []


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_in_json_is_no_amount_and_ends_nothing(said, number):
    other = row("IOP day", "HCPCS H0015", ONE)
    content = as_json([IOP, other]).replace("350.0", number, 1)
    assert (prices(found := said(content)), reasons(found)) == (
        [("Payer One", 350)],
        ["unreadable"],
    )


def test_a_text_in_json_may_say_that_something_is_no_number(said):
    named = row('IOP \\" [NaN, -Infinity] day', "HCPCS S9480", ("A, NaN, B", "Infinity", "350"))
    (rate,), left_out = said(as_json([named]))
    assert (rate.payer, rate.plan, rate.price_usd, left_out) == ("A, NaN, B", "Infinity", 350, [])


@pytest.mark.parametrize("filler", range(65_500, 65_545, 3))
def test_what_is_no_number_is_none_wherever_the_file_is_read_in_parts(said, filler):
    content = json.loads(as_json([IOP, IOP]))
    content["standard_charge_information"][0]["notes"] = "NaN \\ " * (filler // 7)
    first, found, rest = json.dumps(content).partition("350.0")
    rates, left_out = said(first + "-Infinity" + rest)
    assert (found, [each.price_usd for each in rates]) == ("350.0", [350])
    assert [each.reason for each in left_out] == ["unreadable"]


def test_a_quotation_mark_that_is_never_closed_in_the_last_row_is_named(said):
    content = file_of(program("600", "350.00", "410.00")).replace("IOP", '"IOP') + "\n"
    assert (prices(found := said(content)), reasons(found)) == ([], ["run_together"])
