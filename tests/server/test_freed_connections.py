"""What a live connection of the server holds is freed as it ends, however it ends.

Each holds some 150 kB. Python need not look for it at all that visits hold.
"""

import asyncio
import weakref

import pytest
from anyio.from_thread import start_blocking_portal
from uvicorn.config import Config
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from uvicorn.server import ServerState
from websockets.client import ClientProtocol
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory
from websockets.frames import CloseCode
from websockets.uri import parse_uri

from carechoice.web.patches.freed_connections import free_ended_connections


class Line(asyncio.Transport):
    """A line to a browser that keeps what the server says on it."""

    def __init__(self):
        super().__init__()
        self.said = []
        self.is_answered = asyncio.Event()

    def write(self, data):
        self.said.append(data)
        self.is_answered.set()

    def close(self):
        pass

    def is_closing(self):
        return False


async def takes_and_listens(_scope, receive, send):
    """An app that takes a connection, and listens until it ends."""
    await receive()
    await send({"type": "websocket.accept"})
    while (await receive())["type"] != "websocket.disconnect":
        pass


def asks_for_a_connection(browser, server, _line):
    browser.send_request(browser.connect())
    server.data_received(b"".join(browser.data_to_send()))


async def is_open(browser, server, line):
    asks_for_a_connection(browser, server, line)
    await line.is_answered.wait()
    browser.receive_data(b"".join(line.said))


async def is_cut_before_anything_is_asked(_browser, _server, _line):
    pass


async def is_cut_while_it_is_open(browser, server, line):
    await is_open(browser, server, line)


async def is_closed_by_the_browser(browser, server, line):
    await is_open(browser, server, line)
    browser.send_close(CloseCode.GOING_AWAY)
    server.data_received(b"".join(browser.data_to_send()))


async def left_by(how):
    """The server's side of a connection that has ended: nothing, or what is still held."""
    config = Config(takes_and_listens, log_config=None)
    config.load()
    server = WebSocketsSansIOProtocol(config, ServerState(), {})
    line = Line()
    browser = ClientProtocol(
        parse_uri("ws://localhost/"), extensions=[ClientPerMessageDeflateFactory()]
    )
    server.connection_made(line)
    await how(browser, server, line)
    app_at_work = [*server.tasks]
    server.connection_lost(None)
    await asyncio.gather(*app_at_work)
    held = weakref.ref(server.conn)
    del server, app_at_work
    return held()


@pytest.mark.usefixtures("unlooked")
@pytest.mark.parametrize(
    "how", [is_cut_before_anything_is_asked, is_cut_while_it_is_open, is_closed_by_the_browser]
)
def test_a_connection_leaves_nothing_however_it_ends(how, monkeypatch):
    as_it_is = WebSocketsSansIOProtocol.connection_lost
    monkeypatch.setattr(WebSocketsSansIOProtocol, "connection_lost", as_it_is)
    free_ended_connections()
    # In a thread of its own: a browser of other tests may have a loop in this one.
    with start_blocking_portal() as portal:
        assert portal.call(left_by, how) is None
