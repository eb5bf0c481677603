"""Slow and malformed clients at the real server, with the times it waits set short."""

import socket
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import urlsplit

import h11
import pytest
from running_server import PATIENCE_SECONDS, running_server
from websockets.exceptions import ConnectionClosed
from websockets.frames import Close, Frame, Opcode
from websockets.sync.client import connect

from benchmarks.session import Session
from carechoice.web.headers import of_refusals
from carechoice.web.limits.half_open import Waiting
from carechoice.web.limits.long_heads import MOST_BYTES, is_too_long
from carechoice.web.limits.small_parts import FRAMES_AT_ONCE, LEAST_BYTES, MOST_PARTS, Parts
from carechoice.web.patches.short_messages import MOST_HEARD_BYTES

HEALTH = b"GET /_stcore/health HTTP/1.1\r\nHost: localhost\r\n\r\n"


@pytest.fixture(scope="module")
def port():
    short = {"CARECHOICE_HEAD_SECONDS": "0.2", "CARECHOICE_BODY_SECONDS": "0.2"}
    with running_server(**short) as address:
        yield urlsplit(address).port


@contextmanager
def connection(port):
    with socket.create_connection(("localhost", port), timeout=PATIENCE_SECONDS) as line:
        yield line


def until_closed(line):
    """Everything that the server still says."""
    said = b""
    while part := line.recv(4096):
        said += part
    return said


@pytest.mark.parametrize("begun", [b"", b"GET / HTTP/1.1\r\nHost: local", b"G"])
def test_a_connection_on_which_no_request_comes_is_closed(port, begun):
    with connection(port) as line:
        line.sendall(begun)
        assert until_closed(line) == b""


def test_a_connection_on_which_no_second_request_comes_whole_is_closed(port):
    with connection(port) as line:
        line.sendall(HEALTH)
        assert line.recv(4096).startswith(b"HTTP/1.1 200")
        line.sendall(b"GET /_stcore/health HTTP/1.1\r\n")
        assert b"HTTP/1.1" not in until_closed(line)


def test_a_body_that_stops_halfway_is_answered_with_a_sentence(port):
    head = "POST /api/ahead HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    with connection(port) as line:
        line.sendall(f'{head}Content-Length: 100\r\nConnection: close\r\n\r\n{{"page"'.encode())
        said = until_closed(line)
    assert said.startswith(b"HTTP/1.1 408")
    assert b"did not arrive in time" in said


def test_the_rest_of_a_body_that_nobody_reads_is_not_waited_for_either(port):
    head = "POST /nothing.js HTTP/1.1\r\nHost: localhost\r\n"
    with connection(port) as line:
        line.sendall(f"{head}Content-Length: 100\r\n\r\n".encode())
        assert line.recv(4096).startswith(b"HTTP/1.1 40")
        # From then on the server would wait for the rest without end.
        line.sendall(b"x")
        assert b"HTTP/1.1" not in until_closed(line)


@pytest.mark.parametrize(
    "garbage",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"GET /\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost : localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 1_000_000,
    ],
    ids=("tls", "no version", "length", "space", "endless head"),
)
def test_what_is_no_request_is_refused_and_others_are_answered(port, garbage):
    # It may be closed before all of it was read, which resets the connection.
    with connection(port) as line, suppress(ConnectionError):
        line.sendall(garbage)
        assert until_closed(line).startswith(b"HTTP/1.1 400")
    with Session(port, charts=None) as visit:
        assert visit.run().messages


@pytest.mark.parametrize(
    ("said", "code"),
    [(b"\xff" * 100, 1002), (b"x" * (MOST_HEARD_BYTES + 1), 1009), ("text", 1003)],
    ids=("no message", "long", "text"),
)
def test_a_message_that_no_browser_of_ours_says_closes_its_own_line_alone(port, said, code):
    with Session(port, charts=None) as visit:
        visit.run()
        with connect(f"ws://localhost:{port}/_stcore/stream", subprotocols=["streamlit"]) as line:
            line.send(said)
            # What comes before the end does not matter.
            with suppress(ConnectionClosed):
                for _ in iter(partial(line.recv, PATIENCE_SECONDS), b""):
                    pass
            assert line.close_code == code
        assert visit.move("iop_weeks", 9).messages


HANDSHAKE = (
    "GET /_stcore/stream HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
    "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
)


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ("Content-Length: 5\r\n", 400),
        ("Transfer-Encoding: chunked\r\n", 400),
        (f"Cookie: a={'b' * 9000}\r\n", 431),
        ("X: y\r\n" * 200, 431),
    ],
    ids=("length", "parts", "long cookie", "many headers"),
)
def test_what_cannot_be_read_as_a_handshake_is_refused_and_not_held_open(port, more, status):
    """The server would keep the connection for as long as the client likes, without a word."""
    with connection(port) as line:
        line.sendall(f"{HANDSHAKE}{more}\r\n".encode())
        head = until_closed(line).partition(b"\r\n\r\n")[0].decode()
    assert head.startswith(f"HTTP/1.1 {status} ")
    for name, text in of_refusals().items():
        assert f"\r\n{name}: {text}" in head


@pytest.mark.parametrize(
    "before", [b"", b"GET /_stcore/health HTTP/1.1\r\nHost: localhost\r\n\r\n"]
)
def test_a_head_of_very_many_lines_is_refused_though_it_comes_whole(port, before):
    """Fifty thousand of them, which are read at once, made all wait for a sixth of a second."""
    many = b"a:b\r\n" * (MOST_BYTES // 4)
    with connection(port) as line:
        line.sendall(b"%bGET / HTTP/1.1\r\nHost: localhost\r\n%b\r\n" % (before, many))
        *answers, last = until_closed(line).split(b"HTTP/1.1 ")[1:]
    assert last.startswith(b"400")
    assert [each[:3] for each in answers] == ([b"200"] if before else [])


def test_a_head_may_have_the_greatest_length_and_a_body_any():
    head = b"GET / HTTP/1.1\r\nX: %b\r\n\r\n" % (b"x" * (MOST_BYTES - 23))
    assert len(head) == MOST_BYTES
    assert not is_too_long(head + b"x" * MOST_BYTES)
    assert is_too_long(head.replace(b"X", b"XX"))
    assert not is_too_long(head.replace(b"\r", b""))


def test_a_body_that_comes_a_byte_at_a_time_is_given_up(port):
    """Six megabytes of it, in parts of one byte, made everybody wait for eight seconds."""
    head = "POST /api/ahead HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    body = b"1\r\nx\r\n" * (MOST_PARTS + 1)
    with connection(port) as line:
        line.sendall(f"{head}Transfer-Encoding: chunked\r\n\r\n".encode() + body)
        # The rest is not waited for, as it would be with a part less: 408.
        assert until_closed(line).startswith(b"HTTP/1.1 400")


def test_a_body_of_many_parts_that_are_not_small_is_taken():
    parts = Parts()
    assert not any(parts.are_too_small(LEAST_BYTES) for _ in range(10 * MOST_PARTS))
    assert parts.are_too_small(LEAST_BYTES - 1)


@pytest.mark.parametrize("opcode", [Opcode.PING, Opcode.PONG, Opcode.CONT])
def test_a_live_connection_on_which_nothing_is_said_in_many_words_is_closed(port, opcode):
    """Seven megabytes of them made everybody wait for seven seconds."""
    first = [Frame(Opcode.BINARY, b"", fin=False)] if opcode is Opcode.CONT else []
    frames = [*first, *[Frame(opcode, b"", fin=opcode is not Opcode.CONT)] * 2 * FRAMES_AT_ONCE]
    with connection(port) as line:
        line.sendall(f"{HANDSHAKE}\r\n".encode())
        assert line.recv(4096).startswith(b"HTTP/1.1 101")
        line.sendall(b"".join(each.serialize(mask=True) for each in frames))
        assert until_closed(line).endswith(Close(1002, "too many frames").serialize())
    with Session(port, charts=None) as visit:
        assert visit.run().messages


class Closing:
    """A connection that notes when it is closed, and a loop whose time does not pass."""

    def __init__(self):
        self.is_closed = False
        self.transport = self.loop = self
        self.conn = h11.Connection(h11.SERVER)

    def close(self):
        self.is_closed = True

    def call_later(self, _seconds, _call):
        return Timer()


@dataclass
class Timer:
    is_off: bool = field(default=False)

    def cancel(self):
        self.is_off = True


def test_of_more_half_open_connections_than_there_is_room_for_the_oldest_are_closed():
    waiting = Waiting(seconds=20, most=2)
    connections = [Closing() for _ in range(4)]
    for each in connections:
        waiting.look_at(each, has_begun=True)
    assert [each.is_closed for each in connections] == [True, True, False, False]


def test_a_connection_whose_request_is_there_is_not_among_them():
    waiting = Waiting(seconds=20, most=1)
    first, second = Closing(), Closing()
    waiting.look_at(first, has_begun=True)
    first.conn.receive_data(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
    first.conn.next_event()
    waiting.look_at(first, has_begun=False)
    waiting.look_at(second, has_begun=True)
    assert not first.is_closed
    assert not second.is_closed
