"""What stands around the pages: missing files, cookies, paths, logs, the health check."""

import logging
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from carechoice.ui.assets import PLOTLY
from carechoice.ui.assets import address as asset
from carechoice.web import health
from carechoice.web.lifetime.listening import address
from carechoice.web.operating.logs import WithoutInputs
from carechoice.web.paths import below, plain, within

PAGES = ["/", "/bill", "/share"]
FILES = [
    "/assets/slider-000000000000.js",
    "/assets/nothing",
    "/static/js/index.000000.js",
    "/static/media/none.woff2",
    "/component/none/index.html",
    "/_stcore/none",
    "/_stcore/bidi-components/none/none.js",
    "/app/static/none.png",
    "/media/none.png",
    "/anything.js",
    "/bill/anything.css",
    "/robots.txt",
    "/.env",
    "/.git/config",
    "/bill/.git/HEAD",
    "/.well-known/change-password",
    "/.env.html",
    "/assets",
    "/static/",
    "/_stcore",
]


@pytest.mark.parametrize("path", FILES)
def test_a_file_that_is_not_there_is_answered_as_such_and_not_with_the_page(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert not answer.headers["content-type"].startswith("text/html")
    assert "<script" not in answer.text


OF_THE_FRAMEWORK = [
    "/_stcore/metrics",
    "/_stcore/metrics/",
    "/_stcore/script-health-check",
    "/_stcore/agent/openapi.json",
    "/_stcore/agent/interact",
    "/_stcore/agent/mcp",
    "/auth/login",
    "/auth/logout",
    "/auth/",
    "/oauth2callback",
    "/oauth2callback?code=1",
]


@pytest.mark.parametrize("path", OF_THE_FRAMEWORK)
def test_what_no_page_asks_the_framework_for_is_shut(client, path):
    """It counts visits for anyone, speaks to programs, and leads to who signs people in."""
    for method in ("GET", "HEAD", "POST", "OPTIONS"):
        answer = client.request(method, path, follow_redirects=False)
        assert answer.status_code == 404, method
        assert answer.text in ("Not Found", "")


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_still_answered_with_the_page(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        ("/bill/", "../bill"),
        ("/bill//", "../../bill"),
        ("/bill/?iop_weeks=6&plan=medicare", "../bill?iop_weeks=6&plan=medicare"),
        ("/healthz/", "../healthz"),
        ("/nowhere/at/all/", "../all"),
    ],
)
def test_a_slash_too_many_leads_to_the_address_without_it_below_any_path(client, asked, leads_to):
    """A server in front may serve us below /care/ and cut that off, so we do not know the root."""
    for method in ("GET", "HEAD", "POST"):
        answer = client.request(method, asked, follow_redirects=False)
        assert answer.is_redirect, method
        assert answer.headers["location"] == leads_to


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/_stcore/host-config"])
def test_no_answer_sets_a_cookie(client, path):
    """Browsers refuse one where the page stands in a frame on another site."""
    assert "set-cookie" not in client.get(path).headers


async def say_path(request: Request):
    return PlainTextResponse(within(request.app.state.base, request.scope))


@pytest.mark.parametrize("base", ["care", "/care", "care/", "/our/care/"])
def test_routes_stand_below_the_base_path_however_it_is_written(base):
    app = Starlette(routes=below(base, [Route("/api/compare", say_path, methods=["GET"])]))
    app.state.base = base
    client = TestClient(app)
    assert client.get(f"/{base.strip('/')}/api/compare").text == "/api/compare"
    assert client.get("/api/compare").status_code == 404
    assert client.post(f"/{base.strip('/')}/api/compare").status_code == 405


@pytest.mark.parametrize(
    ("path", "method", "allowed"),
    [
        ("/api/compare", "POST", "GET, HEAD"),
        ("/api/ahead", "GET", "POST"),
        ("/api/ahead", "PUT", "POST"),
        ("/bill", "DELETE", "GET, HEAD"),
        ("/healthz", "OPTIONS", "GET, HEAD"),
    ],
)
def test_a_method_that_an_address_lacks_is_refused_with_those_it_has(client, path, method, allowed):
    answer = client.request(method, path)
    assert (answer.status_code, answer.headers["allow"]) == (405, allowed)


@pytest.mark.parametrize(
    ("wanted", "encoding"),
    [
        ("gzip", "gzip"),
        ("GZip", "gzip"),
        ("gzip, br", "br"),
        ("gzip, br;q=0", "gzip"),
        ("gzip;q=0", None),
        ("br; q=0.000, gzip; q=0", None),
        ("gzip;q=0.5", "gzip"),
        ("gzip;q=x", None),
        ("identity", None),
        ("*;q=0", None),
        ("abracadabra, notgzip", None),
    ],
)
@pytest.mark.parametrize("path", [f"/{asset(PLOTLY)}", "/api/compare"])
def test_an_answer_is_compressed_in_a_way_that_is_wanted_and_no_other(
    client, path, wanted, encoding
):
    answer = client.get(path, headers={"Accept-Encoding": wanted})
    if path == "/api/compare" and encoding == "br":
        encoding = "gzip"
    assert answer.headers.get("content-encoding") == encoding


@pytest.mark.parametrize("base", ["", "/"])
def test_without_a_base_path_routes_stay_where_they_are(base):
    app = Starlette(routes=below(base, [Route("/api/compare", say_path)]))
    app.state.base = base
    assert TestClient(app).get("/api/compare").text == "/api/compare"


@pytest.mark.parametrize("base", ["", "/", "care", "/care/", "a/b/c", "our-care/v1.2", "~x/_y"])
def test_a_base_path_of_plain_letters_is_taken_as_it_is(base):
    assert plain(base) == base


@pytest.mark.parametrize("base", ["_stcore", "/static/", "media/x", "component"])
def test_a_base_path_that_the_framework_has_taken_ends_the_start_with_a_sentence(base):
    with pytest.raises(SystemExit) as ended:
        plain(base)
    assert str(ended.value) == (
        "CareChoice did not start. --server.baseUrlPath (STREAMLIT_SERVER_BASE_URL_PATH) must"
        f" not begin with any of _stcore, media, component, static, as {base!r} does."
    )


@pytest.mark.parametrize("base", ["our care", "{x}", "../x", "a/./b", "a//b", "a?b", "é", "a\\b"])
def test_a_base_path_that_browsers_write_in_another_way_ends_the_start_with_a_sentence(base):
    with pytest.raises(SystemExit) as ended:
        plain(base)
    assert str(ended.value) == (
        "CareChoice did not start. --server.baseUrlPath (STREAMLIT_SERVER_BASE_URL_PATH) must"
        f" be letters, digits, - . _ ~ and single slashes, as in our/care, not {base!r}."
    )


@pytest.mark.parametrize(
    ("base", "root", "path", "inside"),
    [
        ("care", "", "/care/api/compare", "/api/compare"),
        ("care", "", "/care", "/"),
        ("care", "", "/career/api", "/career/api"),
        ("", "/care", "/care/api/compare", "/api/compare"),
        ("", "/care/", "/care/api/compare", "/api/compare"),
        ("care", "/proxy", "/proxy/care/media/a", "/media/a"),
    ],
)
def test_a_path_from_the_apps_root_is_without_what_stands_before_it(base, root, path, inside):
    assert within(base, {"path": path, "root_path": root}) == inside


LINES = [
    (
        '%s - "%s %s HTTP/%s" %d',
        ("1:5", "GET", "/?a=1&b='2", "1.1", 200),
        '1:5 - "GET / HTTP/1.1" 200',
    ),
    (
        '%s - "WebSocket %s" [accepted]',
        ("1:5", "/_stcore/stream?a=1"),
        '1:5 - "WebSocket /_stcore/stream" [accepted]',
    ),
    ("GET /care/?a=1 HTTP/1.1", (), "GET /care/ HTTP/1.1"),
    ("seen %s", ("https://care.example.org/share?a=1#b",), "seen https://care.example.org/share"),
    (
        "scope=%s",
        ({"path": "/", "query_string": b"a='1"},),
        "scope={'path': '/', 'query_string': b''}",
    ),
    ("%(r)s", ({"r": "GET /?a=1 HTTP/1.1"},), "GET / HTTP/1.1"),
    ("What is 50%? Nobody knows.", (), "What is 50%? Nobody knows."),
    ("%d of %s", (1, None), "1 of None"),
]


@pytest.mark.parametrize(("text", "given", "written"), LINES)
def test_a_line_of_a_log_is_without_the_queries_of_addresses(text, given, written):
    record = WithoutInputs("server", logging.INFO, "path", 1, text, given, None)
    assert record.getMessage() == written


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "http://localhost:8501"),
        ({"PORT": "9000"}, "http://localhost:9000"),
        ({"PORT": "9000", "STREAMLIT_SERVER_PORT": "9001"}, "http://localhost:9001"),
        ({"STREAMLIT_SERVER_BASE_URL_PATH": "/care/"}, "http://localhost:8501/care"),
        ({"STREAMLIT_SERVER_ADDRESS": "0.0.0.0"}, "http://localhost:8501"),
        ({"STREAMLIT_SERVER_ADDRESS": "::"}, "http://localhost:8501"),
        ({"STREAMLIT_SERVER_ADDRESS": "10.0.0.5"}, "http://10.0.0.5:8501"),
        ({"STREAMLIT_SERVER_ADDRESS": "fd00::5"}, "http://[fd00::5]:8501"),
    ],
)
def test_the_check_of_the_container_asks_where_the_server_listens(environment, expected):
    assert address(environment) == expected


@pytest.fixture
def well(monkeypatch):
    """A server on this machine that says it is well, and what it was asked for."""
    asked = []
    # Which proxy there is the library asks the environment once, for all that follows.
    monkeypatch.setattr("urllib.request._opener", None)

    class Well(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_):
            """Nothing: the tests' output has other uses."""

    with HTTPServer(("localhost", 0), Well) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield str(server.server_port), asked
        server.shutdown()


def test_the_check_asks_for_the_health_below_the_base_path(monkeypatch, well):
    port, asked = well
    monkeypatch.setenv("PORT", port)
    monkeypatch.setenv("STREAMLIT_SERVER_BASE_URL_PATH", "care")
    health.ask()
    assert asked == ["/care/readyz"]


@pytest.mark.parametrize("name", ["http_proxy", "HTTP_PROXY", "all_proxy"])
def test_the_check_asks_this_machine_and_no_proxy(monkeypatch, well, name):
    """A hospital's network may have one; it would look for the server on itself."""
    port, asked = well
    monkeypatch.setenv("PORT", port)
    monkeypatch.setenv(name, "http://proxy.invalid:3128")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    health.ask()
    assert asked == ["/readyz"]


def test_where_nobody_answers_the_check_ends_with_one_line(monkeypatch, well):
    port, _ = well
    monkeypatch.setenv("PORT", port)
    monkeypatch.setenv("STREAMLIT_SERVER_ADDRESS", "127.0.0.9")
    with pytest.raises(SystemExit) as ended:
        health.ask()
    assert str(ended.value).startswith(f"CareChoice does not answer at http://127.0.0.9:{port}/")
