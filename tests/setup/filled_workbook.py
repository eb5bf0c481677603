"""The template of a centre's workbook, filled in as the made-up centre's tables say."""

import csv
from io import BytesIO, StringIO

from blank_workbook import blank_workbook
from centre_tables import TABLES
from openpyxl import load_workbook
from scenarios import TODAY

from carechoice.setup.checked import check
from carechoice.setup.form import forms
from carechoice.setup.mistakes import mistake_lines

# Below the names of the columns and the example.
FIRST_ROW = 3
NUMBERS = ("_usd", "_percent", "_minutes", "_per_day", "weeks")


def filled(file=None):
    """The workbook with the made-up centre's rows, as openpyxl has it; by default a short one."""
    book = load_workbook(BytesIO(file or blank_workbook()))
    for form in forms():
        text = TABLES.get(f"{form.table}.csv", "")
        for number, row in enumerate(csv.DictReader(StringIO(text)), start=FIRST_ROW):
            for place, column in enumerate(form.columns, start=1):
                cell = row[column.key]
                is_number = column.key.endswith(NUMBERS) and cell
                book[form.title].cell(number, place).value = float(cell) if is_number else cell
    return book


def content(book):
    """The workbook as the bytes of its file."""
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def sentences(book):
    """What is said of the workbook's mistakes."""
    return mistake_lines(check("ours.xlsx", content(book), TODAY).mistakes)
