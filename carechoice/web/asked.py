"""What a page asks in the body of a request, where no log of addresses holds it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request

from carechoice.catalog.values import NotUsedError

# More than twice the longest address with every input.
MOST_BYTES = 8192
JSON = "application/json"


class NotAnsweredError(NotUsedError):
    """A request that is not answered, and the status that says so."""

    def __init__(self, status: int, reason: str, **blanks: object) -> None:
        super().__init__(reason, **blanks)
        self.status = status


@dataclass(frozen=True, slots=True)
class Asked:
    """The inputs of a page as its address has them, and the moves since then, value by field."""

    inputs: Sequence[tuple[str, str]]
    moves: Mapping[str, str]


async def read_asked(request: Request) -> Asked:
    """Read ``{"inputs": [[name, value], ...], "moves": {field: value, ...}}``, all texts.

    Raises NotAnsweredError: 415 if it is not sent as JSON, 413 if it is too long, 422 if it is
    something else.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != JSON:
        raise NotAnsweredError(415, "problem.not_json", type=JSON)
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
        pairs, moves = content["inputs"], content["moves"]
        asked = Asked([(name, value) for name, value in pairs], dict(moves.items()))
    # Brackets in brackets in brackets end in the last of these.
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise NotAnsweredError(422, "problem.not_asked") from None
    texts = [text for pair in (*asked.inputs, *asked.moves.items()) for text in pair]
    # A text of two letters and an object with such names fall into pairs as well.
    is_listed = isinstance(pairs, list) and all(isinstance(pair, list) for pair in pairs)
    if not is_listed or not all(isinstance(text, str) for text in texts):
        raise NotAnsweredError(422, "problem.not_asked")
    return asked
