"""One client cannot starve others: requests are counted by address, and in all.

No maintained library counts messages on live connections beside requests, and all it takes is a
bucket for each address. Who a request comes from is up to the server: behind a proxy that
``FORWARDED_ALLOW_IPS`` names, it is whoever the proxy asks for.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import nullcontext, suppress
from http import HTTPStatus

from h11 import LocalProtocolError
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from carechoice.language.sentences import say
from carechoice.turns.queue import ASKED_BY
from carechoice.web.addresses import is_file
from carechoice.web.buckets import Buckets, counted_as
from carechoice.web.limits.bodies import Bodies, BrokenOffError
from carechoice.web.limits.refusal import Refused, refuse
from carechoice.web.limits.settings import Limits
from carechoice.web.limits.uploads import Uploads, is_upload
from carechoice.web.operating.probes import PROBES
from carechoice.web.paths import within

# A file is handed out from memory.
COST_OF_A_FILE = 0.2
# A page sends a tenth of it at most; a longer message counts as several of this length.
BYTES_OF_A_MESSAGE = 20_000
# A refused client that does not wait is made to, so that refusing does not cost what it saves.
HELD_SECONDS = 1.0
# A tenth of all that may be open.
SHARE_HELD = 0.1

UNSUPPORTED_DATA = 1003

Pause = Callable[[float], Awaitable[None]]


def _now() -> float:
    return asyncio.get_running_loop().time()


class FairUse:
    """Passes on requests within the limits, and answers all others with a reason."""

    def __init__(
        self,
        app: ASGIApp,
        limits: Limits,
        base_path: str = "",
        pause: Pause = asyncio.sleep,
        now: Callable[[], float] = _now,
    ) -> None:
        self._app = app
        self._limits = limits
        self._base_path = base_path
        self._pause = pause
        self._now = now
        self._requests = Buckets(
            per_second=limits.requests_per_second, at_once=limits.requests_at_once
        )
        self._arrivals = Buckets(per_second=limits.visits_per_second, at_once=limits.visits_at_once)
        self._messages = Buckets(
            per_second=limits.messages_per_second, at_once=limits.messages_at_once
        )
        self._bodies = Bodies(limits, now)
        self._uploads = Uploads(limits)
        self._open = self._held = 0
        self._visits: Counter[str] = Counter()
        self._asking: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 408, 413, 429 or 503."""
        if scope["type"] == "http" and within(self._base_path, scope) not in PROBES:
            address = _address(scope)
            self._open += 1
            self._asking[address] += 1
            try:
                await self._request(scope, receive, send)
            finally:
                self._open -= 1
                self._asking -= Counter([address])
        elif scope["type"] == "websocket":
            await self._visit(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        path, address = within(self._base_path, scope), _address(scope)
        if refused := self._refused_request(scope, path, address):
            await self._refuse(scope, receive, send, refused)
            return
        ASKED_BY.set(address)
        has_begun = False

        async def send_noted(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            # The server has answered by itself what broke off in the middle, and hung up.
            with suppress(LocalProtocolError):
                await send(message)

        coming = self._uploads.counted if is_upload(scope, path) else nullcontext
        try:
            with (
                self._bodies.coming(receive, address) as receive_next,
                coming(receive_next) as receive_part,
            ):
                await self._app(scope, receive_part, send_noted)
        except ClientDisconnect:
            # The client is gone, so there is nobody to answer.
            return
        except BrokenOffError as broken_off:
            if not has_begun:
                await self._refuse(scope, receive, send, broken_off.refused)

    def _refused_request(self, scope: Scope, path: str, address: str) -> Refused | None:
        if self._open > self._limits.open_requests:
            return Refused(HTTPStatus.SERVICE_UNAVAILABLE, say("busy.server"))
        if address and self._asks_too_much(path, address):
            return Refused(HTTPStatus.TOO_MANY_REQUESTS, say("busy.address"))
        return self._uploads.refused(path) if is_upload(scope, path) else None

    def _asks_too_much(self, path: str, address: str) -> bool:
        cost = COST_OF_A_FILE if is_file(path) else 1
        is_too_fast = self._requests.take(address, now=self._now(), count=cost) > 0
        return is_too_fast or self._asking[address] > self._limits.open_requests_per_address

    async def _visit(self, scope: Scope, receive: Receive, send: Send) -> None:
        address = _address(scope)
        if refused := self._refused_visit(address):
            await receive()
            await self._refuse(scope, receive, send, refused)
            return

        async def receive_in_turn() -> Message:
            message = await receive()
            if message["type"] != "websocket.receive":
                return message
            if message.get("bytes") is None:
                # No page of ours says text; the framework would write its own trace of it down.
                await send({"type": "websocket.close", "code": UNSUPPORTED_DATA})
                return {"type": "websocket.disconnect", "code": UNSUPPORTED_DATA}
            cost = max(1, len(message["bytes"]) / BYTES_OF_A_MESSAGE)
            while seconds := address and self._messages.take(address, now=self._now(), count=cost):
                await self._pause(seconds)
            return message

        ASKED_BY.set(address)
        self._visits[address] += 1
        try:
            await self._app(scope, receive_in_turn, send)
        finally:
            self._visits -= Counter([address])

    def _refused_visit(self, address: str) -> Refused | None:
        if self._visits.total() >= self._limits.visits:
            return Refused(HTTPStatus.SERVICE_UNAVAILABLE, say("busy.server"))
        if not address:
            return None
        is_full = self._visits[address] >= self._limits.visits_per_address
        if is_full or self._arrivals.take(address, now=self._now()):
            return Refused(HTTPStatus.TOO_MANY_REQUESTS, say("busy.address"))
        return None

    async def _refuse(self, scope: Scope, receive: Receive, send: Send, refused: Refused) -> None:
        if refused.status == HTTPStatus.TOO_MANY_REQUESTS and self._held < (
            self._limits.open_requests * SHARE_HELD
        ):
            self._held += 1
            try:
                await self._pause(HELD_SECONDS)
            finally:
                self._held -= 1
        path = within(self._base_path, scope)
        await refuse(scope, receive, send, refused, path=path)


def _address(scope: Scope) -> str:
    client = scope.get("client")
    return counted_as(client[0]) if client else ""
