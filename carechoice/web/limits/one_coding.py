"""A form is read as UTF-8, whatever it says of itself.

Browsers send no other. The form parser (Starlette) takes any coding of Python's: some fail in ways
it does not know, and one of them (punycode) takes hours for a megabyte, while everybody waits.
"""

from __future__ import annotations

from starlette import formparsers

ATTRIBUTE = "_user_safe_decode"
CODING = "utf-8"


def read_forms_as_utf8() -> None:
    """Install the change for every form that this process reads from now on."""
    decode = getattr(formparsers, ATTRIBUTE)

    def decode_utf8(text: bytes | bytearray, _coding: str) -> str:
        decoded: str = decode(text, CODING)
        return decoded

    setattr(formparsers, ATTRIBUTE, decode_utf8)
