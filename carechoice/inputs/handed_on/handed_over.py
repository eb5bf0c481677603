"""What a browser hands over to a session that does not know its visit.

It comes from outside: what is not as we wrote it is dropped, as in a link.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeGuard

from carechoice.inputs.handed_on.kept import MOST_KEPT, KeptScenarios
from carechoice.inputs.handed_on.kept_as_text import read_scenarios, write_scenarios
from carechoice.inputs.scenario import FIELDS

Pairs = tuple[tuple[str, str], ...]

LONGEST_ID = 64


@dataclass(frozen=True, slots=True)
class Move:
    """Where a slider stands that no page has answered: its value and the move's id."""

    value: float
    id: str


@dataclass(frozen=True, slots=True)
class KeptByVisit:
    """What a visit keeps beside its inputs.

    ``lost`` counts kept scenarios that cannot be brought back. ``answered``: the person had
    answered about themselves; the answers are never handed out. ``paper``: a paper of the plan was
    read, is being read or is said to be gone; it is never handed out either. ``card``: the button
    whose window for an insurance card is open, if one is.
    """

    scenarios: KeptScenarios = ()
    lost: int = 0
    screen: int = 0
    plain_sliders: bool = False
    answered: bool = False
    paper: bool = False
    card: str = ""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A handing over: its id, the session that showed the last page, and what that page told.

    ``query`` are the parameters of the address, None where the address itself has been read.
    """

    id: str
    visit: str
    query: Pairs | None
    kept: KeptByVisit
    moves: Mapping[str, Move]


def read_handed_over(sent: object, *, today: date) -> HandedOver | None:
    """Read what a browser sent; None where it is no handing over."""
    if not isinstance(sent, dict):
        return None
    visit, name = _id(sent.get("visit")), _id(sent.get("id"))
    if visit is None or name is None:
        return None
    moves = dict(_moves(sent.get("moves")))
    return HandedOver(name, visit, _query(sent.get("query")), _kept(sent.get("kept"), today), moves)


def write_kept(kept: KeptByVisit) -> dict[str, Any]:
    """What a page tells the browser to keep; ``read_handed_over`` reads it."""
    return {
        "pins": list(map(list, write_scenarios(kept.scenarios))),
        "screen": kept.screen,
        "plain_sliders": kept.plain_sliders,
        "answered": kept.answered,
        "paper": kept.paper,
        "card": kept.card,
    }


def _kept(sent: object, today: date) -> KeptByVisit:
    given = sent if isinstance(sent, dict) else {}
    named = given.get("pins")
    entries = named[:MOST_KEPT] if isinstance(named, list) else []
    read = read_scenarios([(name, query) for name, query in filter(_is_pair, entries)], today=today)
    screen = given.get("screen")
    return KeptByVisit(
        read.scenarios,
        lost=len(entries) - len(read.scenarios),
        screen=screen if type(screen) is int else 0,
        plain_sliders=given.get("plain_sliders") is True,
        answered=given.get("answered") is True,
        paper=given.get("paper") is True,
        card=_id(given.get("card")) or "",
    )


def _query(sent: object) -> Pairs | None:
    if not isinstance(sent, list):
        return None
    return tuple((name, text) for name, text in filter(_is_pair, sent))


def _is_pair(sent: object) -> TypeGuard[list[str]]:
    return isinstance(sent, list) and [type(part) for part in sent] == [str, str]


def _moves(sent: object) -> Iterator[tuple[str, Move]]:
    given = sent if isinstance(sent, dict) else {}
    for field in FIELDS:
        match given.get(field):
            case {"value": int() | float() as value, "move": str(move)} if _id(move):
                yield field, Move(value, move)


def _id(sent: object) -> str | None:
    return sent if isinstance(sent, str) and len(sent) <= LONGEST_ID else None
