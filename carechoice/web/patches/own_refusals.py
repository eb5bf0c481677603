"""Refusals by the server itself have our headers, and do not repeat what was asked.

Before any page is asked, the server refuses what is not a request, and a broken handshake, which it
quotes in the client's own words. When it is told to end, it gives up what is still under way. All
of that happens outside the layers that add our headers.
"""

from __future__ import annotations

from contextlib import suppress
from http import HTTPStatus
from typing import Any

import h11
from starlette.responses import PlainTextResponse
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle
from uvicorn.protocols.websockets import websockets_sansio_impl
from websockets.http11 import Response
from websockets.server import ServerProtocol

from carechoice.web.headers import of_refusals

Line = websockets_sansio_impl.WebSocketsSansIOProtocol
CLOSE = {"Connection": "close"}
TEXT = {"Content-Type": "text/plain; charset=utf-8", **CLOSE}


def refuse_with_our_headers() -> None:
    """Install the change for every connection that this process takes from now on."""
    rejects = ServerProtocol.reject

    def reject(self: Any, status: Any, _text: str) -> Response:
        # The text would hold what was sent.
        response = rejects(self, status, f"{HTTPStatus(status).phrase}\n")
        response.headers.update(of_refusals())
        return response

    setattr(ServerProtocol, rejects.__name__, reject)

    def send_400_response(self: Any, msg: str) -> None:
        headers = list((of_refusals() | TEXT).items())
        bad = HTTPStatus.BAD_REQUEST
        head = h11.Response(status_code=bad, headers=headers, reason=bad.phrase)
        # An answer that was interrupted may have begun already.
        with suppress(h11.LocalProtocolError):
            for event in (head, h11.Data(data=msg.encode("ascii")), h11.EndOfMessage()):
                self.transport.write(self.conn.send(event))
        self.transport.close()

    setattr(H11Protocol, send_400_response.__name__, send_400_response)

    async def send_500_response(self: Any) -> None:
        failed = HTTPStatus.INTERNAL_SERVER_ERROR
        answer = PlainTextResponse(failed.phrase, failed, of_refusals() | CLOSE)
        await answer(self.scope, self.receive, self.send)

    setattr(RequestResponseCycle, send_500_response.__name__, send_500_response)


def answer_unreadable_handshakes() -> None:
    """Install the change: what cannot be read as a handshake is refused, and no longer held open.

    The server waits for a handshake that never comes: with the length of a body, or a long cookie.
    """
    received = Line.data_received

    def data_received(self: Any, data: bytes) -> None:
        received(self, data)
        if self.handshake_initiated or not self.conn.handshake_exc:
            return
        # Where a header is too long, or there are too many, an answer stands ready.
        answer = b"".join(self.conn.data_to_send())
        self.transport.write(answer or self.conn.reject(HTTPStatus.BAD_REQUEST, "").serialize())
        self.transport.close()

    setattr(Line, received.__name__, data_received)


def take_an_answer_for_the_end_of_a_handshake() -> None:
    """Install the change: a refused connection is no error, and gets a line in the log."""
    sends = Line.send

    async def send(self: Any, message: Any) -> None:
        await sends(self, message)
        self.handshake_complete = self.handshake_complete or self.close_sent

    setattr(Line, sends.__name__, send)
