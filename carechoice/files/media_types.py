"""What browsers are told that the files we hand out are: their media types."""

PDF = "application/pdf"
_OPEN_XML = "application/vnd.openxmlformats-officedocument"
EXCEL = f"{_OPEN_XML}.spreadsheetml.sheet"
POWERPOINT = f"{_OPEN_XML}.presentationml.presentation"
WORD = f"{_OPEN_XML}.wordprocessingml.document"
