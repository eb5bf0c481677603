"""What each proxy answers by itself: a sentence, the crisis line, and the headers that pages have.

Before it stands a process that answers one address alone and hangs up on all others.
"""

import re
import shutil
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection, HTTPResponse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

import pytest
from running_server import PATIENCE_SECONDS

from carechoice.catalog.in_use import catalog
from carechoice.language.sentences import say
from carechoice.web.headers import of_pages
from deploy.proxies import PROXIES, READY
from deploy.servers import HERE, reserved
from deploy.write_answers import ANSWERS, answers

# What it takes for each status that a proxy answers with, and what it says then.
SAID = {
    404: "missing.why",
    413: "proxy.large.why",
    429: "busy.address",
    502: "proxy.away.why",
}
KB = 1000
GO_ON = b"HTTP/1.1 100"
# More than any of these addresses takes.
TOO_LARGE = {"_stcore/upload_file/x/y": 12_000 * KB, "centre": 1100 * KB, "api/ahead": 20 * KB}

# What is no request, or none that a proxy reads.
NO_REQUESTS = [
    b"\x16\x03\x01 SECRETMARK\r\n\r\n",
    b"GET /care/said HTTP/9.9\r\nHost: x\r\nConnection: close\r\nA: SECRETMARK\r\n\r\n",
    b"POST /care/said HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: SECRETMARK\r\n\r\n",
    b"POST /care/said HTTP/1.1\r\nHost: x\r\nContent-Length: -3SECRETMARK\r\n\r\n",
]
# HAProxy has words of its own for what it does not take for a request, and can be given no others.
HAPROXY_SAYS = "Your browser sent an invalid request."


def test_its_answers_are_in_the_words_that_we_have_now():
    written = {path.name: path.read_text(encoding="utf-8") for path in ANSWERS.iterdir()}
    assert written == answers(), "run `make answers`"


class OneAddress(BaseHTTPRequestHandler):
    """Is ready, and has a place for what is sent; else it ends the connection without a word."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.path in (READY.removeprefix("/care"), "/readyz", "/said"):
            self._answer(b"ready")
        else:
            self.close_connection = True

    def do_POST(self):
        sent = sum(map(len, self._sent()))
        if self.path.endswith("?gone"):
            self.close_connection = True
        else:
            self._answer(str(sent).encode())

    def _sent(self):
        """The parts of what is sent, of a length that is said before it or before each part."""
        if "Content-Length" in self.headers:
            yield self.rfile.read(int(self.headers["Content-Length"]))
            return
        while size := int(self.rfile.readline(), 16):
            yield self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()

    def _answer(self, said):
        self.send_response(200)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *_):
        """No line."""


class Process(ThreadingHTTPServer):
    def handle_error(self, *_):
        """A proxy that ends a connection is no error."""


@contextmanager
def answering() -> Iterator[int]:
    with Process((HERE, 0), OneAddress) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server.server_port
        finally:
            server.shutdown()


@pytest.fixture(scope="module", params=PROXIES.values(), ids=PROXIES)
def proxy(request, tmp_path_factory):
    """A proxy that lets an address have twenty connections, as its file has a thousand."""
    folder = tmp_path_factory.mktemp("proxy")
    with answering() as first, answering() as second, reserved() as port:
        started = request.param.server(folder, port, (first, second))
        file = folder / request.param.file
        text = file.read_text(encoding="utf-8")
        few, changed = re.subn(r"(care_connections|conn_cur\(0\) gt) 1000", r"\1 20", text)
        assert changed == 1
        # Here it is asked again at once.
        file.write_text(few.replace("max_fails=1", "max_fails=0"), encoding="utf-8")
        started.start()
        # Nothing that is sent through it has a place on a disk.
        shutil.rmtree(folder / "body", ignore_errors=True)
        try:
            yield started
        finally:
            started.end()


def ask(proxy, path, *, method="GET", body=None):
    """The status, headers and text of its answer."""
    line = HTTPConnection(HERE, proxy.port, timeout=PATIENCE_SECONDS)
    try:
        line.request(method, path, body)
        answer = line.getresponse()
        return answer.status, answer.headers, answer.read().decode()
    finally:
        line.close()


def refused(proxy):
    """Its answers by themselves, with what was asked for."""
    for path in ("/care/healthz", "/care/metrics", "/", "/elsewhere", "/answers/missing.html"):
        yield path, ask(proxy, path)
    for path, size in TOO_LARGE.items():
        yield path, announced(proxy, path, size)
    yield "/care/share", ask(proxy, "/care/share?x=1")
    for path, size in TOO_LARGE.items():
        sent = bytes(size // 2)
        yield f"{path}?gone", ask(proxy, f"/care/{path}?gone", method="POST", body=sent)
    yield "/care/api/ahead", beyond_what_it_lets(proxy)


def beyond_what_it_lets(proxy):
    """The first answer that is no word to go on, of requests that are read but for their bodies."""
    head = "POST /care/api/ahead HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n"
    held = []
    with ExitStack() as open_until_then:
        while True:
            line = socket.create_connection((HERE, proxy.port))
            open_until_then.enter_context(line)
            line.sendall(f"{head}Expect: 100-continue\r\nConnection: close\r\n\r\n".encode())
            if line.recv(len(GO_ON), socket.MSG_PEEK) != GO_ON:
                break
            held.append(line)
        answer = HTTPResponse(line)
        answer.begin()
        told = answer.status, answer.headers, answer.read().decode()
        for each in held:
            each.sendall(b"0123456789")
            # Until it is counted no more.
            while each.recv(1000):
                pass
        return told


def announced(proxy, path, size):
    """What is answered to a body that is announced, of which nothing is sent."""
    line = HTTPConnection(HERE, proxy.port, timeout=PATIENCE_SECONDS)
    try:
        line.putrequest("POST", f"/care/{path}")
        line.putheader("Content-Length", str(size))
        line.endheaders()
        answer = line.getresponse()
        return answer.status, answer.headers, answer.read().decode()
    finally:
        line.close()


def test_it_says_what_is_wrong_and_where_to_turn_in_a_crisis(proxy):
    statuses = set()
    for path, (status, headers, text) in refused(proxy):
        assert say(SAID[status]) in text, path
        for line in catalog().crisis.values():
            if line.key in ("lifeline", "emergency"):
                assert f"tel:{line.phone}" in text
        assert headers["Content-Type"] == "text/html; charset=utf-8"
        statuses.add(status)
    assert statuses == set(SAID)


def test_its_own_answers_have_the_headers_of_pages_and_name_no_version(proxy):
    moved = ask(proxy, "/care")
    assert moved[0] == 301
    for path, (_, headers, _) in [("/care", moved), *refused(proxy)]:
        for name, value in of_pages().items():
            if name == "Content-Security-Policy":
                assert headers[name].startswith("default-src 'none';"), path
                assert headers[name].endswith(value[value.index("; frame-ancestors") :]), path
            else:
                assert headers.get_all(name) == [value], path
        assert headers["Server"] in (None, "nginx")


def test_answers_of_a_process_are_given_no_header_beside_its_own(proxy):
    _, headers, text = ask(proxy, "/care/said")
    assert text == "ready"
    assert headers.get_all("X-Content-Type-Options") == ["nosniff"]
    assert not set(headers) & (of_pages().keys() - {"X-Content-Type-Options"})


def test_the_path_without_its_slash_leads_on_with_the_inputs(proxy):
    for query in ("", "?therapy_sessions=31&iop_weeks=6"):
        location = urlsplit(ask(proxy, f"/care{query}")[1]["Location"])
        assert (location.netloc, location.path) == ("", "/care/")
        assert location.query == query.removeprefix("?")


@pytest.mark.parametrize(("path", "size"), TOO_LARGE.items())
def test_what_is_sent_is_passed_on_from_memory(proxy, path, size):
    """A folder for it is not there, so that one who wrote it to a disk would answer 500."""
    for most in (size // 2, size * 3 // 4):
        status, _, said = ask(proxy, f"/care/{path}", method="POST", body=bytes(most))
        assert (status, said) == (200, str(most))


def test_a_body_of_unknown_length_is_no_way_to_a_disk(proxy):
    """In parts of one byte it takes up six times its room."""
    body = (bytes([65 + number % 26]) for number in range(15 * KB))
    status, _, _ = ask(proxy, "/care/api/ahead", method="POST", body=body)
    assert status in (200, 411)


def test_a_method_that_is_nobodys_is_in_no_log(proxy):
    ask(proxy, "/care/said", method="SECRETMARK")
    announced(proxy, "centre", TOO_LARGE["centre"])
    ask(proxy, "/care/said")
    log = proxy.log.read_text(encoding="utf-8")
    assert "SECRETMARK" not in log
    assert "(unknown) (unknown) 501" in log
    assert "POST (unknown) 413" in log
    assert re.search(r"GET (/care)?/said 200", log)


def all_that_is_said_to(proxy, sent):
    with socket.create_connection((HERE, proxy.port), timeout=PATIENCE_SECONDS) as line:
        line.sendall(sent)
        return b"".join(iter(lambda: line.recv(1000), b"")).decode()


@pytest.mark.parametrize("sent", NO_REQUESTS)
def test_what_it_cannot_read_is_answered_in_a_sentence_without_what_was_sent(proxy, sent):
    answer = all_that_is_said_to(proxy, sent)
    assert "SECRETMARK" not in answer
    read_all_the_same = answer.endswith("\r\nready")
    assert read_all_the_same or say("proxy.unread.why") in answer or HAPROXY_SAYS in answer
