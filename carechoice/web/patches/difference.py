"""The difference between a run of a page and the run that the browser shows.

The framework runs the whole page at every change of an input and sends all of it, though most of it
is as it was. Here a run is compared with the one that the browser shows. If it has the same parts
in the same places, only what differs is sent. If it has other parts, all of it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_cache import populate_hash_if_needed

# What stands around a page and lasts: a place of its own each.
LASTING = ("navigation", "page_config_changed")
# What an input says of its value in the one run that sets it.
SAID_ONCE = ("set_value", "value", "raw_value", "raw_values")

# Where a part stands: its way down from the root of the page, or what it is called.
Place = tuple[int, ...] | str


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


Parts = Mapping[Place, Part]


class Run:
    """A run of a page, as it is drawn.

    ``before`` is what the browser shows; nothing where that is not known. ``held`` is what it may
    hold beside that, of which the framework says the hash alone. ``is_whole``: all of it has to be
    said, which can turn out with any part and at the end.
    """

    def __init__(self, before: Parts, held: Parts) -> None:
        self._before = before
        self._held = held
        self.parts: dict[Place, Part] = {}
        # All that has a place, in the order in which it was drawn.
        self.drawn: list[ForwardMsg] = []
        self.is_whole = not before

    def takes(self, message: ForwardMsg) -> ForwardMsg | None:
        """The part of a message that has to be sent; None if none of it.

        Where it is by this message that the run turns out to be whole, all that was ``drawn`` is to
        be said instead, which ends with it.
        """
        place = _place(message)
        if place is None:
            return message
        before = self._before.get(place)
        part = self.parts[place] = self._part(place, message, before)
        if self.is_whole:
            return message
        self.drawn.append(message)
        if before and part.shows_the_same(before):
            return None
        if before and part.make and part.make == before.make:
            return _not_kept(message)
        self.is_whole = True
        return None

    def ends(self) -> None:
        """If a part that was there before is no longer drawn, the whole page has to be sent."""
        self.is_whole = self.is_whole or self.parts.keys() != self._before.keys()

    def _part(self, place: Place, message: ForwardMsg, before: Part | None) -> Part:
        content = message.ref_hash or message.hash
        if before and before.content == content and not before.acts:
            return before
        if message.ref_hash:
            held = self._held.get(place)
            return held if held and held.content == content else Part(content)
        return _part(message)


def _place(message: ForwardMsg) -> Place | None:
    """The place that a message belongs to; None if it has none."""
    kind = message.WhichOneof("type") or ""
    if kind in ("delta", "ref_hash"):
        return tuple(message.metadata.delta_path)
    return kind if kind in LASTING else None


def _part(message: ForwardMsg) -> Part:
    if message.WhichOneof("type") != "delta":
        return Part(message.hash)
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


def _not_kept(message: ForwardMsg) -> ForwardMsg:
    """The message, not to be kept by the browser: only a whole run has it let go of any."""
    if not message.metadata.cacheable:
        return message
    said = ForwardMsg()
    said.CopyFrom(message)
    said.metadata.cacheable = False
    return said
