"""The benefits of an eligibility answer -> values of the inputs, and what has to be asked.

What an EB segment's codes mean is by X12 005010X279A1. Amounts are read for one person in network;
there is no service type for an intensive outpatient program.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carechoice.documents.benefit import Benefit
from carechoice.documents.limit_values import FIELDS
from carechoice.documents.paper import (
    Ask,
    Field,
    Found,
    Paper,
    RefusedError,
    Value,
    Why,
    paper_of,
)
from carechoice.documents.service_terms import IOP_INPUTS, THERAPY_INPUTS, ServiceInputs

_SHARE, _COPAY, _DEDUCTIBLE, _MAXIMUM = "A", "B", "C", "G"
_ACTIVE, _LIMIT, _NOT_COVERED, _OTHER_PAYER, _OTHER_COMPANY = "1", "F", "I", "R", "U"
_INACTIVE = ("6", "7", "8")
_WHOLE_PLAN = "30"
_ONE_PERSON = ("IND", "")
# A service year, a calendar year, a contract, or none said.
_YEARS = ("", "21", "22", "23", "25")
_TO_DATE, _REMAINING, _VISIT = "24", "29", "27"
# Several times what an answer has; each can become a question.
_MOST_BENEFITS = 2_000
# Amounts from here on stand for "unlimited".
_UNLIMITED_USD = 999_999
# What a therapy session is billed as, then service types from the closest on: psychotherapy, mental
# health, psychiatric outpatient, mental health provider outpatient, psychiatric, office visit.
_SESSIONS = ("90832", "90834", "90837")
_THERAPY = ("A6", "MH", "A8", "CF", "A4", "98")
_CLOSE = ("A6", "MH", "A8", "CF")
# What a program day is billed as; service types that can have to do with one.
_PROGRAM = ("S9480", "H0015")
_NEAR_PROGRAM = ("CH", "CJ", "BB", "BC")


_Said = Iterator[Found | Ask]


def read_eligibility(benefits: Sequence[Benefit]) -> Paper:
    """What the benefits say. Raises RefusedError where it is not active, or there are too many."""
    if len(benefits) > _MOST_BENEFITS:
        raise RefusedError("much_text")
    of_plan = [each for each in benefits if _is_of_plan(each)]
    inactive = [each for each in of_plan if each.code in _INACTIVE]
    if inactive and not any(each.code == _ACTIVE for each in of_plan):
        raise RefusedError("inactive")
    said = [
        *(_ask("inactive", each) for each in inactive),
        *_limit(of_plan, _DEDUCTIBLE, *FIELDS["deductible"]),
        *_limit(of_plan, _MAXIMUM, *FIELDS["oop_max"]),
        *_therapy(benefits),
        *_program(benefits),
        *_around(benefits),
    ]
    return paper_of("eligibility", said)


def _is_of_plan(each: Benefit) -> bool:
    return not each.procedure and (not each.services or _WHOLE_PLAN in each.services)


def _limit(of_plan: Sequence[Benefit], code: str, total: Field, met: Field) -> _Said:
    """The deductible or the maximum of a year, and what is met of it."""
    all_of_it = [each for each in of_plan if each.code == code and each.amount_usd is not None]
    own = [each for each in all_of_it if each.level in _ONE_PERSON]
    if not own:
        yield Ask("family" if all_of_it else "missing", total, *_shown(all_of_it))
        yield Ask("missing", met)
        return
    nearest, doubt = _nearest_network(own)
    if not nearest:
        yield Ask("out_of_network", total, *_shown(own))
        yield Ask("missing", met)
        return
    totals = [each for each in nearest if each.period in _YEARS]
    yield from _doubts(totals, total, doubt)
    yield from _totals(totals, total, is_sure=doubt is None)
    yield from _met(nearest, totals, met, is_sure=doubt is None)


def _totals(totals: Sequence[Benefit], field: Field, *, is_sure: bool) -> _Said:
    if not totals:
        yield Ask("missing", field)
    for each in totals:
        if (each.amount_usd or 0) >= _UNLIMITED_USD:
            yield _ask("unlimited", each, field)
        elif field == FIELDS["oop_max"][0] and not each.amount_usd:
            yield _ask("zero_limit", each, field)
        else:
            yield _found(field, each.amount_usd or 0.0, each, is_sure=is_sure)


def _met(
    nearest: Sequence[Benefit], totals: Sequence[Benefit], field: Field, *, is_sure: bool
) -> _Said:
    """Met is what was paid to date, or the total less what remains; told twice it has to agree."""
    to_date = [each for each in nearest if each.period == _TO_DATE]
    remaining = [each for each in nearest if each.period == _REMAINING]
    amounts = {each.amount_usd for each in totals}
    total = amounts.pop() if len(amounts) == 1 else None
    if total is None or total >= _UNLIMITED_USD or not (to_date or remaining):
        yield Ask("missing", field, *_shown([*to_date, *remaining]))
        return
    told = [(each.amount_usd or 0.0, each) for each in to_date]
    told += [(round(total - (each.amount_usd or 0.0), 2), each) for each in remaining]
    for value, each in told:
        yield _found(field, value, each, is_sure=is_sure)
        if not 0 <= value <= total:
            # What was paid cannot be more than the limit: both are shown, and neither is used.
            yield _found(field, total, totals[0], is_sure=False)


def _therapy(benefits: Sequence[Benefit]) -> _Said:
    yield from _service(_closest_to_therapy(benefits), THERAPY_INPUTS)
    refused = [each for each in benefits if each.code == _NOT_COVERED and _is_for_therapy(each)]
    for each in refused:
        yield _found(THERAPY_INPUTS.not_covered, value=True, each=each, is_sure=False)
        yield _ask("carve_out", each, THERAPY_INPUTS.not_covered)


def _is_for_therapy(each: Benefit) -> bool:
    return each.procedure in _SESSIONS or (
        not each.procedure and bool(set(_CLOSE) & set(each.services))
    )


def _closest_to_therapy(benefits: Sequence[Benefit]) -> tuple[list[Benefit], Why | None]:
    """The terms that are closest to a therapy session, and why they may not be meant for it."""
    terms = [each for each in benefits if each.code in (_SHARE, _COPAY)]
    nearest, doubt = _nearest_network([each for each in terms if each.procedure in _SESSIONS])
    if nearest:
        return nearest, doubt
    for service in _THERAPY:
        named = [each for each in terms if service in each.services and not each.procedure]
        nearest, doubt = _nearest_network(named)
        if nearest:
            return nearest, doubt if service in _CLOSE else "general"
    return [], None


def _program(benefits: Sequence[Benefit]) -> _Said:
    terms = [each for each in benefits if each.code in (_SHARE, _COPAY)]
    nearest, doubt = _nearest_network([each for each in terms if each.procedure in _PROGRAM])
    if nearest:
        yield from _service((nearest, doubt), IOP_INPUTS)
        return
    near = [each for each in terms if set(_NEAR_PROGRAM) & set(each.services)]
    yield from (_ask("iop_hint", each, IOP_INPUTS.pays) for each in near)
    yield Ask("missing", IOP_INPUTS.copay)
    yield Ask("missing", IOP_INPUTS.pays)


def _service(terms: tuple[Sequence[Benefit], Why | None], inputs: ServiceInputs) -> _Said:
    nearest, doubt = terms
    copays = [each for each in nearest if each.code == _COPAY and each.amount_usd is not None]
    shares = [each for each in nearest if each.code == _SHARE and each.patient_share is not None]
    if not copays and not shares:
        yield Ask("missing", inputs.copay)
        yield Ask("missing", inputs.pays)
        yield Ask("missing", inputs.deductible)
        return
    yield from _doubts([*copays, *shares], inputs.copay if copays else inputs.pays, doubt)
    yield from _copays(copays, inputs, is_sure=doubt is None, has_share=bool(shares))
    yield from _shares(shares, inputs, is_sure=doubt is None)
    if any(each.amount_usd for each in copays):
        share = next((each for each in shares if each.patient_share), None)
        if share:
            yield _found(inputs.share_too, value=True, each=share, is_sure=False)
            yield Ask("missing", inputs.share_of_rest)
        else:
            yield Ask("missing", inputs.share_too)
    yield Ask("missing", inputs.deductible)


def _copays(
    copays: Sequence[Benefit], inputs: ServiceInputs, *, is_sure: bool, has_share: bool
) -> _Said:
    for each in copays:
        if each.period not in ("", _VISIT):
            yield _ask("period", each, inputs.copay)
        elif not each.amount_usd and not has_share:
            # $0 is sent for "no charge" and for "no copayment, but a share".
            yield _ask("zero_copay", each, inputs.copay)
        else:
            yield _found(inputs.copay, each.amount_usd or 0.0, each, is_sure=is_sure)


def _shares(shares: Sequence[Benefit], inputs: ServiceInputs, *, is_sure: bool) -> _Said:
    for each in shares:
        share = each.patient_share or 0.0
        if share > 1:
            yield _ask("share", each, inputs.pays)
        elif each.period not in (*_YEARS, _VISIT):
            yield _ask("period", each, inputs.pays)
        else:
            yield _found(inputs.pays, round(100 - 100 * share, 4), each, is_sure=is_sure)


def _around(benefits: Sequence[Benefit]) -> _Said:
    """What stands beside the amounts and can change what a visit costs."""
    for each in benefits:
        is_near = _is_for_therapy(each) or each.procedure in _PROGRAM
        if each.code == _OTHER_PAYER:
            yield _ask("other_payer", each)
        if each.code == _OTHER_COMPANY and is_near:
            yield _ask("carve_out", each)
        if each.code == _LIMIT and is_near:
            yield _ask("limit", each)
        if each.code in (_DEDUCTIBLE, _MAXIMUM) and is_near and _WHOLE_PLAN not in each.services:
            yield _ask("separate", each)
        if each.approval and is_near:
            yield _ask("approval", each)


def _nearest_network(benefits: Sequence[Benefit]) -> tuple[list[Benefit], Why | None]:
    """Those in network; where none says so those that name no network, with the doubt on them."""
    inside = [each for each in benefits if each.network in ("in", "both")]
    unsaid = [each for each in benefits if each.network is None]
    return (inside, None) if inside else (unsaid, "network" if unsaid else None)


def _doubts(benefits: Sequence[Benefit], field: Field, doubt: Why | None) -> _Said:
    if doubt and benefits:
        yield _ask(doubt, benefits[0], field)
    yield from (_ask("note", each, field) for each in benefits if each.has_note)


def _found(field: Field, value: Value, each: Benefit, *, is_sure: bool) -> Found:
    """A value from this benefit; a text beside it may be a condition."""
    sure = is_sure and not each.has_note
    return Found(field, value, each.words, each.place, sure=sure)


def _ask(why: Why, each: Benefit, field: Field | None = None) -> Ask:
    return Ask(why, field, each.words, each.place)


def _shown(benefits: Sequence[Benefit]) -> tuple[str, str]:
    """The words and the place of the first of them."""
    return (benefits[0].words, benefits[0].place) if benefits else ("", "")
