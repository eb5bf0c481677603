"""Typical mistakes of those who fill a workbook in: a sentence each, with what to write."""

import csv
import re
from datetime import datetime
from pathlib import Path

import pytest
from filled_workbook import FIRST_ROW, content, filled, sentences
from openpyxl.styles import Font
from scenarios import TODAY

from carechoice.setup.checked import check
from carechoice.setup.mistakes import mistake_lines


def rows_of(name):
    """The rows of a file beside this one, for a test each."""
    with Path(__file__).with_name(name).open(newline="", encoding="utf-8") as file:
        return [pytest.param(*row.values()) for row in csv.DictReader(file)]


def typed(value):
    """What a spreadsheet makes of what is typed into a cell."""
    return float(value) if re.fullmatch(r"-?[0-9]+", value) else value or None


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "said"),
    [*rows_of("mistakes_in_cells.csv"), *rows_of("further_mistakes_in_cells.csv")],
)
def test_a_cell_that_cannot_be_used_is_one_sentence(sheet, cell, value, said):
    book = filled()
    book[sheet][cell] = typed(value)
    assert sentences(book) == [f"{sheet}, row {cell[1:]}, column {said}"]


@pytest.mark.parametrize(
    ("sheet", "cell", "value"),
    [
        ("Sites", "B3", "Same as above Street 4"),
        ("Sites", "C3", "pr"),
        ("Payers", "J3", "See contract of 2026"),
    ],
)
def test_a_cell_that_only_begins_so_is_taken(sheet, cell, value):
    book = filled()
    book[sheet][cell] = value
    assert sentences(book) == []


def _renamed(book):
    book["Programs"].title = "Program"


def _extra(book):
    book.create_sheet("Budget").append(["Rent", 1])


def _no_sheet(book):
    del book["Therapists"]


def _renamed_column(book):
    book["Programs"]["F1"] = "Hours per day"


def _other_name(book):
    book["Programs"]["F1"] = "Length"


def _extra_column(book):
    book["Programs"]["N1"] = "Room"
    book["Programs"]["N3"] = "2b"


def _no_column(book):
    book["Payers"].delete_cols(3)


def _twice(book):
    book["Payers"]["B1"] = "Payer"


def _merged(book):
    book["Programs"].merge_cells("B3:B4")


def _title_above(book):
    book["Programs"].insert_rows(1, 2)
    book["Programs"]["A1"] = "Our programs 2027"


def _no_head(book):
    book["Programs"].delete_rows(1)


def _in_one_cell(book):
    page = book["Therapists"]
    page.delete_rows(1, page.max_row)
    page.append(["Minutes;Price ($);"])
    page.append(["45;140;"])


def _second_centre(book):
    for row in (3, 4):
        book["Centre"].cell(row, 1).value = "Our house"


def _hidden_row(book):
    book["Programs"].row_dimensions[4].hidden = True


def _hidden_column(book):
    book["Programs"].column_dimensions["H"].hidden = True


def _hidden_sheet(book):
    book["Therapists"].sheet_state = "hidden"


def _own_name(book):
    book["Payers"].title = "Insurance"


def _merged_names(book):
    book["Programs"].merge_cells("A1:B1")


def _far_away(book):
    book["Programs"]["CZ3"] = "ask Ana"


def _far_down(book):
    book["Programs"]["A9999"] = "Night program"


def _twin(book):
    book.copy_worksheet(book["Programs"]).title = "programs "


def _copied(book):
    book.copy_worksheet(book["Programs"]).title = "Programs (2)"


def _turned(book):
    page = book["Programs"]
    columns = list(page.iter_cols(max_row=4, values_only=True))
    page.delete_rows(1, page.max_row)
    for column in columns:
        page.append(column)


def _heading_between(book):
    book["Programs"]["A8"] = "Second site"


def _struck_through(book):
    for cell in book["Payers"][4]:
        cell.font = Font(strike=True)


def _over_the_example(book):
    book["Programs"]["H2"] = 420


def _other_money(book):
    book["Programs"]["H3"].number_format = "[$€-407] #,##0.00"


def _day_and_time(book):
    book["Programs"]["E3"] = datetime.fromisoformat("2027-01-04T17:30")


def _program_that_is_not_there(book):
    book["Payers"]["K1"], book["Payers"]["K3"] = "Night program ($)", 300


def _plan_of_another_name(book):
    book["Payers"]["B3"] = "Silver"
    book["Plans"]["B3"] = "Sliver"


def _many_payers(book):
    page = book["Payers"]
    for number in range(1, 200):
        for column, value in enumerate((f"Payer {number}", None, "in network", "in network"), 1):
            page.cell(number + 10, column).value = value
    book["Plans"]["A3"] = "Payer 300"


def _filtered(book):
    book["Programs"].auto_filter.ref = "A1:L4"
    book["Programs"].row_dimensions[4].hidden = True


MISTAKES = {
    "twin": _twin,
    "copied": _copied,
    "turned": _turned,
    "heading_between": _heading_between,
    "struck_through": _struck_through,
    "over_the_example": _over_the_example,
    "other_money": _other_money,
    "day_and_time": _day_and_time,
    "program_that_is_not_there": _program_that_is_not_there,
    "plan_of_another_name": _plan_of_another_name,
    "many_payers": _many_payers,
    "filtered": _filtered,
    "renamed": _renamed,
    "extra": _extra,
    "no_sheet": _no_sheet,
    "renamed_column": _renamed_column,
    "other_name": _other_name,
    "extra_column": _extra_column,
    "no_column": _no_column,
    "twice": _twice,
    "merged": _merged,
    "title_above": _title_above,
    "no_head": _no_head,
    "in_one_cell": _in_one_cell,
    "second_centre": _second_centre,
    "hidden_row": _hidden_row,
    "hidden_column": _hidden_column,
    "hidden_sheet": _hidden_sheet,
    "own_name": _own_name,
    "merged_names": _merged_names,
    "far_away": _far_away,
    "far_down": _far_down,
}


@pytest.mark.parametrize(("mistake", "said"), rows_of("mistakes_in_sheets.csv"))
def test_a_sheet_that_cannot_be_used_is_one_sentence(mistake, said):
    book = filled()
    MISTAKES[mistake](book)
    assert sentences(book) == [said]


def test_a_dollar_sign_in_every_row_is_one_sentence():
    book = filled()
    for row in range(FIRST_ROW, FIRST_ROW + 30):
        for column, value in enumerate(("Insurer", f"Plan {row}", "in network", "in network"), 1):
            book["Payers"].cell(row, column).value = value
        book["Payers"].cell(row, 7).value = f"${100 + row}.00"
    assert [each for each in sentences(book) if "Payers" in each] == [
        "Payers, row 3, column G (Therapy, 60 minutes ($)): '$103.00' has a currency sign. Write "
        "103.00. (The same in 29 more rows.)"
    ]


def test_a_renamed_column_is_told_once_however_many_rows_it_has():
    book = filled()
    book["Programs"]["D1"] = "When"
    assert sentences(book) == [
        "Programs, row 1, column D: 'When' is not a column of this sheet. Write 'Days' there."
    ]


def test_names_that_no_other_sheet_has_are_told_with_the_other_mistakes():
    book = filled()
    book["Programs"]["H3"], book["Programs"]["B4"] = "$400", "Nowhere"
    assert sentences(book) == [
        "Programs, row 3, column H (Price a day ($)): '$400' has a currency sign. Write 400.",
        "Programs, row 4, column B (Site): there is no 'Nowhere' among the sites. Write one of "
        "North, South.",
    ]


def test_a_row_that_is_wrong_makes_no_other_look_as_if_it_named_nothing():
    """The plans of a payer whose amount is wrong, and the programs of a site that stands twice."""
    book = filled()
    book["Payers"]["G3"], book["Sites"]["A4"] = "x", "NORTH"
    assert [each.partition(" column")[0] for each in sentences(book)] == [
        "Sites, row 4,",
        "Payers, row 3,",
    ]


def test_sheets_that_are_all_named_anew_are_told_each():
    book = filled()
    for sheet in book.worksheets[1:]:
        sheet.title = f"{sheet.title} 2027"
    assert len(sentences(book)) == 6
    assert sentences(book)[0] == "Centre 2027: there is no such sheet. Name it 'Centre'."


def test_several_mistakes_are_all_told():
    book = filled()
    for sheet, cell, value in (
        ("Programs", "H3", "$1"),
        ("Payers", "G3", "x"),
        ("Sites", "C3", "?"),
    ):
        book[sheet][cell] = value
    assert len(sentences(book)) == 3


def test_blank_rows_and_a_sheet_of_notes_are_let_be():
    book = filled()
    book["Programs"].insert_rows(4, 3)
    book["Programs"]["B5"] = " "
    book.create_sheet("Notes for next year").append(["ask the payer"])
    book["Programs"]["M1"] = "Notes"
    book["Programs"]["M3"] = "new in January"
    assert sentences(book) == []


def test_what_differs_in_form_alone_is_read_as_it_is_meant():
    """Case, hyphens, points, gaps, and signs that nobody sees, as they come from web pages."""
    book = filled()
    programs = book["Programs"]
    programs["A3"], programs["A4"] = "Day\u200b program \u00a0", "Evening program \U0001f319"
    programs["L3"] = "Group: 12, one-to-one: 4"
    programs["C3"], programs["D3"] = "In-Person", "Mon., Tue., Wed.\nThu."
    programs["E3"], programs["F1"] = "9:00", "HOURS\u00a0A DAY"
    programs.protection.sheet = True
    book["Payers"]["C3"], book["Payers"]["D3"] = "In-Network", "In\u2011network"
    checked = check("ours.xlsx", content(book), TODAY)
    assert mistake_lines(checked.mistakes) == []
    day, evening = checked.own.programs.values()
    assert (day.name, day.place, day.days) == ("Day program", "in_person", "mon_tue_wed_thu")
    assert (day.starts_at, evening.name) == ("09:00", "Evening program \U0001f319")
    assert checked.own.payers["first_payer"].therapy_network == "in"
