"""The crisis line stands on each sheet of a file: sheets are printed, and come apart."""

import io

import pypdfium2
import pytest
from docx import Document
from openpyxl import load_workbook
from read_back import one_line
from scenarios import TODAY, comparison

from carechoice.files.call.sheet import sheet
from carechoice.files.call.workbook import workbook as call_workbook
from carechoice.files.estimate.estimate_files import on_paper, to_fill_in
from carechoice.files.handout.handout import handout
from carechoice.files.numbers.sheets import sheets
from carechoice.files.numbers.workbook import workbook
from carechoice.inputs.handed_on.link import freeze

ON_PAPER = "In a crisis? Call or text 988, day or night. In danger right now? Call 911."
AS_TEXT = "In a crisis, call or text 988. In danger right now, call 911."
SELF_PAY = {"network": "self_pay", "therapy_sessions": 12}


def printed_estimate():
    return on_paper(comparison(**SELF_PAY), "iop", TODAY)


def printed_handout():
    return handout(comparison(), link="https://care.example.org/", today=TODAY, paper="letter")


@pytest.mark.parametrize("make", [printed_handout, printed_estimate])
def test_each_page_of_a_pdf_has_it(make):
    pages = list(pypdfium2.PdfDocument(make()))
    assert len(pages) >= 3
    for number, page in enumerate(pages, start=1):
        assert ON_PAPER in one_line(page.get_textpage().get_text_bounded()), number


def test_each_page_of_an_estimate_in_word_has_it():
    file = Document(io.BytesIO(to_fill_in(comparison(**SELF_PAY), "iop", TODAY)))
    assert [part.footer.paragraphs[0].text for part in file.sections] == [AS_TEXT]


def numbers():
    return workbook(sheets(comparison(), freeze(comparison().scenario, TODAY), ()))


def sheet_for_a_call():
    return call_workbook(sheet(comparison()))


@pytest.mark.parametrize("make", [numbers, sheet_for_a_call])
def test_each_sheet_of_a_workbook_is_printed_with_it(make):
    for page in load_workbook(io.BytesIO(make())).worksheets:
        assert page.oddFooter.center.text == AS_TEXT, page.title


@pytest.mark.parametrize("make", [numbers, sheet_for_a_call])
def test_who_opens_a_workbook_reads_it_on_its_first_sheet(make):
    first = load_workbook(io.BytesIO(make())).worksheets[0]
    assert AS_TEXT in [cell.value for row in first.iter_rows() for cell in row]
