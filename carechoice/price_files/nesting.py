"""How deep JSON nests and how long its texts and numbers are, before a reader holds any of it."""

from __future__ import annotations

from itertools import accumulate

# A payer's amount stands eight deep. A reader of JSON keeps the whole way to where it is for each
# level, so that 100,000 levels would fill any memory.
_DEEPEST = 64
# A reader holds a text as a whole.
_LONGEST_TEXT_BYTES = 4_000_000
# A whole number of more than 4,300 digits ends the reader, and the whole process with it.
_MOST_DIGITS = b"0" * 1_000
_AS_ZEROS = bytes.maketrans(b"123456789", b"000000000")
_KEPT = b'"[]{}'
_DROPPED = bytes(each for each in range(256) if each not in _KEPT)
_OPEN = b"[{"


class Nesting:
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
        return bare.translate(None, _DROPPED)
