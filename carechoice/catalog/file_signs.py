"""How files of a kind begin, by which they are told apart whatever their name is."""

# Workbooks (.xlsx) are packed files, too.
ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
GZIP = b"\x1f\x8b"
PDF = b"%PDF-"
PNG = b"\x89PNG\r\n\x1a\n"
# Excel's old form (.xls), in which a workbook with a password is kept, too.
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
