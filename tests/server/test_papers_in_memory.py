"""A paper that somebody gives is written to no disk, also while it is on its way."""

import os
import stat

import pytest
from awaited import awaited
from streamlit.runtime import Runtime

from app import app

PART = b"Member 4711 of Acme Health. " * 40_000
HEAD = b'--B\r\nContent-Disposition: form-data; name="file"; filename="plan.pdf"\r\n\r\n'
END = b"\r\n--B--\r\n"
FORM = [(b"content-type", b"multipart/form-data; boundary=B"), (b"host", b"localhost")]
MOST_OPEN = 1_000


def nameless_files():
    """Files that this process has open and that stand in no folder: so temporary ones are kept."""
    found = set()
    for number in range(MOST_OPEN):
        try:
            told = os.fstat(number)
        except OSError:
            continue
        if stat.S_ISREG(told.st_mode) and told.st_nlink == 0:
            found.add((number, told.st_ino, told.st_size))
    return found


@pytest.fixture
def given(running, monkeypatch):
    """The files of a visit that is there, as the framework keeps them."""
    _, runtime = running
    monkeypatch.setattr(Runtime, "_instance", runtime)
    monkeypatch.setattr(runtime, "is_active_session", lambda _visit: True)
    yield runtime.uploaded_file_mgr
    runtime.uploaded_file_mgr.remove_session_files("a-visit")


def uploaded(app, parts, path="/_stcore/upload_file/a-visit/a-file"):
    """The status of the answer to a file that comes in these parts."""
    left, sent = [*parts], []

    async def receive():
        part = left.pop(0)()
        return {"type": "http.request", "body": part, "more_body": bool(left)}

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http",
        "method": "PUT",
        "path": path,
        "query_string": b"",
        "headers": FORM,
        "client": ("203.0.113.9", 5000),
    }
    awaited(app(scope, receive, send))
    return sent[0]["status"]


def test_a_paper_of_7_megabytes_is_in_memory_alone_from_its_first_byte_to_its_last(given):
    before, seen = nameless_files(), []

    def part(content):
        def asked_for():
            # All that came before has been taken in.
            seen.append(nameless_files() - before)
            return content

        return asked_for

    assert uploaded(app, map(part, (HEAD, *[PART] * 7, END))) == 204
    assert seen == [set()] * 9
    (paper,) = given.get_files("a-visit", ["a-file"])
    assert paper.data == PART * 7
