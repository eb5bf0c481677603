"""The question of a page to /api/ahead, read from the body of its request."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request

from carechoice.catalog.values import NotUsedError
from carechoice.inputs.handed_on.view_parameters import screen_in
from carechoice.ui import pages

# More than twice the longest address with every input.
MOST_BYTES = 8192
# A page asks for the next moves with the one that counts, and nobody for more than a few.
MOST_MOVES = 8
JSON = "application/json"


class NotAnsweredError(NotUsedError):
    """A request that is not answered, and the status that says so."""

    def __init__(self, status: int, reason: str, **blanks: object) -> None:
        super().__init__(reason, **blanks)
        self.status = status


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page asks.

    ``page`` is its key, ``inputs`` are those of its address, and ``moves`` are sets of moves since
    then, value by field; each set is to be answered.
    """

    page: str
    inputs: Sequence[tuple[str, str]]
    moves: Sequence[Mapping[str, str]]

    @property
    def screen(self) -> int:
        """The screen of a presentation that the address shows, from 0."""
        return screen_in(self.inputs)


async def read_asked(request: Request) -> Asked:
    """Read ``{"page": name, "inputs": [[name, value], ...], "moves": [{field: value, ...}, ...]}``.

    All are texts; the first page has no name, as in its address. Raises NotAnsweredError: 415 if
    it is not sent as JSON, 413 if it is too long or asks for too much, 422 if it is something else.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != JSON:
        raise NotAnsweredError(415, "problem.not_sent_as", type=JSON)
    return _asked(await _body(request))


async def _body(request: Request) -> bytes:
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            raise NotAnsweredError(413, "problem.long_body", most=MOST_BYTES)
    return body


def _asked(body: bytes) -> Asked:
    try:
        content = json.loads(body)
        page, pairs, moves = content["page"], content["inputs"], content["moves"]
        inputs = [(name, value) for name, value in pairs]
        asked = Asked(
            pages.FIRST if page == "" else page, inputs, [dict(each.items()) for each in moves]
        )
    # Brackets in brackets in brackets end in the last of these.
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise NotAnsweredError(422, "problem.not_asked") from None
    # A text of two letters and an object with such names fall into pairs as well.
    is_listed = isinstance(pairs, list) and all(isinstance(pair, list) for pair in pairs)
    if not (is_listed and isinstance(moves, list) and _all_texts(asked)):
        raise NotAnsweredError(422, "problem.not_asked")
    if asked.page not in pages.PAGES:
        raise NotAnsweredError(422, "problem.no_such_page")
    if len(asked.moves) > MOST_MOVES:
        raise NotAnsweredError(413, "problem.many_moves", most=MOST_MOVES)
    return asked


def _all_texts(asked: Asked) -> bool:
    pairs = [*asked.inputs, *(move for moves in asked.moves for move in moves.items())]
    return all(isinstance(text, str) for text in (asked.page, *(t for pair in pairs for t in pair)))
