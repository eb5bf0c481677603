"""What is said on a deductible or an out-of-pocket maximum -> its amounts, each with whose it is.

As of terms of a service, each word must be one it knows, and the order one of those that people
write in: "$500 individual / $1,000 family", "Individual $500", "$400 of $1,500 met",
"$1,500, met $400", "Individual: $500 in network, $900 out of network".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from carechoice.documents.limits.words import (
    LEVELS,
    LIMITS,
    NETWORKS,
    STATES,
    Level,
    Limit,
    Network,
    State,
    Token,
    tokens,
)
from carechoice.documents.terms.owed import NotUnderstoodError

Name = TypeVar("Name", bound=str)
_AMOUNTS = ("money", "none", "unlimited")
# A bare number among these is as likely a year; one that is long ago is none of a plan.
_YEARS = range(2001, 2100)
_MAXIMUM = re.compile(r"\b(?:max|limit|moop\b|oopm\b)", re.IGNORECASE)
# What a comma or a bracket sets apart from a limit before it: what is met or remains of that one.
_PART = r"(?: break)+ (?:(?:met|remaining) (?:money|none)|(?:money|none) (?:met|remaining))"
_LIMIT_WITH_PARTS = re.compile(rf"(?:break )*money(?:{_PART}){{1,2}}(?: break)*")
# Nobody writes what is met before the limit itself without a word between them.
_LIMIT_AND_PART = re.compile(r"(?:break )*money (?:met|remaining) money(?: break)*")
# Behind a slash, with its word: of two limits the word would be that of both. What is met or left
# is no more than the limit, which tells "$1,500/$400 met" from "$400/$1,500 met".
_LIMIT_AND_PART_BEHIND = re.compile(r"(?:break )*money money (?:met|remaining)(?: break)*")
_SLASHED = re.compile(r"[0-9] ?/ ?\$? ?[0-9]", re.ASCII)
# Where both are said, they add up to the limit: no two ways of reading them do.
_LIMIT_WITH_BOTH = re.compile(
    r"(?:break )*money(?: break)*"
    r"(?: money met(?: break)* money remaining| met money(?: break)* remaining money)(?: break)*"
)
_LIMIT_AND_PARTS = (_LIMIT_WITH_PARTS, _LIMIT_AND_PART, _LIMIT_WITH_BOTH)
# Without the limit itself they make it up.
_ONE_MET, _ONE_LEFT = "(?:money met|met money)", "(?:money remaining|remaining money)"
_BOTH_PARTS = re.compile(
    rf"(?:break )*(?:{_ONE_MET}(?: break)+ {_ONE_LEFT}|{_ONE_LEFT}(?: break)+ {_ONE_MET}"
    r"|met money remaining money|remaining money met money)(?: break)*"
)
_MET_FIRST: list[State] = ["met", "total", "remaining"]
_PARTS_WITH_LIMIT: tuple[tuple[re.Pattern[str], list[State]], ...] = (
    (
        re.compile(
            r"(?:break )*(?:money of money met|money met of money)(?: break)+ money remaining"
            r"(?: break)*"
        ),
        _MET_FIRST,
    ),
    # A part that is not said of what adds up to the limit with what remains: it is what is met.
    (re.compile(r"(?:break )*money of money(?: break)* money remaining(?: break)*"), _MET_FIRST),
    (
        re.compile(rf"(?:break )*{_ONE_MET}(?: break)+ money remaining of money(?: break)*"),
        ["met", "remaining", "total"],
    ),
    # Behind both parts stands what they add up to.
    (
        re.compile(rf"(?:break )*{_ONE_MET}(?: break)+ {_ONE_LEFT}(?: break)+ money(?: break)*"),
        ["met", "remaining", "total"],
    ),
)
_PART_OF = re.compile(r"(?:money|none) of money")


@dataclass(frozen=True, slots=True)
class LimitAmount:
    """An amount of a limit. ``amount_usd`` is None where there is no limit.

    ``level`` and ``network`` are None where the text does not say.
    """

    amount_usd: float | None
    state: State
    level: Level | None
    network: Network | None


def limit_named(line: str) -> Limit | None:
    """The one limit that a line of a portal is about. None: it is about something else."""
    said = [token.kind for token in tokens(line)]
    named = [kind for kind in LIMITS if kind in said]
    if "unknown" in said or len(named) != 1 or not set(_AMOUNTS) & set(said):
        return None
    return named[0]


def limit_begun_with(line: str) -> Limit | None:
    """The limit that a line speaks of before anything else, whether or not it is understood."""
    beside = (*LEVELS, *NETWORKS)
    first = next((token.kind for token in tokens(line) if token.kind not in beside), None)
    return next((limit for limit in LIMITS if limit == first), None)


def names_whole(line: str, limit: Limit) -> bool:
    """Whether a line names the limit by words that nobody says of what is paid toward it.

    "Out-of-pocket: $300" can be what is spent; so can no deductible, and nothing that is a maximum.
    """
    return limit == "deductible" or bool(_MAXIMUM.search(line))


def read_limit(text: str) -> list[LimitAmount]:
    """The amounts of one limit. Raises NotUnderstoodError."""
    every = tokens(text)
    is_maximum = "oop_max" in [token.kind for token in every]
    said = [token for token in every if token.kind not in LIMITS]
    kinds = [token.kind for token in said]
    amounts = [token for token in said if token.kind in _AMOUNTS]
    if not amounts or not set(kinds) <= {*_AMOUNTS, *NETWORKS, *LEVELS, *STATES, "of", "break"}:
        raise NotUnderstoodError(text)
    if _may_be_a_year(amounts):
        raise NotUnderstoodError(text)
    order = [kind for kind in kinds if kind in (*_AMOUNTS, *STATES, "of", "break")]
    is_behind_slash = bool(_SLASHED.search(text)) and _is_of_one(kinds)
    states = _states(order, text, is_behind_slash=is_behind_slash)
    is_one = len(set(states)) == len(states) > 1
    in_turn = _of_both_in_turn(said, text)
    of_all = _of_one(kinds, LEVELS) if is_one else _of_each_network([*kinds, *in_turn[1:]])
    levels = of_all or _beside_each(said, LEVELS, text, is_of_one_kind=len(set(states)) == 1)
    networks = (is_one and _of_one(kinds, NETWORKS)) or in_turn or _above_each(said, NETWORKS, text)
    return [
        LimitAmount(_usd(token, state, is_maximum=is_maximum), state, level, network)
        for token, state, level, network in zip(amounts, states, levels, networks, strict=True)
    ]


def _usd(amount: Token, state: State, *, is_maximum: bool) -> float | None:
    """No deductible is one of nothing, and no maximum is none at all."""
    if amount.kind == "money":
        return float(re.sub(r"[^0-9.]", "", amount.text))
    is_no_limit = amount.kind == "unlimited" or (is_maximum and state == "total")
    return None if is_no_limit else 0


def _may_be_a_year(amounts: Sequence[Token]) -> bool:
    written = [token.text for token in amounts if token.kind != "none"]
    bare = [text for text in written if text[0].isdigit() and "." not in text]
    is_year = any(text.isdigit() and int(text) in _YEARS for text in bare)
    return is_year or bool(bare and len(bare) < len(written))


def _named(kinds: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """Those of the kinds that are among the names."""
    return [name for kind in kinds for name in names if name == kind]


def _of_one(kinds: Sequence[str], names: Sequence[Name]) -> Sequence[Name]:
    """The only name, where it stands beside the one limit, or behind all: for its parts too."""
    named = _named(kinds, names)
    first = next(at for at, kind in enumerate(kinds) if kind in _AMOUNTS)
    ends = (at for at, kind in enumerate(kinds) if at > first and kind in ("break", *_AMOUNTS))
    beside = kinds if "of" in kinds else kinds[: next(ends)]
    is_beside = len(named) == 1 and bool(_named([*beside, *_behind_all(kinds)], names))
    return named * _count(kinds) if is_beside else ()


def _of_both_in_turn(said: Sequence[Token], text: str) -> Sequence[Network]:
    """In network and out of it, where a slash stands between both names and both amounts."""
    kinds = [token.kind for token in said if token.kind in (*_AMOUNTS, *NETWORKS, *STATES)]
    both = next((token.text for token in said if token.kind == "in_and_oon"), "")
    is_in_turn = kinds == ["in_and_oon", "money", "money"] and "/" in both
    return ("in", "oon") if is_in_turn and _SLASHED.search(text) else ()


def _behind_all(kinds: Sequence[str]) -> Sequence[str]:
    """What a comma or a bracket sets apart at the end, behind all amounts and what they are."""
    last = max(at for at, kind in enumerate(kinds) if kind in (*_AMOUNTS, *STATES))
    behind = kinds[last + 1 :]
    return behind if behind[:1] == ["break"] else ()


def _count(kinds: Sequence[str]) -> int:
    return sum(kind in _AMOUNTS for kind in kinds)


def _of_each_network(kinds: Sequence[str]) -> Sequence[Level]:
    """The only level, before or behind amounts that each have a network of their own. Else none."""
    levels, networks = _named(kinds, LEVELS), _named(kinds, NETWORKS)
    first = next(at for at, kind in enumerate(kinds) if kind in _AMOUNTS)
    is_of_all = len(levels) == 1 and levels[0] in (*kinds[:first], *_behind_all(kinds))
    return levels * _count(kinds) if is_of_all and len(networks) == _count(kinds) else ()


def _beside_each(
    said: Sequence[Token], names: Sequence[Name], text: str, *, is_of_one_kind: bool
) -> Sequence[Name | None]:
    """The name that stands right before or right after each amount; all have one, or none has.

    ``is_of_one_kind``: all are limits, or what is met: names beside each other go with such alone.
    """
    kinds = [token.kind for token in said if token.kind in (*_AMOUNTS, *names)]
    amounts = _count(kinds)
    named = _named(kinds, names)
    if not named:
        return [None] * amounts
    order = [kind in names for kind in kinds]
    heads, tails = [True] * amounts, [False] * amounts
    in_turn = ([True, False] * amounts, [False, True] * amounts)
    in_a_row = (heads + tails, tails + heads) if is_of_one_kind or amounts == 1 else ()
    if order not in (*in_turn, *in_a_row):
        raise NotUnderstoodError(text)
    return named


def _above_each(said: Sequence[Token], names: Sequence[Name], text: str) -> list[Name | None]:
    """The name that holds for each amount: the last before it, or the next one after it."""
    kinds = [token.kind for token in said if token.kind in (*_AMOUNTS, *names)]
    if not set(names) & set(kinds):
        return [None] * len(kinds)
    is_before = kinds[0] in names
    found: list[Name | None] = []
    name: Name | None = None
    for before, kind in pairwise([None, *(kinds if is_before else reversed(kinds))]):
        if kind in names and before in names:
            raise NotUnderstoodError(text)
        if named := _named([kind], names):
            name = named[0]
        else:
            found.append(name)
    if name == kinds[-1 if is_before else 0] or None in found:
        raise NotUnderstoodError(text)
    return found if is_before else found[::-1]


def _is_of_one(kinds: Sequence[str]) -> bool:
    """Whether a line names one person or a family, and one network, or none, and not two."""
    networks = _named(kinds, NETWORKS)
    return len(_named(kinds, LEVELS)) < 2 and len(networks) < 2 and "in_and_oon" not in networks


def _states(order: Sequence[str], text: str, *, is_behind_slash: bool) -> list[State]:
    """Whether each amount is the limit, what is met of it, or what remains, or one of those two.

    ``is_behind_slash``: what is met, or remains, may stand behind the limit and a slash.
    """
    amounts = _count(order)
    named = _named(order, STATES)
    if not named and "of" not in order:
        return ["total"] * amounts
    if by_order := _states_by_order(order, named, is_behind_slash=is_behind_slash):
        return by_order
    is_part_of = _PART_OF.fullmatch(
        " ".join(kind for kind in order if kind not in (*STATES, "break"))
    )
    if not named and is_part_of:
        return ["part", "total"]
    if len(named) != 1:
        raise NotUnderstoodError(text)
    if amounts == 1 and "of" not in order:
        return named
    if is_part_of:
        return [*named, "total"]
    raise NotUnderstoodError(text)


def _states_by_order(
    order: Sequence[str], named: list[State], *, is_behind_slash: bool
) -> list[State] | None:
    """What each amount is, where they stand in an order that is only used for one thing."""
    said = " ".join(order)
    ways = (*_LIMIT_AND_PARTS, *([_LIMIT_AND_PART_BEHIND] if is_behind_slash else []))
    if any(way.fullmatch(said) for way in ways):
        return ["total", *named]
    if _BOTH_PARTS.fullmatch(said):
        return named
    return next((states for way, states in _PARTS_WITH_LIMIT if way.fullmatch(said)), None)
