"""What is said on a deductible or a maximum -> values of the inputs, and what has to be asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from carechoice.documents.limits.line import LimitAmount
from carechoice.documents.limits.words import STATES, Limit, State
from carechoice.documents.paper import Ask, Field, Found

FIELDS: dict[Limit, tuple[Field, Field]] = {
    "deductible": ("deductible_usd", "deductible_met_usd"),
    "oop_max": ("oop_max_usd", "oop_met_usd"),
}
FAMILY_FIELDS: dict[Limit, tuple[Field, Field]] = {
    "deductible": ("family_deductible_usd", "family_deductible_met_usd"),
    "oop_max": ("family_oop_max_usd", "family_oop_met_usd"),
}


@dataclass(frozen=True, slots=True)
class Unsaid:
    """What a paper means where it names no network, no person and no service, and no state.

    ``network``: it has one network only, or tells them apart where it has two. ``person``: it is
    for one person only. ``service``: it is about none, so that what it says holds for all care.
    ``limit``: an amount is the limit itself, and not what is paid toward it so far.
    """

    network: bool = False
    person: bool = False
    service: bool = False
    limit: bool = False


def said_of_limit(
    amounts: Sequence[LimitAmount], limit: Limit, *, words: str, place: str, unsaid: Unsaid
) -> Iterator[Found | Ask]:
    """The limit of one person in network, what is met of it, and what the amounts leave open."""
    total, met = FIELDS[limit]
    own = [each for each in amounts if each.level != "family"]
    if not own:
        yield Ask("family", total, words, place)
        return
    inside = [each for each in own if each.network in ("in", "in_and_oon")]
    inside = inside or [each for each in own if each.network is None]
    if not inside:
        yield Ask("out_of_network", total, words, place)
        return
    doubts = list(_doubts(inside, total, words, place, unsaid))
    yield from doubts
    said = _with_sum({each.state: each.amount_usd for each in inside})
    if len(said) < len(inside):
        yield Ask("whose", total, words, place)
        return
    if not _can_be(said) or ("part" in said and "total" not in said):
        yield Ask("not_understood", total, words, place)
        return
    if "total" in said:
        yield _total(said["total"], total, words, place, is_sure=not doubts)
    if "part" in said:
        # A bar of a portal is most often of what is paid.
        yield Ask("part", met, words, place)
        yield Found(met, said["part"] or 0, words, place, sure=False)
    elif len(said) > ("total" in said):
        yield _met(said, met, words, place, is_sure=not doubts)


def _with_sum(said: Mapping[State, float | None]) -> Mapping[State, float | None]:
    """With the limit, where it is not said and both parts of it are."""
    met, remaining = said.get("met"), said.get("remaining")
    if "total" in said or met is None or remaining is None:
        return said
    return {"total": round(met + remaining, 2), **said}


def _doubts(
    inside: Sequence[LimitAmount], field: Field, words: str, place: str, unsaid: Unsaid
) -> Iterator[Ask]:
    # What nobody has to pay is the same for one person and for a family, and in every network;
    # so is what has no limit. Beside other lines it may be that of one service.
    is_nothing = not inside[0].amount_usd and inside[0].state == "total"
    if is_nothing and unsaid.service:
        return
    if not unsaid.limit and {each.state for each in inside} == {"total"}:
        yield Ask("so_far", field, words, place)
    if inside[0].network is None and not unsaid.network:
        yield Ask("network", field, words, place)
    if inside[0].level is None and not unsaid.person:
        yield Ask("service" if is_nothing else "whose", field, words, place)


def _total(
    amount_usd: float | None, field: Field, words: str, place: str, *, is_sure: bool
) -> Found | Ask:
    if amount_usd is None:
        return Ask("unlimited", field, words, place)
    if field == FIELDS["oop_max"][0] and not amount_usd:
        return Ask("zero_limit", field, words, place)
    return Found(field, amount_usd, words, place, sure=is_sure)


def _met(
    said: Mapping[State, float | None], field: Field, words: str, place: str, *, is_sure: bool
) -> Found | Ask:
    """What is met: as it is said, or the limit less what remains."""
    met, total = said.get("met"), said.get("total")
    if met is None and total is not None:
        met = total - (said["remaining"] or 0)
    if met is None:
        return Ask("remaining", field, words, place)
    return Found(field, met, words, place, sure=is_sure)


def _can_be(said: Mapping[State, float | None]) -> bool:
    """What is met and what remains make up the limit, or are not more where one is not said."""
    parts = [amount for state, amount in said.items() if state != "total"]
    total = said.get("total")
    if total is None or None in parts:
        return True
    of_it = sum(part for part in parts if part is not None)
    return of_it == total if len(parts) == len(STATES) else of_it <= total
