"""The text of a price file in JSON, as the bytes that a reader of JSON asks for."""

from __future__ import annotations

import re
from typing import TextIO

from carechoice.price_files.nesting import Nesting
from carechoice.price_files.rate import RefusedError

# Whose file it is stands here, at the beginning or the end: an attestation of the form has 1,200.
_KEPT_SIGNS = 65_536
# What programs write for a number that is none. JSON has no such thing, and its readers end there.
_NO_NUMBERS = ("NaN", "Infinity")
_TEXT_OR_NO_NUMBER = re.compile(
    rf'"(?:[^"\\]|\\.)*+(?:"|\Z)|(?P<bare>-?\b(?:{"|".join(_NO_NUMBERS)})\b)', re.DOTALL
)
_LONGEST_WORD = len("-Infinity")


class JsonText:
    """A text of which a reader of JSON gets bytes; it keeps how the text begins and ends.

    A number that is none, such as NaN, is handed on as a text, which is no amount. Raises
    RefusedError where it nests too deep for any reader, or has a text without an end.
    """

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._nesting = Nesting()
        self.beginning = self._next(_KEPT_SIGNS)
        self._unread = self.beginning
        self.end = ""

    def read(self, size: int, /) -> bytes:
        """The bytes of about so many of the next signs; none at the end."""
        part = self._unread[:size] or self._next(size)
        self._unread = self._unread[size:]
        self.end = (self.end + part)[-_KEPT_SIGNS:]
        return part.encode()

    def _next(self, size: int) -> str:
        part = self._to_end_of_word(self._text.read(size))
        is_in_text = self._nesting.is_in_text
        if not self._nesting.takes(part.encode()):
            raise RefusedError("nested")
        if not any(word in part for word in _NO_NUMBERS):
            return part
        return _with_quotes(part, is_in_text=is_in_text)

    def _to_end_of_word(self, part: str) -> str:
        """The part with the rest of its last word, and with what a last backslash is for."""
        for _ in range(_LONGEST_WORD):
            if not (part and (part[-1].isalnum() or part[-1] in "-\\")):
                break
            part += self._text.read(1)
        return part


def _with_quotes(part: str, *, is_in_text: bool) -> str:
    """The part with each number that is none as a text. ``is_in_text``: it begins within one."""
    opened = f'"{part}' if is_in_text else part
    quoted = _TEXT_OR_NO_NUMBER.sub(
        lambda found: f'"{found["bare"]}"' if found["bare"] else found[0], opened
    )
    return quoted[is_in_text:]
