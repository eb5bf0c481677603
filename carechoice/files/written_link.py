"""A link as it is written into a file: its text, and whether it can be opened."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from carechoice.files.scenario.qr import MOST_BYTES, fits_a_code

# What may stand in a web address as it is (RFC 3986); a % begins what is already written so.
IN_ADDRESS = "%/:?#[]@!$&'()*+,;=~"
OPENS = ("http://", "https://")
# What is longer than a code can hold is cut, and leads nowhere.
CUT = "..."


@dataclass(frozen=True, slots=True)
class Link:
    """A link as it is written into a file: plain ASCII, of a length that fits on paper."""

    text: str

    @property
    def is_whole(self) -> bool:
        """Whether there is a link, and all of it stands here."""
        return bool(self.text) and fits_a_code(self.text) and not self.text.endswith(CUT)

    @property
    def opens(self) -> bool:
        """Whether it leads to a page; anything else stays text that nobody can click."""
        return self.is_whole and self.text.startswith(OPENS)


def link_of(given: str) -> Link:
    """The link with everything that is no part of a web address written as %xx."""
    text = quote(given, safe=IN_ADDRESS, errors="replace")
    return Link(text if fits_a_code(text) else text[: MOST_BYTES - len(CUT)] + CUT)
