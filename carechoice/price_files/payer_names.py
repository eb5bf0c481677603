"""Whether what stands where a payer should is the name of one."""

from __future__ import annotations

import re

_NOTHING = r"n a|na|none|null|unknown|tbd|no (?:payer|insurance|plan)"
_BY_ONESELF = r"uninsured|patients?|(?:self|private) ?pay(?:ment)?(?: patients?)?"
_CASH = r"(?:discounted )?cash(?: pay)?(?: price| discount| rate)?"
_CHARGE = r"(?:gross|list|chargemaster)(?: charges?| price)?"
_OF_ALL = r"(?:de ?identified )?(?:min(?:imum)?|max(?:imum)?|median|average)(?: negotiated)?"
_NO_PAYER = re.compile(
    rf"(?:{_NOTHING}|{_BY_ONESELF}|{_CASH}|{_CHARGE}|{_OF_ALL}(?: (?:rate|charge)s?)?)?"
)
_NO_LETTERS = re.compile(r"[\W_]+")


def names_payer(printed: str) -> bool:
    """Whether it names a payer, and not a price without one, such as "Self pay" or "N/A"."""
    words = _NO_LETTERS.sub(" ", printed.casefold()).strip()
    return not _NO_PAYER.fullmatch(words)
