"""Files that are no workbook of a centre, each told in one sentence, and those that do harm."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from filled_workbook import content, filled
from openpyxl import Workbook
from scenarios import TODAY

from carechoice.setup.cells import NoWorkbookError
from carechoice.setup.checked import check
from carechoice.setup.mistakes import mistake_lines

# The name of the part that holds a locked workbook, as [MS-OFFCRYPTO] 2.3.4.4 has it.
LOCKED = "EncryptedPackage".encode("utf-16-le")


def packed(parts):
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as whole:
        for name, data in parts.items():
            whole.writestr(name, data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "file", "said"),
    [
        ("ours.csv", b"name;days\nEvening;Mon\n", "this is one table as text, not a workbook."),
        ("ours.xls", b"\xd0\xcf\x11\xe0 old", "this workbook is in Excel's old form (.xls). In"),
        (
            "ours.xlsx",
            b"\xd0\xcf\x11\xe0" + LOCKED,
            "this workbook has a password. In Excel choose",
        ),
        ("ours.pdf", b"%PDF-1.7", "this is a PDF, not a workbook. Give the workbook that it was"),
        (
            "web.xlsx",
            b"<html>Sign in",
            "this is not an Excel workbook. In Excel choose File > Save As",
        ),
        (
            "~$ours.xlsx",
            b"\x02me",
            "this is only the note that the workbook is open in Excel. Name",
        ),
        ("ours.xlsx", b"", "this file is empty. Save the workbook again."),
        ("ours.xlsx", b"PK\x03\x04 broken", "this workbook cannot be opened. Open it in Excel"),
    ],
)
def test_a_file_that_is_no_workbook_is_one_sentence(name, file, said):
    with pytest.raises(NoWorkbookError) as refused:
        check(name, file, TODAY)
    assert str(refused.value).startswith(said)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("mimetype", "this is an OpenDocument file. In LibreOffice choose File > Save As"),
        ("Index/Document.iwa", "this is a Numbers document. In Numbers choose File > Export To"),
        ("xl/workbook.bin", "this is a binary workbook (.xlsb). In Excel choose File > Save As"),
        ("word/document.xml", "this is a Word document, not a workbook."),
        ("photo.jpg", "this workbook cannot be opened. Open it in Excel and save it again."),
    ],
)
def test_a_packed_file_of_another_program_is_one_sentence_by_any_name(part, said):
    with pytest.raises(NoWorkbookError) as refused:
        check("ours.xlsx", packed({part: b"x"}), TODAY)
    assert str(refused.value).startswith(said)


def test_what_would_fill_the_memory_is_not_opened():
    """A sheet that a few kilobytes unpack to, and a picture a thousand times its packed size."""
    for part, size in (("xl/worksheets/sheet1.xml", 10_000_001), ("xl/media/a.png", 50_000_001)):
        with pytest.raises(NoWorkbookError, match="this workbook is too large"):
            check("ours.xlsx", packed({part: bytes(size)}), TODAY)


def test_pictures_in_a_workbook_do_no_harm():
    book = BytesIO(content(filled()))
    with ZipFile(book, "a") as whole:
        whole.writestr("xl/media/image1.png", bytes(30_000_000), ZIP_DEFLATED)
    assert mistake_lines(check("ours.xlsx", book.getvalue(), TODAY).mistakes) == []


def test_another_workbook_is_told_from_one_of_a_centre():
    book = Workbook()
    book.active.append(["Rent", "100"])
    with pytest.raises(NoWorkbookError, match="none of its sheets is there"):
        check("budget.xlsx", content(book), TODAY)
