"""Names and values in the text of a file of JSON, also of one that breaks off."""

from __future__ import annotations

import json
import re
from typing import Any

from carechoice.catalog.values import write

# In a file that breaks off, a value counts only where what follows it shows that it is whole.
WHOLE_PAIR = re.compile(
    r'"(?P<name>[^"\\]*)"\s*:\s*(?:"(?P<text>[^"\\]*)"|(?P<bare>[^\s,{}\[\]":]+))\s*(?=[,}])'
)


class _Object(list[tuple[str, Any]]):
    """The pairs of a JSON object in their order, where a name can stand twice."""


def json_pairs(text: str) -> list[tuple[str, str]]:
    """Names and values of the object in the text; of a broken one those that are whole."""
    try:
        loaded = json.loads(text, object_pairs_hook=_Object, parse_constant=str)
        pairs = loaded if isinstance(loaded, _Object) else ()
        return [(name, _written(value)) for name, value in pairs]
    except (ValueError, RecursionError):
        found = WHOLE_PAIR.finditer(text)
        return [(pair["name"], _value_of(pair)) for pair in found]


def _written(value: Any) -> str:
    """The value as a link writes it; what no input can be, as JSON writes it."""
    if isinstance(value, str | int | float):
        return write(value)
    return json.dumps(_plain(value), ensure_ascii=False)


def _plain(value: Any) -> Any:
    """A value with its objects as mappings; of a name that occurs twice the last one counts."""
    if isinstance(value, _Object):
        return {name: _plain(inner) for name, inner in value}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value


def _value_of(pair: re.Match[str]) -> str:
    """The value of a pair of a broken object, written as a link writes it."""
    if pair["bare"] is None:
        return pair["text"]
    try:
        return _written(json.loads(pair["bare"], parse_constant=str))
    except ValueError:
        return pair["bare"]
