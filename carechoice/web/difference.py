"""What a browser shows already is not sent to it again.

The framework sends the whole page at every change of an input, most of it as it was. Here each line
to a browser knows what was sent last to each place of the page. Of a page that has the same parts
in the same places only what differs goes out, without the beginning of its run, and with an end as
that of a fragment in which nothing else stands: so the framework's page takes what comes, and keeps
the rest. A page of another make goes out whole, and so does the first after a run that was broken
off: what of it has arrived is not known. A new line knows nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_cache import populate_hash_if_needed

# The name of a fragment that no page has.
NO_FRAGMENT = "nothing-else"
# What stands around a page and lasts: a place of its own each.
LASTING = ("navigation", "page_config_changed")
# What an input says of its value in the one run that sets it.
SAID_ONCE = ("set_value", "value", "raw_value", "raw_values")

# Where a part stands: its way down from the root of the page, or what it is called.
Place = tuple[int, ...] | str


class OnlyWhatDiffers:
    """Sends on each line what differs from what its browser shows."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on but what the framework says again."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        line = Line()

        async def send_what_differs(event: Message) -> None:
            if "bytes" not in event:
                await send(event)
                return
            for payload in line.to_send(event["bytes"]):
                await send({**event, "bytes": payload})

        await self._app(scope, receive, send_what_differs)


@dataclass(frozen=True, slots=True)
class Part:
    """What stands in a place of a page.

    ``content`` is the hash of all it says, ``make`` what it stays while that changes: its kind and
    its name; None where the framework sent the hash alone. ``acts``: it does something once it
    arrives, also if the one before it was alike, such as to set an input. Then it is alike to one
    with the content ``once_done``.
    """

    content: str
    make: tuple[str, str] | None = None
    acts: bool = False
    once_done: str = ""

    def shows_the_same(self, before: Part) -> bool:
        """Whether this is nothing new where the one ``before`` stands."""
        return not self.acts and self.content in (before.content, before.once_done)


class Line:
    """The line to one browser: what its page shows, and the run under way."""

    def __init__(self) -> None:
        self._page = ""
        # Nothing until a run has come to its end.
        self._shown: dict[Place, Part] = {}
        self._before: dict[Place, Part] = {}
        self._now: dict[Place, Part] = {}
        # What the browser may still hold: the framework then sends the hash alone.
        self._last_whole: dict[Place, Part] = {}
        self._is_whole = True
        self._run: list[bytes] = []

    def to_send(self, payload: bytes) -> list[bytes]:
        """What goes out instead of a message of the framework's, in this order."""
        message = ForwardMsg.FromString(payload)
        kind = message.WhichOneof("type")
        if kind == "new_session":
            return self._begin(message, payload)
        if kind == "script_finished":
            return self._end(message, payload)
        if kind in ("delta", "ref_hash"):
            return self._take(tuple(message.metadata.delta_path), message, payload)
        if kind == "navigation":
            self._page = message.navigation.page_script_hash
        if kind in LASTING:
            return self._take(kind, message, payload)
        return [payload]

    def _begin(self, message: ForwardMsg, payload: bytes) -> list[bytes]:
        page = message.new_session.page_script_hash
        is_known = page == self._page and not message.metadata.run.fragment_ids
        self._before, self._shown = self._shown if is_known else {}, {}
        self._page, self._now, self._run = page, {}, [payload]
        self._is_whole = not self._before
        return [payload] if self._is_whole else []

    def _take(self, place: Place, message: ForwardMsg, payload: bytes) -> list[bytes]:
        before, part = self._before.get(place), self._known(place, _part(message))
        self._now[place] = part
        if self._is_whole:
            return [payload]
        self._run.append(payload)
        if before and part.shows_the_same(before):
            return []
        if before and part.make and part.make == before.make:
            return [_not_kept(message, payload)]
        return self._all_the_same()

    def _known(self, place: Place, part: Part) -> Part:
        """The part as it came before, if only its hash came now."""
        for page in (self._before, self._last_whole):
            if (known := page.get(place)) and known.content == part.content:
                return known
        return part

    def _end(self, message: ForwardMsg, payload: bytes) -> list[bytes]:
        if message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
            return [payload]
        self._shown = self._now
        if not self._is_whole and self._now.keys() == self._before.keys():
            self._run = []
            return [_of_no_fragment(message)]
        self._last_whole = self._now
        return [payload] if self._is_whole else [*self._all_the_same(), payload]

    def _all_the_same(self) -> list[bytes]:
        """The run so far as a whole one, with what has gone out of it."""
        self._is_whole = True
        run, self._run = self._run, []
        return run


def _part(message: ForwardMsg) -> Part:
    if message.WhichOneof("type") != "delta":
        return Part(message.ref_hash or message.hash)
    delta = message.delta
    change = delta.WhichOneof("type") or ""
    told: Any = getattr(delta, change)
    kind = told.WhichOneof("type") or ""
    named = told if change == "add_block" else getattr(told, kind)
    make = (f"{change} {kind}", getattr(named, "id", ""))
    if change == "new_element" and told.has_one_shot_effect:
        return Part(message.hash, make, acts=True, once_done=_hash_once_done(message, kind))
    return Part(message.hash, make)


def _hash_once_done(message: ForwardMsg, kind: str) -> str:
    """The hash of the part as the next run says it, which does not do the same again."""
    later = ForwardMsg(delta=message.delta)
    element = later.delta.new_element
    element.ClearField("has_one_shot_effect")
    said: Any = getattr(element, kind)
    for name in SAID_ONCE:
        if name in said.DESCRIPTOR.fields_by_name:
            said.ClearField(name)
    populate_hash_if_needed(later)
    return later.hash


def _of_no_fragment(message: ForwardMsg) -> bytes:
    """The end of a run that leaves alone what it did not bring."""
    message.metadata.run.fragment_ids.append(NO_FRAGMENT)
    return _as_bytes(message)


def _not_kept(message: ForwardMsg, payload: bytes) -> bytes:
    """The message, not to be kept by the browser: only a whole run has it let go of any."""
    if not message.metadata.cacheable:
        return payload
    message.metadata.cacheable = False
    return _as_bytes(message)


def _as_bytes(message: ForwardMsg) -> bytes:
    payload: bytes = message.SerializeToString()
    return payload
