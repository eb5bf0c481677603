"""Every answer has its headers, whatever is asked for: the routes are those that the app has."""

import re
import socket
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage, HTTPResponse
from urllib.parse import urlsplit

import pytest
from running_server import PATIENCE_SECONDS, running_server

from app import app
from carechoice.ui import pages

SITE = "https://www.example.org"
BASE = "/our/care"
# Folders, names in front of which a dot stands, and what nobody has.
NO_ROUTES = (
    *("/", "/static", "/static/", "/static/js", "/static/js/", "/assets", "/assets/", "/media/"),
    *(
        "/_stcore",
        "/_stcore/",
        "/component/",
        "/bill/",
        "//bill",
        "//elsewhere.example/",
        "/nothing",
    ),
    *(
        "/nothing.js",
        "/.env",
        "/.git/config",
        "/favicon.png",
        "/manifest.json",
        "/app/static/x.png",
    ),
    *("/..%2fapp.py", "/static/..%2f..%2fapp.py", "/%00", "/data/centre.csv"),
)
# Most addresses have the first alone.
METHODS = ("GET", "DELETE", "TRACE", "PATCH")
OF_PAGES = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
FILES = re.compile(r"(text/javascript|text/css|font/)")
NOT_TOLD = ("Server", "X-Powered-By", "Set-Cookie", "Access-Control-Allow-Origin", "Via")
# Below these an answer is about somebody, or tells of the server as it is now.
PRIVATE = ("/api/", "/media/", "/_stcore/")
NOW = ("healthz", "readyz", "metrics")


# A folder's address with a slash behind it leads to the one without.
REFUSED = (301, 308, 400, 403, 404, 405)


@dataclass(frozen=True)
class Answer:
    method: str
    path: str
    status: int
    headers: HTTPMessage
    body: bytes

    def faults(self, ancestors):
        """What is wrong with it, where these sites may show pages in a frame."""
        kind = self.headers.get("Content-Type", "")
        expected = {"X-Content-Type-Options": "nosniff"} if FILES.match(kind) else OF_PAGES
        found = [
            f"{name}: {self.headers.get(name)}"
            for name, value in expected.items()
            if self.headers.get_all(name) != [value]
        ]
        found += [f"{name} is told" for name in NOT_TOLD if name in self.headers]
        policy = self.headers.get("Content-Security-Policy", "")
        if expected is OF_PAGES and not policy.endswith(f"; frame-ancestors {ancestors}"):
            found.append(f"policy: {policy}")
        if self._is_private() and "no-store" not in self.headers.get("Cache-Control", ""):
            found.append("may be kept")
        if re.match(r"//|\w+:", self.headers.get("Location", "")):
            found.append(f"leads to {self.headers['Location']}")
        if b"Index of" in self.body or b"Traceback" in self.body or self.status >= 500:
            found.append(f"{self.status}: {self.body[:80]!r}")
        return [f"{self.method} {self.path}: {each}" for each in found]

    def _is_private(self):
        page = self.path.removeprefix("/")
        answered = {"", *NOW, *pages.PAGES} - {pages.FIRST}
        is_page = self.status == 200 and page in answered
        # What is not there may be there tomorrow.
        return self.path.startswith(PRIVATE) or is_page or self.status >= 400


@pytest.fixture(scope="module")
def routes(running):
    """The addresses of all routes, with the methods that each answers."""
    found = {path: {"GET", "HEAD"} for path in NO_ROUTES}
    for route in app._starlette_app.routes:
        if getattr(route, "methods", None):
            path = re.sub(r"{\w+(:path)?}", "x", route.path)
            found.setdefault(path, set()).update(route.methods)
    # Our scripts are all answered by the same route.
    for path in [path for path in found if path.startswith("/assets/") and path.endswith(".js")][
        1:
    ]:
        del found[path]
    assert {"/bill", "/api/ahead", "/_stcore/upload_file/x/x", "/media/x"} <= found.keys()
    return found


@pytest.fixture(scope="module")
def below(tmp_path_factory):
    """A server below a path of its own, whose centre names a site that may show its pages."""
    folder = tmp_path_factory.mktemp("centre")
    (folder / "centre.csv").write_text(f"name,framed_by\nOur house,{SITE}\n", encoding="utf-8")
    with running_server(
        "--server.baseUrlPath",
        BASE,
        CARECHOICE_DATA=str(folder),
        CARECHOICE_METRICS="on",
        CARECHOICE_REQUESTS_AT_ONCE="100000",
        # Of an address that a proxy names, and none of this machine.
        CARECHOICE_VISITS_AT_ONCE="1",
    ) as address:
        yield urlsplit(address).port


def asked(port, method, path):
    line = HTTPConnection("localhost", port, timeout=PATIENCE_SECONDS)
    try:
        line.request(method, f"{BASE}{path}")
        answer = line.getresponse()
        return Answer(method, path, answer.status, answer.headers, answer.read())
    finally:
        line.close()


def test_every_answer_below_a_path_and_for_a_site_that_may_frame_it(routes, below):
    answers = [asked(below, method, path) for path in ("/metrics", *routes) for method in METHODS]
    assert [fault for answer in answers for fault in answer.faults(f"'self' {SITE}")] == []
    # It can name no site, so a browser that knows no content policy would be told that none may.
    assert not any("X-Frame-Options" in each.headers for each in answers)
    not_refused = [
        (each.method, each.path, each.status)
        for each in answers
        if each.method not in routes.get(each.path, "GET") and each.status not in REFUSED
    ]
    assert not_refused == []


def test_as_shipped_every_answer_is_for_frames_of_our_own_pages_alone(routes, client):
    for path in routes:
        if path.startswith("//"):
            continue
        answer = client.get(path, follow_redirects=False)
        found = Answer("GET", path, answer.status_code, HTTPMessage(), answer.content)
        for name, value in answer.headers.items():
            found.headers[name] = value
        assert found.faults("'self'") == []
        if not FILES.match(answer.headers.get("content-type", "")):
            assert answer.headers["x-frame-options"] == "SAMEORIGIN"


SECRET = "therapy_sessions=31"
LIVE = f"{BASE}/_stcore/stream"
WANTED = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}
FOREIGN = {"Origin": "https://elsewhere.example"}
A_VISITOR = {"X-Forwarded-For": "203.0.113.9"}
# Live connections that are not opened, by whom: the app, or the server below it by itself.
NOT_OPENED = {
    "foreign": (LIVE, FOREIGN, 403, "app"),
    "no line": (f"{BASE}/bill", {}, 403, "app"),
    "nothing there": (f"{BASE}/nothing", {}, 403, "app"),
    "no place": ("/elsewhere", {}, 403, "app"),
    "many": (LIVE, A_VISITOR, 429, "app"),
    "no key": (LIVE, {"Sec-WebSocket-Key": SECRET}, 400, "server"),
    "old": (LIVE, {"Sec-WebSocket-Version": SECRET}, 400, "server"),
}
NO_REQUESTS = {
    "no version": b"GET /bill\r\n\r\n",
    "a space": f"GET {BASE}/bill HTTP/1.1\r\nHost : {SECRET}\r\n\r\n".encode(),
    "length": f"GET {BASE}/bill HTTP/1.1\r\nHost: a\r\nContent-Length: {SECRET}\r\n\r\n".encode(),
    "two hosts": b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    "tls": b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n",
}


def said_raw(port, request, path):
    """The first answer to what is sent as it is."""
    with socket.create_connection(("localhost", port), timeout=PATIENCE_SECONDS) as line:
        line.sendall(request)
        answer = HTTPResponse(line, method="GET")
        answer.begin()
        return Answer("GET", path, answer.status, answer.headers, answer.read())


def wanting(path, **headers):
    told = {"Host": "localhost", **WANTED, **headers}
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return f"GET {path} HTTP/1.1\r\n{lines}\r\n".encode()


@pytest.mark.parametrize("why", NOT_OPENED)
def test_so_has_that_to_a_browser_which_gets_no_live_connection(below, why):
    path, headers, status, by = NOT_OPENED[why]
    if status == 429:
        said_raw(below, wanting(path, **headers), path)
    answer = said_raw(below, wanting(path, **headers), path.removeprefix(BASE))
    assert answer.status == status
    assert answer.faults(f"'self' {SITE}" if by == "app" else "'self'") == []
    assert SECRET.encode() not in answer.body


@pytest.mark.parametrize("why", NO_REQUESTS)
def test_so_has_that_to_what_is_no_request(below, why):
    answer = said_raw(below, NO_REQUESTS[why], "")
    assert answer.status == 400
    assert answer.faults("'self'") == []
    assert SECRET.encode() not in answer.body
