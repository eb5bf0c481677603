"""One client cannot starve others. Time stands still here unless a test moves it."""

import asyncio
from contextlib import contextmanager

import pytest
from awaited import awaited
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient, WebSocketDenialResponse
from streamlit.runtime import Runtime

from carechoice.language.everywhere import crisis_line
from carechoice.web.limits.fair_use import BYTES_OF_A_MESSAGE, HELD_SECONDS, FairUse
from carechoice.web.limits.settings import Limits

CLINIC, BOT = "203.0.113.9", "198.51.100.7"
MUCH = (
    "Too many requests came from your network in a short time, from you or from others there. "
    "Wait a few seconds and try again."
)
FULL = "More people are here than this server has room for. Wait a minute and try again."


class Clock:
    """What passes is what somebody waits."""

    def __init__(self):
        self.seconds = 0.0
        self.waits = []

    def now(self):
        return self.seconds

    async def pause(self, seconds):
        self.waits.append(seconds)
        self.seconds += seconds


async def page(request):
    return PlainTextResponse(str(len(await request.body())))


async def live(websocket):
    await websocket.accept()
    async for said in websocket.iter_bytes():
        await websocket.send_bytes(said)


@pytest.fixture(autouse=True)
def _no_framework(monkeypatch):
    """A server that tests elsewhere in this process began holds files of its visits, too."""
    monkeypatch.setattr(Runtime, "_instance", None)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def server(clock):
    """Clients of one server, by their address, within these limits."""

    def started(**limits):
        layer = Middleware(
            FairUse, limits=Limits(**limits), pause=clock.pause, now=clock.now, base_path="/care"
        )
        routes = [
            Route("/care/{path:path}", page, methods=["GET", "POST"]),
            WebSocketRoute("/care/_stcore/stream", live),
        ]
        app = Starlette(routes=routes, middleware=[layer])
        return lambda address: TestClient(app, client=(address, 50000))

    return started


def test_who_asks_for_more_than_is_allowed_is_told_to_wait_and_others_are_answered(server, clock):
    at = server(requests_per_second=1, requests_at_once=2)
    found = [at(BOT).get("/care/api/compare") for _ in range(3)]
    assert [each.status_code for each in found] == [200, 200, 429]
    assert found[-1].json() == {"errors": [{"reason": MUCH}]}
    assert found[-1].headers["retry-after"] == "5"
    assert at(CLINIC).get("/care/api/compare").status_code == 200
    # What does not wait by itself is made to.
    assert clock.waits == [HELD_SECONDS]
    assert at(BOT).get("/care/api/compare").status_code == 200


def test_a_person_who_opens_a_page_gets_one_that_says_why_and_where_to_turn(server):
    at = server(requests_per_second=1, requests_at_once=1)
    at(CLINIC).get("/care/bill")
    answer = at(CLINIC).get("/care/bill")
    assert answer.status_code == 429
    assert answer.headers["content-type"].startswith("text/html")
    assert "<h1>CareChoice is busy</h1>" in answer.text
    assert MUCH in answer.text
    assert '<a href="">Try again</a>' in answer.text
    assert "988" in answer.text
    assert "988" in crisis_line()


def test_files_count_little_as_a_first_visit_fetches_more_than_a_hundred(server):
    at = server(requests_per_second=1, requests_at_once=2)
    found = [at(CLINIC).get("/care/assets/slider.js").status_code for _ in range(11)]
    assert found == [200] * 10 + [429]


def test_on_this_machine_nobody_is_counted_since_a_proxy_that_names_nobody_is_everybody(server):
    at = server(requests_per_second=1, requests_at_once=1)
    assert {at("127.0.0.1").get("/care/").status_code for _ in range(5)} == {200}


def ask(app, path="/care/api/compare", *, receive=None, address=CLINIC, method="GET"):
    """The status that a request at an address gets, and what was sent."""
    sent = []

    async def send(message):
        sent.append(message)

    async def nothing():
        return {"type": "http.request", "body": b"", "more_body": False}

    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "headers": [],
        "client": (address, 5000),
    }
    awaited(app(scope, receive or nothing, send))
    return sent[0]["status"], sent[1]["body"].decode()


def test_more_open_requests_than_the_server_has_room_for_are_refused(clock):
    async def within(scope, receive, send):
        """While this request is open, another one comes."""
        if scope["path"] == "/care/first":
            await layer({**scope, "path": "/care/api/compare"}, receive, send)
        else:
            await PlainTextResponse("done")(scope, receive, send)

    layer = FairUse(within, Limits(open_requests=1), "/care", clock.pause, clock.now)
    status, told = ask(layer, "/care/first")
    assert status == 503
    assert FULL in told
    # The full server does not hold on to those it has no room for.
    assert clock.waits == []
    assert ask(layer)[0] == 200


def test_an_address_does_not_take_all_the_room_there_is_for_open_requests(clock):
    """While a bot's one request is open it gets no second, and the clinic is answered."""
    met = []

    async def within(scope, receive, send):
        if scope["path"] == "/first":
            met.extend(ask(layer, address=each)[0] for each in (BOT, CLINIC))
        await PlainTextResponse("done")(scope, receive, send)

    layer = FairUse(within, Limits(open_requests_per_address=1), "", clock.pause, clock.now)
    assert ask(layer, "/first", address=BOT)[0] == 200
    assert met == [429, 200]
    assert ask(layer, address=BOT)[0] == 200


def test_a_body_that_does_not_come_is_given_up_with_a_sentence(clock):
    async def reading(scope, receive, send):
        while (await receive()).get("more_body"):
            pass

    async def half_a_body():
        await asyncio.Event().wait()

    layer = FairUse(reading, Limits(body_seconds=0.01), "", clock.pause, clock.now)
    status, told = ask(layer, "/upload.txt", receive=half_a_body, method="POST")
    assert status == 408
    assert (
        told == "What was sent did not arrive in time. Try again where your connection is better."
    )


async def read_all(scope, receive, send):
    came = 0
    while (part := await receive()).get("more_body"):
        came += len(part["body"])
    await PlainTextResponse(str(came + len(part["body"])))(scope, receive, send)


def dripping(clock, *, parts, of_bytes, every_seconds):
    """A body that comes in so many parts, one so often."""
    left = iter(range(parts))

    async def receive():
        more = next(left) < parts - 1
        clock.seconds += every_seconds
        return {"type": "http.request", "body": b"x" * of_bytes, "more_body": more}

    return receive


def test_a_body_of_a_byte_every_14_seconds_is_given_up_after_20_seconds(clock):
    """8,000 bytes would take 31 hours. At 5,000 bytes a second they have 21.6 seconds."""
    layer = FairUse(read_all, Limits(), "", clock.pause, clock.now)
    slow = dripping(clock, parts=8_000, of_bytes=1, every_seconds=14)
    status, told = ask(layer, "/api/ahead", receive=slow, method="POST")
    assert status == 408
    assert "What was sent did not arrive in time." in told
    # The second byte came after 28 seconds, and no third one is waited for.
    assert clock.seconds == 28


def test_a_paper_of_10_megabytes_may_take_half_an_hour_on_a_poor_phone_line(clock):
    """6,000 bytes a second: 10 MB take 1,667 seconds."""
    layer = FairUse(read_all, Limits(), "", clock.pause, clock.now)
    slow = dripping(clock, parts=1_667, of_bytes=6_000, every_seconds=1)
    assert ask(layer, "/upload.pdf", receive=slow, method="PUT") == (200, "10002000")


def test_of_the_bodies_that_are_waited_for_an_address_has_its_share_and_all_have_theirs(clock):
    """Room for two, one of them by address: a third address gets none, and a page all the same."""
    met = {}

    def sent(path, address):
        """What becomes of a body whose second part comes after more than a second."""
        late = dripping(clock, parts=3, of_bytes=60_000, every_seconds=1.2)
        return ask(layer, path, receive=late, address=address, method="POST")[0]

    def while_it_is_waited_for(path):
        if path == "/first":
            met["again"] = sent("/again", CLINIC)
            met["second"] = sent("/second", BOT)
        if path == "/second":
            met["third"] = sent("/third", "192.0.2.1")
            met["page"] = ask(layer, "/bill", address="192.0.2.1")[0]

    async def reading(scope, receive, send):
        for _ in range(2 if scope["method"] == "POST" else 0):
            await receive()
        while_it_is_waited_for(scope["path"])
        await PlainTextResponse("done")(scope, receive, send)

    limits = Limits(awaited_bodies_per_address=1, awaited_bodies=2)
    layer = FairUse(reading, limits, "", clock.pause, clock.now)
    assert sent("/first", CLINIC) == 200
    assert met == {"again": 429, "second": 200, "third": 503, "page": 200}
    # What is done with gives its room back.
    met.clear()
    assert sent("/first", CLINIC) == 200
    assert met["second"] == 200


def test_files_on_their_way_take_room_like_files_that_are_there_until_they_are_given_up(clock):
    """Room for 1 MB: 600 kB of a file are here when the first 500 kB of another come."""
    upload = "/_stcore/upload_file/a-visit/a-file"
    met = []

    def parts(count, of_bytes):
        left = iter(range(count))

        async def receive():
            more = next(left) < count - 1
            return {"type": "http.request", "body": b"x" * of_bytes, "more_body": more}

        return receive

    async def reading(scope, receive, send):
        came = len((await receive())["body"])
        if came == 600_000:
            met.append(ask(layer, upload, receive=parts(2, 500_000), method="PUT"))
            met.append(ask(layer, upload, receive=parts(1, 400_000), method="PUT")[0])
            met.append(ask(layer, "/api/compare", receive=parts(1, 500_000), method="POST")[0])
        await PlainTextResponse("taken")(scope, receive, send)

    layer = FairUse(reading, Limits(uploaded_mb=1), "", clock.pause, clock.now)
    assert ask(layer, upload, receive=parts(2, 600_000), method="PUT")[0] == 200
    assert met == [(503, FULL), 200, 200]
    # The first is done with, so another one of its size has room.
    assert ask(layer, upload, receive=parts(1, 900_000), method="PUT")[0] == 200


def test_a_whole_body_is_handed_on_and_an_answer_may_take_as_long_as_it_takes(server):
    at = server(body_seconds=0.5)
    assert at(CLINIC).post("/care/api/ahead", content=b"x" * 70_000).text == "70000"


@contextmanager
def refused(client):
    with (
        pytest.raises(WebSocketDenialResponse) as answer,
        client.websocket_connect("/care/_stcore/stream"),
    ):
        pass
    yield answer.value


def test_a_visit_more_than_an_address_may_have_is_refused_and_others_come_in(server):
    at = server(visits_per_address=1)
    with at(BOT).websocket_connect("/care/_stcore/stream"):
        with refused(at(BOT)) as answer:
            assert answer.status_code == 429
            assert answer.text == MUCH
        with at(CLINIC).websocket_connect("/care/_stcore/stream"):
            pass
    # It has gone, so there is room again.
    with at(BOT).websocket_connect("/care/_stcore/stream"):
        pass


def test_visits_that_are_opened_one_after_the_other_have_a_limit_too(server):
    at = server(visits_per_second=1, visits_at_once=2)
    for _ in range(2):
        with at(BOT).websocket_connect("/care/_stcore/stream"):
            pass
    with refused(at(BOT)) as answer:
        assert answer.status_code == 429


def test_a_server_that_is_full_says_so_to_everybody(server):
    at = server(visits=1)
    with at(BOT).websocket_connect("/care/_stcore/stream"), refused(at(CLINIC)) as answer:
        assert answer.status_code == 503
        assert answer.text == FULL


def test_on_a_live_connection_what_is_too_much_waits_and_nothing_is_lost(server, clock):
    at = server(messages_per_second=2, messages_at_once=2)
    with at(CLINIC).websocket_connect("/care/_stcore/stream") as line:
        for said in (b"1", b"2", b"3", b"4"):
            line.send_bytes(said)
        assert [line.receive_bytes() for _ in range(4)] == [b"1", b"2", b"3", b"4"]
    assert clock.waits == [0.5, 0.5]


def test_a_long_message_counts_as_several(server, clock):
    """Three pages' worth leaves one owed; at two a second the next one waits for two."""
    at = server(messages_per_second=2, messages_at_once=2)
    with at(CLINIC).websocket_connect("/care/_stcore/stream") as line:
        line.send_bytes(b"1" * 3 * BYTES_OF_A_MESSAGE)
        line.send_bytes(b"2")
        assert [len(line.receive_bytes()) for _ in range(2)] == [3 * BYTES_OF_A_MESSAGE, 1]
    assert clock.waits == [1.0]
