"""However the server is started: what it does with the network, and what its log holds."""

import os
import re
from base64 import b64encode
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

import pytest
from running_server import PATIENCE_SECONDS, SAID, said, server_process, wait_for
from watched import ASKED, BOUND, DELAYED

from deploy.servers import reserved

WATCHED = str(Path(__file__).with_name("watched.py"))
FRAMEWORK = ["streamlit", "run", "app.py", "--server.headless", "true", "--server.port", "0"]
# The most talkative that the server has.
ALONE = ["uvicorn", "app:app", "--port", "0", "--log-level", "trace"]
OPEN = {"STREAMLIT_SERVER_ADDRESS": "0.0.0.0"}
WAYS = {
    "streamlit run": (FRAMEWORK, {"PORT": "1"}),
    "python app.py": (["app.py"], {"PORT": "0", "STREAMLIT_SERVER_HEADLESS": "true"}),
    "python app.py, open to all": (
        ["app.py"],
        {"PORT": "0", "STREAMLIT_SERVER_HEADLESS": "true", **OPEN},
    ),
    "uvicorn": (ALONE, {"PORT": "1", **OPEN}),
}
# What each of them does not heed, of what is set.
UNHEEDED = {"streamlit run": "PORT", "uvicorn": "PORT, STREAMLIT_SERVER_ADDRESS"}
# An input as it stands in an address; none of it may be found in a log.
SECRET = "therapy_sessions=31"


@dataclass
class Server:
    way: str
    port: int
    log: IO[str]

    def ask(self, path, **headers):
        """The answer's status, over a connection of its own."""
        connection = HTTPConnection("localhost", self.port, timeout=PATIENCE_SECONDS)
        try:
            connection.request("GET", path, headers=headers)
            return connection.getresponse().status
        finally:
            connection.close()

    def shake_hands(self, origin, path="/_stcore/stream"):
        """The status of an answer to a browser that wants a live connection."""
        return self.ask(path, **wanting_a_live_connection(origin))

    def compression(self, origin):
        """How what is said on a live connection is compressed, for a browser that can do so."""
        connection = HTTPConnection("localhost", self.port, timeout=PATIENCE_SECONDS)
        offered = {"Sec-WebSocket-Extensions": "permessage-deflate; client_max_window_bits"}
        headers = wanting_a_live_connection(origin) | offered
        try:
            connection.request("GET", "/_stcore/stream", headers=headers)
            return connection.getresponse().headers.get("Sec-WebSocket-Extensions", "")
        finally:
            connection.close()

    def lines(self, beginning):
        return [line for line in said(self.log).splitlines() if line.startswith(beginning)]


def wanting_a_live_connection(origin):
    return {
        "Origin": origin,
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": b64encode(os.urandom(16)).decode(),
    }


@pytest.fixture(scope="module", params=WAYS)
def server(request):
    command, environment = WAYS[request.param]
    with server_process([WATCHED, *command], environment) as (process, log):
        address = wait_for(SAID, process, log)
        started = Server(request.param, urlsplit(address).port, log)
        assert started.ask("/_stcore/health") == 200
        yield started


def test_it_asks_nothing_outside_when_it_starts(server):
    assert server.lines(ASKED) == []


def test_a_page_of_someone_else_is_refused_and_nothing_is_asked_outside(server):
    assert server.shake_hands("https://elsewhere.example") == 403
    assert server.lines(ASKED) == []
    assert "https://elsewhere.example" in said(server.log)


def test_a_page_of_its_own_gets_its_live_connection(server):
    assert server.shake_hands(f"http://localhost:{server.port}") == 101


def test_what_a_page_is_told_is_compressed_on_the_line(server):
    # Without it charts, tables and sentences go out as they are, five times as many bytes.
    assert server.compression(f"http://localhost:{server.port}").startswith("permessage-deflate")


def test_the_compression_remembers_all_that_the_move_before_said(server):
    # As a power of two: 32 kB. The server's own 12, for 4 kB, forget a chart before it comes again.
    told = server.compression(f"http://localhost:{server.port}")
    assert "server_max_window_bits=15" in told


def test_small_answers_leave_at_once(server):
    server.ask("/_stcore/health")
    taken = server.lines(DELAYED)
    assert taken
    # The answer is some number where it is set; which one differs between systems.
    assert not [line for line in taken if line.endswith(" 0")]


def test_it_listens_on_this_machine_alone_unless_told_otherwise(server):
    expected = "0.0.0.0" if "open" in server.way else "127.0.0.1"
    bound = {line.split()[1] for line in server.lines(BOUND)}
    assert bound <= {expected, "localhost"}
    assert bound or server.way == "uvicorn"


def test_the_log_says_where_it_listens_and_what_is_set_and_not_heeded(server):
    (line,) = server.lines("CareChoice ")
    address = "0.0.0.0" if "open" in server.way else "localhost"
    alone = server.way == "uvicorn"
    at = "where the server says that it runs" if alone else f"at port {server.port} of {address}"
    assert f"from the folder it comes with, {at}, settings: " in line
    unheeded = UNHEEDED.get(server.way)
    told = f"Not heeded by this way to start: {unheeded}. docs/operating.md says what is."
    assert server.lines("Not heeded") == ([told] if unheeded else [])


def test_the_frameworks_own_way_to_start_comes_to_the_port_that_a_host_of_containers_sets():
    command = ["-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    with reserved() as port, server_process(command, {"PORT": str(port)}) as (process, log):
        wait_for(re.compile(rf"^CareChoice .* at port ({port}) of localhost", re.M), process, log)
        assert Server("streamlit run", port, log).ask("/healthz") == 200
        (begun_at,) = re.findall(r"URL: http://localhost:(\d+)\n(?=.*PORT is)", said(log), re.S)
        with pytest.raises(ConnectionRefusedError):
            Server("streamlit run", int(begun_at), log).ask("/healthz")


def test_no_line_of_its_log_holds_what_a_person_entered(server):
    for path in ("/", "/share", "/api/compare", "/api/nothing", "/missing.js"):
        server.ask(f"{path}?{SECRET}")
    assert server.shake_hands("null", f"/_stcore/stream?{SECRET}") == 403
    own = f"http://localhost:{server.port}"
    assert server.shake_hands(own, f"/_stcore/stream?{SECRET}") == 101
    found = said(server.log)
    assert "therapy_sessions" not in found
    # Else whoever is refused a live connection could fill it.
    assert "without completing handshake" not in found
    # What a log is for is still there: which address was asked for.
    assert "GET /share HTTP/1.1" in found or server.way != "uvicorn"
