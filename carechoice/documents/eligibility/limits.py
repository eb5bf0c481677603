"""Deductible and out-of-pocket maximum of an eligibility answer -> values and questions.

One's own limits stand inside those of a family, and what is met of a family's is met for everybody
in it, so both are read. Of a plan that names a family's alone one's own is asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from carechoice.documents.eligibility.benefit import Benefit
from carechoice.documents.eligibility.said import (
    FAMILY,
    ONE_PERSON,
    Said,
    ask,
    doubts,
    found,
    nearest_network,
    shown,
)
from carechoice.documents.eligibility.subject import DEDUCTIBLE, MAXIMUM
from carechoice.documents.limits.values import FAMILY_FIELDS, FIELDS
from carechoice.documents.limits.words import Limit
from carechoice.documents.paper import Ask, Field, unsure

_LIMIT_OF: Mapping[str, Limit] = {DEDUCTIBLE: "deductible", MAXIMUM: "oop_max"}
# A service year, a calendar year, a contract, or none said.
YEARS = ("", "21", "22", "23", "25")
_TO_DATE, _REMAINING = "24", "29"
# Amounts from here on, and those of nines only, stand for "unlimited".
_UNLIMITED_USD = 999_999
_LEAST_NINES = 3


def limits(of_plan: Sequence[Benefit], code: str) -> Said:
    """The limit of a year by its code, and what is met of it, one's own and the family's."""
    limit = _LIMIT_OF[code]
    amounts = [each for each in of_plan if each.code == code and each.amount_usd is not None]
    family = [each for each in amounts if each.level == FAMILY]
    own = [each for each in amounts if each.level == ONE_PERSON]
    is_own_said = bool(nearest_network(own)[0])
    of_somebody = own if is_own_said else [each for each in amounts if each.level != FAMILY]
    total, met = FIELDS[limit]
    if of_somebody:
        yield from _limit(of_somebody, total, met)
    else:
        yield Ask("family" if family else "missing", total, *shown(family))
        yield Ask("missing", met)
    of_family = _family_limit(family, own, *FAMILY_FIELDS[limit])
    yield from of_family if is_own_said else map(unsure, of_family)


def limit_field(each: Benefit) -> Field:
    """The input that the amount of a deductible or a maximum is for."""
    fields = FAMILY_FIELDS if each.level == FAMILY else FIELDS
    total, met = fields[_LIMIT_OF[each.code]]
    return met if each.period in (_TO_DATE, _REMAINING) else total


def _family_limit(
    family: Sequence[Benefit], own: Sequence[Benefit], total: Field, met: Field
) -> Said:
    inside, _ = nearest_network(family)
    if not inside:
        return
    totals = [each for each in inside if each.period in YEARS]
    if not totals or any(each.amount_usd for each in totals):
        yield from _limit(family, total, met)
    elif any(each.amount_usd for each in own):
        # Where one person owes nothing, a family owes nothing either.
        yield ask("zero_limit", totals[0], total)


def _limit(amounts: Sequence[Benefit], total: Field, met: Field) -> Said:
    nearest, doubt = nearest_network(amounts)
    if not nearest:
        yield Ask("out_of_network", total, *shown(amounts))
        yield Ask("missing", met)
        return
    totals = [each for each in nearest if each.period in YEARS]
    whose = [each for each in totals if not each.level]
    is_sure = doubt is None and not whose
    yield from doubts(totals, total, doubt)
    yield from (ask("whose", each, total) for each in whose)
    remaining = [each for each in nearest if each.period == _REMAINING]
    yield from (ask("remaining", each, total) for each in remaining if not totals)
    yield from _totals(totals, total, is_sure=is_sure)
    yield from _met(nearest, totals, met, is_sure=is_sure)
    known = (*YEARS, _TO_DATE, _REMAINING)
    yield from (ask("period", each, total) for each in nearest if each.period not in known)


def _totals(totals: Sequence[Benefit], field: Field, *, is_sure: bool) -> Said:
    maxima = [fields["oop_max"][0] for fields in (FIELDS, FAMILY_FIELDS)]
    if not totals:
        yield Ask("missing", field)
    for each in totals:
        amount_usd = each.amount_usd or 0.0
        if _is_unlimited(amount_usd):
            yield ask("unlimited", each, field)
        elif field in maxima and not amount_usd:
            yield ask("zero_limit", each, field)
        else:
            yield found(field, amount_usd, each, is_sure=is_sure)


def _is_unlimited(amount_usd: float) -> bool:
    digits = f"{amount_usd:.2f}".removesuffix(".00").replace(".", "")
    is_of_nines = set(digits) == {"9"} and len(digits) >= _LEAST_NINES
    return is_of_nines or amount_usd >= _UNLIMITED_USD


def _met(
    nearest: Sequence[Benefit], totals: Sequence[Benefit], field: Field, *, is_sure: bool
) -> Said:
    """Met is what was paid to date, or the total less what remains; told twice it has to agree."""
    to_date = [each for each in nearest if each.period == _TO_DATE]
    remaining = [each for each in nearest if each.period == _REMAINING]
    amounts = {each.amount_usd for each in totals}
    total = amounts.pop() if len(amounts) == 1 else None
    if total is None or _is_unlimited(total) or not (to_date or remaining):
        yield Ask("missing", field, *shown([*to_date, *remaining]))
        return
    yield from (ask("note", each, field) for each in (*to_date, *remaining) if each.has_note)
    told = [(each.amount_usd or 0.0, each) for each in to_date]
    told += [(round(total - (each.amount_usd or 0.0), 2), each) for each in remaining]
    for value, each in told:
        yield found(field, value, each, is_sure=is_sure)
        if not 0 <= value <= total:
            # What was paid cannot be more than the limit: both are shown, and neither is used.
            yield found(field, total, totals[0], is_sure=False)
