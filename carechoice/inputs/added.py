"""What others added to an address on the way, to see who followed it: names nothing like ours.

A name near ours is told instead, as one that is misspelled.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import chain

# Shorter words become other ones with one letter.
_SHORTEST_MISSPELLED = 5
_SHORTEST_BEGINNING = 5
_SHORTEST_WORD = 3
# What a name in an address is made of, with the signs that programs for newsletters put into it.
_NAME = re.compile(r"[\w.~$:\[\]-]{1,60}", re.ASCII)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def is_added(name: str, text: str, *, ours: Collection[str]) -> bool:
    """Whether the parameter of an address is nothing like one of ``ours``.

    One without a value may be the beginning of ours, where a link was cut.
    """
    if name in ours or not (_NAME.fullmatch(name) and _words(name)):
        return False
    is_cut = not text and any(each.startswith(name) for each in ours)
    return not (is_cut or _is_as_one_word(name, ours) or _shares_a_word(name, ours))


def _is_as_one_word(name: str, ours: Iterable[str]) -> bool:
    """Whether it is one of ours or begins one, however its words are joined."""
    joined = "".join(_words(name))
    if len(joined) < _SHORTEST_BEGINNING:
        return False
    names = ("".join(_words(each)) for each in ours)
    return any(each.startswith(joined) or _is_misspelled(joined, each) for each in names)


def _shares_a_word(name: str, ours: Iterable[str]) -> bool:
    known = {word for word in chain(*map(_words, ours)) if len(word) >= _SHORTEST_WORD}
    return any(
        word in known or any(_is_misspelled(word, each) for each in known) for word in _words(name)
    )


def _words(name: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(name)]


def _is_misspelled(word: str, meant: str) -> bool:
    """Whether one letter too many, too few or another, or two that changed places, is all."""
    if len(word) < _SHORTEST_MISSPELLED or abs(len(word) - len(meant)) > 1:
        return False
    pairs = zip(word, meant, strict=False)
    at = next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(word), len(meant)))
    rest, other = word[at:], meant[at:]
    turned = rest[1::-1] + rest[2:]
    return turned == other or rest[1:] in (other, other[1:]) or rest == other[1:]
