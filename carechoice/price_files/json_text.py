"""The text of a price file in JSON, as the bytes that a reader of JSON asks for.

How deep it nests, and how long its texts and numbers are, is known before a reader holds any of it.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TextIO

from carechoice.price_files.rate import RefusedError

# Whose file it is stands here, at the beginning or the end: an attestation of the form has 1,200.
_KEPT_SIGNS = 65_536
# What programs write for a number that is none. JSON has no such thing, and its readers end there.
_NO_NUMBERS = ("NaN", "Infinity")
_TEXT_OR_NO_NUMBER = re.compile(
    rf'"(?:[^"\\]|\\.)*+(?:"|\Z)|(?P<bare>-?\b(?:{"|".join(_NO_NUMBERS)})\b)', re.DOTALL
)
_LONGEST_WORD = len("-Infinity")
# A payer's amount stands eight deep. A reader of JSON keeps the whole way to where it is for each
# level, so that 100,000 levels would fill any memory.
_DEEPEST = 64
# A reader holds a text as a whole.
_LONGEST_TEXT_BYTES = 4_000_000
# A whole number of more than 4,300 digits ends the reader, and the whole process with it.
_MOST_DIGITS = b"0" * 1_000
_AS_ZEROS = bytes.maketrans(b"123456789", b"000000000")
_QUOTES_AND_BRACKETS = b'"[]{}'
_OTHER_SIGNS = bytes(each for each in range(256) if each not in _QUOTES_AND_BRACKETS)
_OPEN = b"[{"


class JsonText:
    """A text of which a reader of JSON gets bytes; it keeps how the text begins and ends.

    A number that is none, such as NaN, is handed on as a text, which is no amount. Raises
    RefusedError where it nests too deep for any reader, or has a text without an end.
    """

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._nesting = _Nesting()
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


class _Nesting:
    """JSON in UTF-8 that is taken a part at a time, as it comes.

    ``is_in_text``: whether the parts so far end within a text.
    """

    def __init__(self) -> None:
        self._depth = 0
        self.is_in_text = False
        self._text_bytes = 0
        self._held = b""

    def takes(self, part: bytes) -> bool:
        """Whether it goes on, with this part, as a price file may; after a False it has ended."""
        signs = self._signs(part)
        texts = signs.split(b'"')
        outside = b"".join(texts[self.is_in_text :: 2])
        self.is_in_text ^= len(texts) % 2 == 0
        self._text_bytes = 0 if len(texts) > 1 else self._text_bytes + len(part)
        steps = [1 if sign in _OPEN else -1 for sign in outside]
        deepest = max(accumulate(steps, initial=self._depth))
        self._depth += sum(steps)
        is_long = self.is_in_text and self._text_bytes > _LONGEST_TEXT_BYTES
        has_long_number = _MOST_DIGITS in part.translate(_AS_ZEROS)
        return deepest <= _DEEPEST and not (is_long or has_long_number)

    def _signs(self, part: bytes) -> bytes:
        """The quotation marks and brackets; none that stands behind a backslash."""
        whole = self._held + part
        ends = len(whole) - len(whole.rstrip(b"\\"))
        # The sign that a last backslash is for comes with the next part.
        self._held = b"\\" if ends % 2 else b""
        whole = whole[: len(whole) - len(self._held)]
        bare = whole.replace(b"\\\\", b"").replace(b'\\"', b"")
        return bare.translate(None, _OTHER_SIGNS)
