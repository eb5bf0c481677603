"""Kept scenarios side by side in the workbook: in what they differ, and what follows.

Paid without a plan: 12 sessions of $140 are $1,680 and 20 of them $2,800; 24 program days of $410
are $9,840, and the 12 of four weeks $4,920.
"""

import io
from datetime import date, datetime

import pytest
from openpyxl import load_workbook
from outside_text import HOSTILE
from scenarios import TODAY, scenario

from carechoice.comparison.compare import compare
from carechoice.files.kept import words as kept_words
from carechoice.files.numbers.sheets import sheets
from carechoice.files.numbers.workbook import workbook
from carechoice.inputs.handed_on.kept import KeptScenario
from carechoice.inputs.handed_on.link import freeze

SHEET = "Scenarios side by side"
PAID = {
    "network": "self_pay",
    "therapy_price_usd": 140,
    "therapy_sessions": 12,
    "iop_price_per_day_usd": 410,
    "iop_weeks": 8,
}


def book(*queries, names="abcd"):
    kept = [
        KeptScenario(name, scenario(**query)) for name, query in zip(names, queries, strict=False)
    ]
    shown = scenario()
    made = sheets(compare(shown), freeze(shown, TODAY), kept_words.compared(tuple(kept)))
    return load_workbook(io.BytesIO(workbook(made)))


def table(*queries):
    """The cells of each row behind its first, by that; days without the time openpyxl adds."""
    rows = book(*queries)[SHEET].iter_rows(values_only=True)
    return {row[0]: tuple(map(as_day, row[1:])) for row in rows}


def as_day(value):
    return value.date() if isinstance(value, datetime) else value


def test_two_scenarios_stand_side_by_side_with_what_differs_and_what_follows():
    told = table(PAID, PAID | {"therapy_sessions": 20, "iop_weeks": 4})
    assert told == {
        "What differs": ("a", "b"),
        "How many sessions": (12, 20),
        "How many weeks": (8, 4),
        "Therapy: you pay": (1680, 2800),
        "IOP: you pay": (9840, 4920),
        "Therapy: hours a week": (1, 1),
        "IOP: hours a week": (9, 9),
        "Therapy: last day": (date(2027, 3, 22), date(2027, 5, 17)),
        "IOP: last day": (date(2027, 2, 25), date(2027, 1, 28)),
    }


def test_four_scenarios_have_a_column_each_and_a_way_that_one_lacks_is_said_to_be_missing():
    told = table(PAID, PAID | {"iop_weeks": 4}, PAID | {"third_path": "step_down"}, {})
    assert told["What differs"] == ("a", "b", "c", "d")
    assert told["IOP, then therapy: you pay"] == ("Not chosen", "Not chosen", 10960, "Not chosen")
    assert told["IOP, then therapy: hours a week"][2] == "9 hours, then 1 hour"


def test_amounts_and_days_are_numbers_that_a_sheet_can_count_with():
    page = book(PAID, PAID | {"iop_price_per_day_usd": 500})[SHEET]
    formats = {row[0].value: row[1].number_format for row in page.iter_rows()}
    assert formats["IOP: you pay"] == formats["Price of one program day"] == '"$"#,##0.00'
    assert formats["IOP: last day"] == "mmm d, yyyy"


def test_a_cost_that_is_not_known_stands_with_its_range_as_on_the_page():
    """It was the number of an example plan, $2,732.80, beside no range."""
    told = table(PAID, {})
    assert told["IOP: you pay"] == (9840, "likely $1,460 to $4,666")
    assert told["Therapy: you pay"] == (1680, "likely $486 to $2,393")


def test_other_costs_stand_beside_the_bill_where_any_were_entered():
    """$25 for the way to 12 sessions and to 24 days."""
    told = table(PAID, PAID | {"travel_usd_per_visit": 25})
    assert told["Therapy: other costs you entered"] == (0, 300)
    assert told["IOP: other costs you entered"] == (0, 600)
    assert "IOP: other costs you entered" not in table(PAID, PAID | {"iop_weeks": 4})


def test_an_input_with_no_part_in_one_of_them_says_so():
    told = table(PAID, {"plan": "own", "deductible_usd": 900})
    assert told["Deductible"][1] == 900
    assert "not" in told["Deductible"][0]


def test_scenarios_with_the_same_inputs_are_said_to_have_them():
    assert table(PAID, PAID)["They have the same inputs."] == (None, None)


def test_one_alone_has_no_sheet_beside_that_with_its_numbers():
    assert SHEET not in book(PAID).sheetnames
    assert SHEET not in book().sheetnames


def test_the_sheet_stands_right_behind_the_summary_with_what_follows_from_each_behind_it():
    assert book(PAID, {}).sheetnames[:3] == ["Summary", SHEET, "Kept"]


@pytest.mark.parametrize("name", [*HOSTILE, "=1+1", "@x"])
def test_any_name_heads_its_column_as_text(name):
    cell = book(PAID, {}, names=[name, "b"])[SHEET].cell(1, 2)
    assert cell.value == name
    assert cell.data_type == "s"
