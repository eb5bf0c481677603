"""Why a file cannot be read as a workbook, and how to make it one."""

from __future__ import annotations

from zipfile import BadZipFile

from carechoice.catalog.file_kinds import OLD_OFFICE, PDF
from carechoice.documents.packed import TooManyPartsError, parts_of

SAVE_AS = "In Excel choose File > Save As > Excel Workbook (.xlsx)."
BROKEN = f"this workbook cannot be opened. Open it in Excel and save it again. {SAVE_AS}"
TOO_LARGE = "this workbook is too large. Start from a new template."
# The part that holds the workbook where it is locked, as the old form writes its name.
_LOCKED_PART = "EncryptedPackage".encode("utf-16-le")
_LOCKED = (
    "this workbook has a password. In Excel choose File > Info > Protect Workbook > Encrypt with "
    "Password, empty the field, and save it."
)
_OLD_FORM = "this workbook is in Excel's old form (.xls)."
# What Excel calls the file with which it notes that a workbook is open.
_OPEN_ELSEWHERE = "~$"
# Packed files by a part that they have, and what to do with each.
_PACKED_OTHERS = {
    "mimetype": "this is an OpenDocument file. In LibreOffice choose File > Save As > Excel "
    "2007-365 (.xlsx).",
    "Index/Document.iwa": "this is a Numbers document. In Numbers choose File > Export To > Excel.",
    "xl/workbook.bin": f"this is a binary workbook (.xlsb). {SAVE_AS}",
    "word/document.xml": "this is a Word document, not a workbook. Copy its rows into the "
    "sheets of the template.",
}


def why_no_workbook(name: str, content: bytes) -> str:
    """A sentence for a file of this name that begins as no packed workbook does."""
    if name.startswith(_OPEN_ELSEWHERE):
        return (
            "this is only the note that the workbook is open in Excel. Name the workbook: "
            f"{name.removeprefix(_OPEN_ELSEWHERE)}."
        )
    if content.startswith(OLD_OFFICE):
        return _LOCKED if _LOCKED_PART in content else f"{_OLD_FORM} {SAVE_AS}"
    if content.startswith(PDF):
        return "this is a PDF, not a workbook. Give the workbook that it was made from."
    if not content:
        return "this file is empty. Save the workbook again."
    if name.lower().endswith((".csv", ".txt", ".tsv")):
        return (
            "this is one table as text, not a workbook. Copy its rows into the sheet of the "
            "template, or put it into a data folder and check that folder."
        )
    return f"this is not an Excel workbook. {SAVE_AS}"


def why_not_opened(content: bytes) -> str:
    """A sentence for a packed file that cannot be opened as a workbook."""
    try:
        parts = {part.filename for part in parts_of(content)}
    except (BadZipFile, TooManyPartsError):
        return BROKEN
    return next((said for part, said in _PACKED_OTHERS.items() if part in parts), BROKEN)
