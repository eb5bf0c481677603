"""Whether what stands where a payer should is the name of one."""

from __future__ import annotations

import re

_OF_NOBODY = re.compile(
    r"(?:n a|na|none|null|unknown|tbd|no (?:payer|insurance|plan)|uninsured|patients?"
    r"|(?:self|private) ?pay(?:ment)?(?: patients?)?"
    r"|(?:discounted )?cash(?: pay)?(?: price| discount| rate)?|(?:gross|list|chargemaster)"
    r"(?: charges?| price)?|(?:deidentified |de identified )?(?:min|max)(?:imum)?(?: negotiated)?"
    r"(?: (?:rate|charge)s?)?)?"
)


def names_payer(printed: str) -> bool:
    """Whether it names a payer, and not a price without one, such as "Self pay" or "N/A"."""
    words = re.sub(r"[\W_]+", " ", printed.casefold()).strip()
    return not _OF_NOBODY.fullmatch(words)
