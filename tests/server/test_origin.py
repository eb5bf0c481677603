"""Only pages of our own, and what is no browser, may open a live connection or change something."""

import pytest
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect
from streamlit import net_util

from carechoice.web.origin import MOST_LOGGED, SECONDS_UNTIL_THE_NEXT, OwnPagesOnly, is_own

OWN = [
    ("http://care.example.org", "care.example.org"),
    ("https://care.example.org", "care.example.org"),
    ("http://care.example.org:80", "care.example.org"),
    ("https://care.example.org", "care.example.org:443"),
    ("https://care.example.org:443", "care.example.org"),
    ("http://localhost:8501", "localhost:8501"),
    ("HTTP://Care.Example.ORG", "care.example.org"),
    ("https://care.example.org", "CARE.example.org"),
    ("http://[::1]:8501", "[::1]:8501"),
    ("http://[2001:DB8::1]", "[2001:db8::1]"),
    ("https://xn--bcher-kva.example", "XN--bcher-kva.example"),
    ("https://bücher.example", "xn--bcher-kva.example"),
    ("http://127.0.0.1:8501", "127.0.0.1:8501"),
]
FOREIGN = [
    ("https://elsewhere.example", "care.example.org"),
    ("http://care.example.org:8080", "care.example.org"),
    ("http://care.example.org", "care.example.org:443"),
    ("https://care.example.org", "care.example.org:80"),
    ("http://localhost:3000", "localhost:8501"),
    ("http://127.0.0.1:8501", "localhost:8501"),
    ("https://care.example.org.elsewhere.example", "care.example.org"),
    ("https://elsewhere.example/care.example.org", "care.example.org"),
    ("https://care.example.org@elsewhere.example", "care.example.org"),
    ("https://elsewhere.example#care.example.org", "care.example.org"),
    ("null", "care.example.org"),
    ("", "care.example.org"),
    ("care.example.org", "care.example.org"),
    ("file://", "care.example.org"),
    ("chrome-extension://care.example.org", "care.example.org"),
    ("https://", "care.example.org"),
    ("https://care.example.org:port", "care.example.org:port"),
    ("https://care.example.org:99999", "care.example.org:99999"),
    ("https://[::1", "[::1"),
    ("https://care.example.org, https://elsewhere.example", "care.example.org"),
    ("https://care.exam\tple.org", "care.example.org"),
    ("http://[::1]:8501", "[::2]:8501"),
    ("https://care.example.org", ""),
    ("https://care.example.org evil", "care.example.org evil"),
    ("https://care\x1b[31m.example", "care\x1b[31m.example"),
    (f"https://{'a' * 300}", "a" * 300),
]


def headers(*pairs):
    return Headers(raw=[(name.encode(), value.encode("latin-1")) for name, value in pairs])


@pytest.mark.parametrize(("origin", "host"), OWN)
def test_a_page_of_the_host_that_was_asked_is_our_own(origin, host):
    assert is_own(headers(("origin", origin), ("host", host)))


@pytest.mark.parametrize(("origin", "host"), FOREIGN)
def test_any_other_page_and_what_is_no_page_is_foreign(origin, host):
    assert not is_own(headers(("origin", origin), ("host", host)))


def test_what_names_no_page_is_no_browser_and_may():
    assert is_own(headers(("host", "care.example.org")))


def test_a_proxy_may_name_the_host_that_the_browser_asked():
    """Apache does so, and sends its own name for the server behind it as Host."""
    page = ("origin", "https://care.example.org")
    behind = ("host", "127.0.0.1:8501")
    assert is_own(headers(page, behind, ("x-forwarded-host", "care.example.org")))
    assert is_own(headers(page, behind, ("x-forwarded-host", "care.example.org, inner.example")))
    assert not is_own(headers(page, behind, ("x-forwarded-host", "inner.example")))


def test_of_hosts_that_somebody_makes_up_the_first_twenty_are_read():
    """Beside its own 19 proxies may be named; 30,000 made everybody wait for 80 ms."""
    pages = [f"http://{number}.example" for number in range(30)]
    named = ",".join(page.removeprefix("http://") for page in pages)
    sent = {"host": "care.example", "x-forwarded-host": named}
    taken = [is_own(Headers({**sent, "origin": page})) for page in pages]
    assert taken == [True] * 19 + [False] * 11


def test_a_request_that_names_two_pages_is_refused():
    two = [("origin", "https://care.example.org"), ("origin", "https://elsewhere.example")]
    assert not is_own(headers(*two, ("host", "care.example.org")))


def asked_behind(allowed=(), reached=None, now=lambda: 0.0):
    """A client of a server that takes note of what gets through to it."""
    reached = [] if reached is None else reached

    async def answer(request):
        reached.append(request.headers.get("origin"))
        return PlainTextResponse("done")

    async def live(websocket):
        reached.append(websocket.headers.get("origin"))
        await websocket.accept()
        await websocket.close()

    routes = [
        Route("/act", answer, methods=["GET", "POST", "PUT", "DELETE", "PATCH"]),
        WebSocketRoute("/live", live),
    ]
    return TestClient(
        Starlette(routes=routes, middleware=[Middleware(OwnPagesOnly, allowed=allowed, now=now)])
    )


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_a_foreign_page_can_change_nothing(method):
    reached = []
    client = asked_behind(reached=reached)
    answer = client.request(method, "/act", headers={"Origin": "https://elsewhere.example"})
    assert answer.status_code == 403
    assert client.request(method, "/act", headers={"Origin": "http://testserver"}).text == "done"
    assert client.request(method, "/act").text == "done"
    # What lies behind can still judge for itself.
    assert reached == ["http://testserver", None]


def test_what_only_reads_is_the_browsers_to_judge():
    answer = asked_behind().get("/act", headers={"Origin": "https://elsewhere.example"})
    assert answer.text == "done"


@pytest.mark.parametrize(
    "allowed",
    [
        "https://care.example.org",
        "https://care.example.org/",
        "care.example.org",
        " CARE.example.org",
    ],
)
def test_an_origin_that_the_operator_allows_gets_its_connection(allowed):
    """Where a proxy does not pass the Host on, the page's address is known to the operator."""
    reached = []
    client = asked_behind([allowed], reached)
    with client.websocket_connect("/live", headers={"Origin": "https://care.example.org"}):
        pass
    # The framework compares with Host again, and would look names up.
    assert reached == [None]
    with (
        pytest.raises(WebSocketDisconnect),
        client.websocket_connect("/live", headers={"Origin": "https://elsewhere.example"}),
    ):
        pass


def test_an_allowed_origin_holds_for_its_own_port_only():
    client = asked_behind(["https://care.example.org"])
    with (
        pytest.raises(WebSocketDisconnect),
        client.websocket_connect("/live", headers={"Origin": "https://care.example.org:8443"}),
    ):
        pass


def test_the_log_says_once_why_and_what_to_do(caplog):
    client = asked_behind()
    for _ in range(3):
        client.post("/act", headers={"Origin": "https://care.example.org", "Host": "inner:8501"})
    assert caplog.messages == [
        "Refused a request of a page at 'https://care.example.org': it was sent to 'inner:8501'. "
        "If that page is yours, let the proxy pass the Host header on, or allow the page's origin "
        "with --server.corsAllowedOrigins https://care.example.org"
    ]


def test_nobody_can_fill_the_log_or_write_into_it(caplog):
    client = asked_behind()
    for number in range(3 * MOST_LOGGED):
        client.post("/act", headers={"Origin": f"https://elsewhere{number}.example"})
    for written in ("https://x/?therapy_sessions=31", "null", "\x1b[31mred", "x" * 5000):
        client.post("/act", headers={"Origin": written})
    assert len(caplog.messages) == MOST_LOGGED
    told = " ".join(caplog.messages)
    assert "therapy_sessions" not in told
    assert "\x1b" not in told


def test_what_is_wrong_with_a_proxy_is_said_also_after_somebody_has_sent_many(caplog):
    seconds = [0.0]
    client = asked_behind(now=lambda: seconds[0])
    for number in range(3 * MOST_LOGGED):
        client.post("/act", headers={"Origin": f"https://elsewhere{number}.example"})
    seconds[0] += SECONDS_UNTIL_THE_NEXT
    for _ in range(2):
        client.post("/act", headers={"Origin": "https://care.example.org"})
    assert len(caplog.messages) == MOST_LOGGED + 1
    assert "'https://care.example.org'" in caplog.messages[-1]


@pytest.fixture
def lookups(monkeypatch):
    """What the framework looks up about the machine that it runs on."""
    found = []
    for name in ("get_external_ip", "get_internal_ip"):
        monkeypatch.setattr(net_util, name, lambda name=name: found.append(name))
    return found


@pytest.mark.parametrize(
    "origin", ["https://elsewhere.example", "null", "http://", "https://[", "HTTP://TESTSERVER"]
)
def test_the_product_looks_nothing_up_for_any_origin(client, lookups, origin):
    try:
        with client.websocket_connect("/_stcore/stream", headers={"Origin": origin}):
            pass
    except WebSocketDisconnect:
        assert origin != "HTTP://TESTSERVER"
    assert lookups == []


def test_a_foreign_page_can_upload_and_delete_no_file(client):
    foreign = {"Origin": "https://elsewhere.example"}
    for method in ("PUT", "DELETE"):
        answer = client.request(method, "/_stcore/upload_file/a/b", headers=foreign)
        assert answer.status_code == 403
        assert answer.text == "Forbidden"
        assert answer.headers["x-content-type-options"] == "nosniff"
