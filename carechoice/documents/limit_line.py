"""What is said on a deductible or an out-of-pocket maximum -> its amounts, each with whose it is.

As of terms of a service, each word must be one it knows, and the order one of those that people
write in: "$500 individual / $1,000 family", "Individual $500", "$400 of $1,500 met".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from carechoice.documents.limit_words import (
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
from carechoice.documents.line import NotUnderstoodError

Name = TypeVar("Name", bound=str)
_AMOUNTS = ("money", "unlimited")
# A bare number in this range is as likely a year.
_YEARS = range(1990, 2100)


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


def read_limit(text: str) -> list[LimitAmount]:
    """The amounts of one limit. Raises NotUnderstoodError."""
    said = [token for token in tokens(text) if token.kind not in LIMITS]
    kinds = [token.kind for token in said]
    amounts = [token for token in said if token.kind in _AMOUNTS]
    if not amounts or not set(kinds) <= {*_AMOUNTS, *NETWORKS, *LEVELS, *STATES, "of"}:
        raise NotUnderstoodError(text)
    if _may_be_a_year(amounts):
        raise NotUnderstoodError(text)
    levels = _beside_each(said, LEVELS, text)
    networks = _above_each(said, NETWORKS, text)
    states = _states([kind for kind in kinds if kind in (*_AMOUNTS, *STATES, "of")], text)
    return [
        LimitAmount(_usd(token), state, level, network)
        for token, state, level, network in zip(amounts, states, levels, networks, strict=True)
    ]


def _usd(amount: Token) -> float | None:
    return None if amount.kind == "unlimited" else float(re.sub(r"[^0-9.]", "", amount.text))


def _may_be_a_year(amounts: Sequence[Token]) -> bool:
    bare = [token for token in amounts if token.kind == "money" and "$" not in token.text]
    is_year = any(token.text.isdigit() and int(token.text) in _YEARS for token in bare)
    return is_year or bool(bare and len(bare) < len(amounts))


def _named(kinds: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """Those of the kinds that are among the names."""
    return [name for kind in kinds for name in names if name == kind]


def _beside_each(said: Sequence[Token], names: Sequence[Name], text: str) -> Sequence[Name | None]:
    """The name that stands right before or right after each amount; all have one, or none has."""
    kinds = [token.kind for token in said if token.kind in (*_AMOUNTS, *names)]
    amounts = sum(kind in _AMOUNTS for kind in kinds)
    named = _named(kinds, names)
    if not named:
        return [None] * amounts
    if len(named) == 1 and "of" in [token.kind for token in said]:
        return named * amounts
    order = [kind in names for kind in kinds]
    if order not in ([True, False] * amounts, [False, True] * amounts):
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


def _states(order: Sequence[str], text: str) -> list[State]:
    """Whether each amount is the limit, what is met of it, or what remains."""
    amounts = sum(kind in _AMOUNTS for kind in order)
    named = _named(order, STATES)
    if not named and "of" not in order:
        return ["total"] * amounts
    if len(named) != 1:
        raise NotUnderstoodError(text)
    if amounts == 1 and "of" not in order:
        return named
    if [kind for kind in order if kind not in STATES] == ["money", "of", "money"]:
        return [*named, "total"]
    raise NotUnderstoodError(text)
