"""The workbook that a centre fills in: what it says, and that it reads back as it was filled in."""

from io import BytesIO

import pytest
from centre_tables import TABLES, loaded
from filled_workbook import content, filled
from openpyxl import load_workbook
from scenarios import TODAY

from carechoice.setup.checked import check
from carechoice.setup.folder import as_files, put_in_place
from carechoice.setup.form import forms
from carechoice.setup.mistakes import mistake_lines
from carechoice.setup.template import template


@pytest.fixture(scope="module")
def file():
    return template()


@pytest.fixture(scope="module")
def book(file):
    return load_workbook(BytesIO(file))


def test_the_template_has_a_sheet_a_table_and_a_note_at_the_name_of_each_column(book):
    assert book.sheetnames == [
        "How to",
        "Centre",
        "Sites",
        "Programs",
        "Therapists",
        "Payers",
        "Plans",
    ]
    for form in forms():
        for place, column in enumerate(form.columns, start=1):
            head = book[form.title].cell(1, place)
            assert head.value.removesuffix(" *") == column.label
            assert head.comment.text == column.note


def test_what_can_be_picked_has_a_list(book):
    page = book["Payers"]
    lists = {str(each.sqref): each.formula1 for each in page.data_validations.dataValidation}
    assert lists == {
        "C2:C500": '"in network,out of network"',
        "D2:D500": '"in network,out of network"',
    }


@pytest.mark.parametrize(
    ("title", "place", "names"),
    [
        ("Programs", "B2:B500", "'Sites'!$A$3:$A$500"),
        ("Plans", "A2:A500", "'Payers'!$A$3:$A$500"),
        ("Centre", "F2:F500", "'Programs'!$A$3:$A$500"),
        ("Centre", "G2:G500", "'Payers'!$A$3:$A$500"),
    ],
)
def test_what_names_a_row_of_another_sheet_is_picked_from_what_stands_there(
    book, title, place, names
):
    page = book[title]
    lists = {str(each.sqref): each.formula1 for each in page.data_validations.dataValidation}
    assert lists[place] == names


def test_the_examples_are_no_rows_and_name_no_price(file):
    checked = check("ours.xlsx", file, TODAY)
    assert not any(checked.tables.values())
    prices = [
        column
        for form in forms()
        for column in form.columns
        if column.key.endswith("_usd") and column.example
    ]
    assert prices == []
    assert mistake_lines(checked.mistakes) == [
        "no row is filled in. Fill in a sheet, such as the programs."
    ]


def test_a_filled_workbook_says_what_the_same_files_say(file, tmp_path):
    checked = check("ours.xlsx", content(filled(file)), TODAY)
    assert mistake_lines(checked.mistakes) == []
    assert checked.own == loaded(tmp_path / "own").own


def test_its_tables_are_the_files_of_a_folder_that_a_server_starts_with(file, tmp_path):
    files = as_files(check("ours.xlsx", content(filled(file)), TODAY))
    assert files.keys() == {"centre.csv", *TABLES}
    assert put_in_place(tmp_path / "own", files) == []
    assert (tmp_path / "own/therapists.csv").read_text(encoding="utf-8") == (
        "session_minutes,price_usd\n45,140\n60,180\n"
    )
