"""Kinds of files: how each begins, whatever its name is, and its media type."""

from collections.abc import Mapping

# Workbooks (.xlsx) are packed files, too.
ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
GZIP = b"\x1f\x8b"
PDF = b"%PDF-"
PNG = b"\x89PNG\r\n\x1a\n"
# Excel's old form (.xls), in which a workbook with a password is kept, too.
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
# xz, bzip2, 7z, RAR and Zstandard.
OTHER_PACKED = (
    b"\xfd7zXZ\x00",
    b"BZh",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"\x28\xb5\x2f\xfd",
)
# A tar archive has its sign behind the name of its first file.
TAR, TAR_AT = b"ustar", 257

_OPEN_XML = "application/vnd.openxmlformats-officedocument"
# By the ending of a file's name. The list of a machine may lack those of Office.
MEDIA_TYPES: Mapping[str, str] = {
    ".csv": "text/csv",
    ".docx": f"{_OPEN_XML}.wordprocessingml.document",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".pptx": f"{_OPEN_XML}.presentationml.presentation",
    ".xlsx": f"{_OPEN_XML}.spreadsheetml.sheet",
}
