"""The workbook that a centre fills in, with a few of the rows that it has prepared.

Tests fill in a few of its 500 rows. The others are cells that only have a format, and nearly all
the work of opening and saving it; whole it is in tests/setup/test_template.py.
"""

from functools import cache
from io import BytesIO

from openpyxl import load_workbook

from carechoice.setup.template import MOST_ROWS, template

# The names of the columns, the example, and rows to fill in.
ROWS_KEPT = 12


@cache
def blank_workbook():
    """Its file, as bytes."""
    book = load_workbook(BytesIO(template()))
    for page in book.worksheets:
        page.delete_rows(ROWS_KEPT + 1, MOST_ROWS)
    file = BytesIO()
    book.save(file)
    return file.getvalue()
