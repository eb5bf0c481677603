"""A form that says it is in some coding is read as UTF-8, as browsers send it."""

import pytest
from awaited import awaited
from starlette.datastructures import Headers
from starlette.formparsers import MultiPartParser

import app  # noqa: F401, which changes how forms are read

FILE = """--B\r
Content-Disposition: form-data; name="file"; filename="Übersicht.pdf"\r
\r
x\r
--B--\r
"""


# Each is one of Python's; the first two end in an error, and the third in half a name.
@pytest.mark.parametrize("coding", ["undefined", "idna", "utf-7", "punycode", "utf-8", "none"])
def test_the_name_of_a_file_is_read_as_it_was_sent(coding):
    kind = f"multipart/form-data; boundary=B; charset={coding}"

    async def sent():
        yield FILE.encode()

    form = awaited(MultiPartParser(Headers({"content-type": kind}), sent()).parse())
    assert form["file"].filename == "Übersicht.pdf"
